import { zoneLosses } from '../../core/sizing/index.ts'
import { type Draft, emptyDraft, emptyPlan, emptyWorkload } from './draft.ts'

/** What was stored, completed where a member is missing or of another kind; undefined where it is no draft at all. */
export function parseDraft(value: unknown): Draft | undefined {
  if (!isMembers(value) || !Array.isArray(value['workloads']) || !Array.isArray(value['plans'])) return undefined
  const { zoneLoss } = value
  return {
    ...complete(emptyDraft, value),
    workloads: value['workloads'].map((each) => complete(emptyWorkload, each)),
    plans: value['plans'].map((each) => complete(emptyPlan, each)),
    zoneLoss: zoneLosses.find((each) => each === zoneLoss) ?? 'none',
  }
}

const isMembers = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function complete<Form extends object>(form: Form, value: unknown): Form {
  const stored = isMembers(value) ? value : {}
  const entries = Object.entries(form).map(([name, blank]) => {
    const held = stored[name]
    return [name, typeof held === typeof blank ? held : blank]
  })
  return Object.fromEntries(entries) as Form
}
