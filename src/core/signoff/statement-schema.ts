/**
 * The statement that is signed (signoff.md §3): in-toto Statement v1, and our predicate. Published as a schema.
 *
 * Members that we do not know are allowed inside of the predicate only: cosign 3 refuses any beside the four of the
 * statement (finding 3).
 */
import * as z from 'zod'
import { saysSomething } from '../spoken.ts'
import { isPlainText } from '../text.ts'
import { isAcceptedAlgorithm, isWholeDigest } from './digest-set.ts'
import { isIdentifier } from './identifier.ts'
import { isMoment } from './moment.ts'
import { coded } from './schema-reasons.ts'
import { requirementSchema } from './trust-schema.ts'

export const statementType = 'https://in-toto.io/Statement/v1'

/** As many as a rollout file may hold. */
export const maxItems = 5_000

const identifier = z
  .string()
  .refine(
    isIdentifier,
    coded('identifier', 'is empty, too long, not in Unicode form NFC, or holds characters that cannot be seen'),
  )
const text = z
  .string()
  .max(20_000, 'is longer than 20,000 characters')
  .refine(
    isPlainText,
    coded('deceptive-text', 'holds control characters, or characters that turn the direction of the text'),
  )
const moment = z.string().refine(isMoment, coded('dates-impossible', 'is no moment like 2026-11-21T09:30:00Z'))

/** Algorithm and digits; those of an algorithm that counts have to be whole. */
const digestSet = z.record(z.string(), z.string()).superRefine((set, context) => {
  const digests = Object.entries(set).map(([algorithm, hex]) => ({ algorithm, hex }))
  for (const digest of digests.filter(({ algorithm }) => isAcceptedAlgorithm(algorithm))) {
    if (isWholeDigest(digest)) continue
    const { error, params } = coded('digest-malformed', 'has not the digits of its algorithm, in lower case')
    context.addIssue({ code: 'custom', path: [digest.algorithm], message: error, params })
  }
  if (digests.some(({ algorithm }) => isAcceptedAlgorithm(algorithm))) return
  const { error, params } = coded('digest-weak', 'has no digest that counts: sha256, sha384, sha512 or gitCommit')
  context.addIssue({ code: 'custom', message: error, params })
})

/** ResourceDescriptor of in-toto: one of `uri`, `digest` and `content` at least. */
const descriptor = z
  .looseObject({
    name: text.optional(),
    uri: text.optional(),
    digest: digestSet.optional(),
    content: z.string().max(100_000, 'is longer than 100,000 characters').optional(),
    mediaType: text.optional(),
    annotations: z.record(z.string(), z.unknown()).optional(),
  })
  .refine(({ uri, digest, content }) => [uri, digest, content].some((member) => member !== undefined), {
    error: 'has neither "uri" nor "digest" nor "content"',
  })

/** Statement of any predicate: the four members, and no other. */
export const statementSchema = z.strictObject({
  _type: z.string().refine((type) => type === statementType, coded('statement-type', `is not "${statementType}"`)),
  subject: z
    .array(z.looseObject({ name: identifier.optional(), digest: digestSet }))
    .min(1, 'is empty')
    .max(1_000, 'holds more than 1,000 entries'),
  predicateType: identifier,
  predicate: z.record(z.string(), z.unknown()),
})

const itemSchema = z
  .looseObject({
    id: identifier,
    requirement: z.enum(['must', 'should', 'may'], 'is not must, should or may'),
    status: z.enum(['done', 'not-applicable', 'risk-accepted', 'open'], 'is no status that is known'),
    title: text.optional().describe('What the item asks for, as the checklist has it'),
    checkedBy: text.optional().describe('Who says so: a claim, never an identity'),
    checkedAt: moment.optional().describe('When they said so: a claim'),
    reason: text.optional(),
    expiresAt: moment.optional().describe('End of an accepted risk'),
    acceptedBy: text.optional().describe('Who accepts the risk: a claim'),
    followUp: text.optional(),
    compensatingControl: text.optional(),
    decision: z.looseObject({ key: text, question: text, answer: text }).optional(),
    note: text.optional(),
    evidence: z.array(descriptor).max(200, 'holds more than 200 entries').optional(),
  })
  .refine(({ status, reason }) => status === 'done' || status === 'open' || saysSomething(reason ?? ''), {
    path: ['reason'],
    ...coded('item-reason', 'is missing, or says nothing'),
  })
  .refine(({ status, expiresAt }) => status !== 'risk-accepted' || expiresAt !== undefined, {
    path: ['expiresAt'],
    ...coded('item-expiry', 'is missing: an accepted risk has an end'),
  })

/** Predicate of `https://golive.example/attestation/readiness/v1`. */
export const readinessSchema = z.looseObject({
  result: z.enum(['PASSED', 'WARNED', 'FAILED'], 'is not PASSED, WARNED or FAILED'),
  rollout: z.looseObject({
    id: identifier,
    environment: identifier,
    service: text.optional(),
    version: text.optional(),
  }),
  checklist: z.looseObject({
    name: text.optional(),
    uri: text.optional(),
    digest: digestSet,
    annotations: z.record(z.string(), z.unknown()).optional(),
  }),
  items: z.array(itemSchema).min(1, 'is empty').max(maxItems, `holds more than ${maxItems} items`),
  requiredSignoffs: z.array(requirementSchema.loose()).max(100, 'holds more than 100 roles'),
  affirmation: text.refine(saysSomething, 'says nothing'),
  frozenAt: moment.describe("When the report was frozen, by its author's clock"),
  expiresAt: moment.describe('First moment at which it no longer counts'),
  producer: z.looseObject({ uri: text, version: text }),
})

export type Readiness = z.output<typeof readinessSchema>
export type ReadinessItem = Readiness['items'][number]
export type ItemStatus = ReadinessItem['status']
export type Result = Readiness['result']
/** A statement of any predicate. */
export type Statement = z.output<typeof statementSchema>
export type StatementSubject = Statement['subject'][number]
/** A statement of ours. */
export type ReadinessStatement = Omit<Statement, 'predicate'> & { predicate: Readiness }
