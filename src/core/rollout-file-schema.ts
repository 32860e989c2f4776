/**
 * Files of rollouts as schemas: the reference for programs that read or write them. Published as
 * `/schema/rollout.json` and `/schema/backup.json`.
 */
import * as z from 'zod'
import { parseDigest } from './digest.ts'
import { maxEvidenceTextLength, parseLink } from './evidence.ts'
import { launchEventKinds, maxEventTextLength } from './launch-events.ts'
import { maxNoteLength } from './progress.ts'
import { isObject, isTimestamp } from './record.ts'
import { isRolloutId } from './rollout-id.ts'
import { saysSomething } from './spoken.ts'
import { isPlainText } from './text.ts'

/** More items than any checklist has, and few enough to look through. */
export const maxFileItems = 5_000

const maxShortLength = 300
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/

const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength, `is longer than ${maxLength.toLocaleString('en')} characters`)
    .refine(isPlainText, 'holds control characters, or characters that turn the direction of the text')
const shortText = text(maxShortLength)
const longText = text(maxNoteLength)
const spokenText = longText.refine(saysSomething, 'needs a letter or a digit')
const timestamp = z.string().refine(isTimestamp, 'is no moment like 2026-11-21T09:30:00.000Z')
export const itemIdSchema = z.string().regex(kebabCase, 'is no item id').max(60)
const link = longText.refine((value) => parseLink(value) !== undefined, 'is no http or https address')
const launch = z
  .string()
  .refine(
    (value) => value === '' || (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value) && isTimestamp(`${value}:00.000Z`)),
    'is no local date and time like 2026-11-28T09:00',
  )

/** A value with its time and what it replaced; members of a newer version are kept. */
function stamped<Value extends z.ZodType>(value: Value) {
  const version = z.looseObject({
    value,
    at: timestamp.describe('When it was set, UTC'),
    by: shortText.optional().describe('Who set it, as they named themselves'),
  })
  return version.extend({ before: z.array(version).optional().describe('What it replaced, newest first') })
}

const answered = {
  itemDigest: z
    .string()
    .regex(/^[0-9a-f]*$/, 'is no digest')
    .optional()
    .describe('Beginning of the digest of the wording'),
  copiedFrom: z.string().optional().describe('Rollout the answer was copied from; it is to be confirmed'),
}

const stateSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('open') }),
  z.looseObject({ kind: z.literal('started') }),
  z.looseObject({ kind: z.literal('blocked'), reason: spokenText }),
  z.looseObject({ ...answered, kind: z.literal('done'), itemDigest: z.string().regex(/^[0-9a-f]*$/, 'is no digest') }),
  z.looseObject({ ...answered, kind: z.literal('not-applicable'), reason: spokenText }),
  z.looseObject({
    ...answered,
    kind: z.literal('risk-accepted'),
    reason: spokenText,
    acceptedBy: spokenText,
    expiresAt: timestamp,
    followUp: link.optional(),
    compensatingControl: longText.optional(),
  }),
])

const collected = { collectedAt: timestamp.describe('When it was collected; its age counts from here') }
const evidenceSchema = z.discriminatedUnion('kind', [
  z.looseObject({ ...collected, kind: z.literal('link'), url: link }),
  z.looseObject({
    ...collected,
    kind: z.literal('text'),
    text: text(maxEvidenceTextLength),
    verdict: z.literal('fail').optional().describe('Of a check that failed: its age does not count'),
  }),
  z.looseObject({
    ...collected,
    kind: z.literal('file'),
    name: shortText,
    sizeBytes: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256'),
  }),
])
const evidenceField = stamped(evidenceSchema.nullable())

const answerSchema = z.union([longText, z.number(), z.boolean(), z.array(longText)], 'is no answer').nullable()

