/** The exported report as a schema: the reference for programs that read it. Published as `/schema/report.json`. */
import * as z from 'zod'
import { launchEventKinds } from './launch-events.ts'
import { levels, owners, phases } from './schema.ts'

const count = z.int().min(0)
const stateSchema = z.enum(['open', 'started', 'blocked', 'done', 'to-confirm', 'not-applicable', 'risk-accepted'])
const itemSchema = z.object({
  id: z.string(),
  title: z.string(),
  level: z.enum(levels),
  owner: z.enum(owners),
  phase: z.enum(phases),
  url: z.string().describe('Path of the item on the site'),
  state: stateSchema,
  reason: z.string().optional().describe('Why it is blocked, does not apply, is a risk, or has to be confirmed'),
  risk: z
    .object({
      reason: z.string(),
      acceptedBy: z.string(),
      expiresAt: z.iso.datetime(),
      followUp: z.string().optional(),
      compensatingControl: z.string().optional(),
    })
    .optional()
    .describe('Where the state is risk-accepted'),
  note: z.string().optional(),
  evidence: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ collectedAt: z.iso.datetime(), kind: z.literal('link'), url: z.string() }),
        z.object({
          collectedAt: z.iso.datetime(),
          kind: z.literal('text'),
          text: z.string(),
          verdict: z.literal('fail').optional().describe('Of a check that failed'),
        }),
        z.object({
          collectedAt: z.iso.datetime(),
          kind: z.literal('file'),
          name: z.string(),
          sizeBytes: z.int(),
          sha256: z.string(),
        }),
      ]),
    )
    .optional(),
  collectedAt: z.iso.datetime().optional().describe('When the newest evidence of a done item was collected'),
  decision: z
    .object({
      key: z.string(),
      question: z.string(),
      answer: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
      unit: z.string().optional(),
    })
    .optional()
    .describe('What the rollout decided here'),
  changedAt: z.iso.datetime().optional().describe('When anything of the item last changed'),
  changedBy: z.string().optional().describe('Who changed it last, as they named themselves'),
  doubts: z
    .array(z.enum(['copied', 'reworded', 'unlinked', 'stale']))
    .optional()
    .describe('Why the answer has to be confirmed, where the state is to-confirm'),
})

export const reportSchema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  rollout: z.object({
    id: z.string(),
    name: z.string(),
    platform: z.string(),
    environment: z.string(),
    service: z.string(),
    version: z.string(),
    plannedLaunch: z.string().describe('Local date and time, like 2026-11-28T09:00, or empty'),
    traits: z.array(z.string()).optional().describe('Traits it has; absent while nobody has said'),
    subjects: z.array(
      z.object({ name: z.string(), digest: z.string().describe('sha256:HEX, gitCommit:HEX, or empty') }),
    ),
    rollbackCommand: z.string(),
    abortCriteria: z.array(z.string()),
    people: z.array(z.object({ name: z.string(), role: z.string() })),
    copiedFrom: z.string().describe('Rollout whose answers this one started from, or empty'),
    archivedAt: z.string(),
    deletedAt: z.string(),
  }),
  checklist: z.object({
    platform: z.string(),
    title: z.string(),
    version: z.string(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe("Digest of the published checklist's bytes"),
  }),
  verdict: z.enum(['go', 'conditional-go', 'no-go']),
  reasons: z.array(z.string()).describe('What led to the verdict, most severe first'),
  counts: z.object({
    total: count,
    applicable: count,
    done: count,
    toConfirm: count.describe('Answered, and to be confirmed before it counts as done'),
    open: count,
    riskAccepted: count,
    notApplicable: count,
    blockers: count.describe('Musts that are open or have to be confirmed'),
  }),
  sections: z.array(z.object({ id: z.string(), title: z.string(), items: z.array(itemSchema) })),
  gone: z
    .array(
      z.object({
        id: z.string(),
        state: stateSchema,
        note: z.string().optional(),
        retiredSince: z.string().optional().describe('Version of the checklist that no longer had it'),
        replacedBy: z.string().optional(),
      }),
    )
    .describe('Answers that no item of the checklist asks for any more'),
  events: z
    .array(
      z.object({
        happenedAt: z.iso.datetime(),
        kind: z.enum(launchEventKinds),
        text: z.string(),
        item: z.string().optional().describe('Item that a step finished'),
        by: z.string().optional().describe('Who noted it, as they named themselves'),
      }),
    )
    .describe('What happened on the day of the launch, first things first'),
})
