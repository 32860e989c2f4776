/** The exported report as a schema: the reference for programs that read it. Published as `/schema/report.json`. */
import { z } from 'zod'
import { levels, owners, phases } from './schema.ts'

const count = z.int().min(0)
const itemSchema = z.object({
  id: z.string(),
  title: z.string(),
  level: z.enum(levels),
  owner: z.enum(owners),
  phase: z.enum(phases),
  url: z.string().describe('Path of the item on the site'),
  state: z.enum(['open', 'started', 'blocked', 'done', 'not-applicable', 'risk-accepted']),
  reason: z.string().optional().describe('Why it is blocked, does not apply, or is accepted as a risk'),
  note: z.string().optional(),
  changedAt: z.iso.datetime().optional().describe('When the state or the note last changed'),
  reworded: z.boolean().describe('The text of the item changed since it was ticked'),
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
    open: count,
    riskAccepted: count,
    notApplicable: count,
    blockers: count.describe('Open musts'),
  }),
  sections: z.array(z.object({ id: z.string(), title: z.string(), items: z.array(itemSchema) })),
})