/** Checks the members whose names begin alike; also where others are wrong, so that one look shows every fault. */
function withMembers<Shape extends z.ZodObject>(shape: Shape, prefix: string, fieldSchema: z.ZodType) {
  return shape.superRefine(
    (value, context) => {
      for (const [name, field] of Object.entries(value)) {
        const parsed = name.startsWith(prefix) ? fieldSchema.safeParse(field) : undefined
        for (const { path, message } of parsed?.error?.issues ?? []) {
          context.addIssue({ code: 'custom', path: [name, ...path], message })
        }
      }
    },
    { when: ({ value }) => isObject(value) },
  )
}

/** Answers to one item, as they stand in a file. */
export const itemAnswersSchema = withMembers(
  z.looseObject({
    state: stamped(stateSchema).optional(),
    note: stamped(longText).optional(),
    answer: stamped(answerSchema).optional(),
  }),
  'evidence/',
  evidenceField,
).describe('Answers to one item. Members named evidence/ID hold a piece of evidence each, or null where it was removed')

const rolloutFields = {
  name: stamped(shortText).optional(),
  platform: stamped(itemIdSchema).optional(),
  environment: stamped(shortText).optional(),
  service: stamped(shortText).optional(),
  version: stamped(shortText).optional(),
  plannedLaunch: stamped(launch).optional(),
  subjects: stamped(
    z
      .array(
        z.looseObject({
          name: shortText.min(1, 'is empty'),
          digest: z
            .string()
            .refine((value) => parseDigest(value) === value, 'is no digest like sha256:… or gitCommit:…'),
        }),
      )
      .max(100),
  ).optional(),
  traits: stamped(z.array(itemIdSchema).max(100)).optional(),
  rollbackCommand: stamped(longText).optional(),
  abortCriteria: stamped(z.array(longText).max(100)).optional(),
  people: stamped(z.array(z.looseObject({ name: shortText, role: shortText })).max(100)).optional(),
  copiedFrom: stamped(z.string()).optional(),
  archivedAt: stamped(timestamp.or(z.literal(''))).optional(),
  deletedAt: stamped(timestamp.or(z.literal(''))).optional(),
}

const eventField = stamped(
  z
    .looseObject({
      happenedAt: timestamp.describe('When it happened, by the clock of whoever noted it'),
      kind: z.enum(launchEventKinds, 'is no kind of entry'),
      text: text(maxEventTextLength),
      item: itemIdSchema.optional().describe('Item that a step finished'),
    })
    .nullable(),
)

const rolloutId = z.string().refine(isRolloutId, 'is no rollout id like payments-2.4.0')

/** A rollout itself, without its answers; in storage it may lack its platform, which its id may tell. */
export const rolloutSchema = withLog(z.looseObject({ id: rolloutId, ...rolloutFields }))

function withLog<Shape extends z.ZodObject>(shape: Shape) {
  return withMembers(shape, 'event/', eventField).describe(
    'Members named event/ID hold an entry of the log of the launch each, or null where it was taken back',
  )
}

/** One rollout with all of its answers. */
export const rolloutFileSchema = z.looseObject({
  format: z.literal(1),
  kind: z.literal('golive-rollout'),
  rollout: withLog(z.looseObject({ id: rolloutId, ...rolloutFields, platform: stamped(itemIdSchema) })),
  items: z
    .record(itemIdSchema, itemAnswersSchema)
    .refine((items) => Object.keys(items).length <= maxFileItems, `holds more than ${maxFileItems} items`)
    .describe('Answers by item id'),
  wordings: z
    .record(z.string().regex(/^[0-9a-f]{16}$/, 'is no digest'), longText)
    .optional()
    .describe('Texts that were answered, by the beginning of their digest'),
})

/** Everything that a browser holds, as it lies there. */
export const backupSchema = z.looseObject({
  format: z.literal(1),
  kind: z.literal('golive-storage'),
  savedAt: timestamp,
  entries: z.record(z.string().startsWith('golive:', 'is no key of Golive'), z.string()),
})

export type RolloutFile = z.output<typeof rolloutFileSchema>
export type Backup = z.output<typeof backupSchema>
