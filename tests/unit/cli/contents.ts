import {
  type Checklist,
  type ItemFields,
  type ItemState,
  type RolloutFields,
  recordFormat,
  type Stamped,
  type StoredRecord,
} from '../../../src/core/index.ts'
import { encodeRolloutFile, type RolloutContents } from '../../../src/core/rollout-file.ts'
import { demoChecklist, doneState } from '../../fixtures/checklist.ts'
import { early, noon } from '../../fixtures/moments.ts'

export const stamp = <T>(value: T, at = noon, by?: string): Stamped<T> => ({ value, at, ...(by && { by }) })

type Fields<All> = Partial<Omit<StoredRecord<All>, 'format'>>

/** A record of an item; a state alone is its state at noon. */
export const itemOf = (fields: ItemState | Fields<ItemFields>): StoredRecord<ItemFields> => ({
  ...('kind' in fields ? { state: stamp(fields as ItemState) } : fields),
  format: recordFormat,
})

/** A rollout of the demo platform with these items. */
export function contentsOf(
  items: Record<string, ItemState | Fields<ItemFields>> = {},
  rollout: Fields<RolloutFields> = {},
  id = 'demo-1',
): RolloutContents {
  const records = Object.entries(items).map(([item, fields]) => [item, itemOf(fields)])
  const named = { platform: stamp('demo', early), name: stamp('Autumn release', early) }
  return {
    id,
    rollout: { ...named, ...rollout, format: recordFormat },
    items: Object.fromEntries(records),
    wordings: {},
  }
}

/** The same as the text of its file. */
export const fileOf = (...parts: Parameters<typeof contentsOf>): string => encodeRolloutFile(contentsOf(...parts))

export const allDone = {
  'a-must': doneState('a-must'),
  'a-should': doneState('a-should'),
  'a-may': doneState('a-may'),
}

export const riskUntil = (expiresAt: string): ItemState => ({
  kind: 'risk-accepted',
  reason: 'The vendor ships the fix in December',
  acceptedBy: 'Ada',
  expiresAt,
})

export const encodeChecklist = (checklist: Checklist = demoChecklist) => JSON.stringify(checklist)

/** The demo checklist with other members for some of its items. */
export function checklistWith(items: Record<string, object>, others: Partial<Checklist> = {}): Checklist {
  const sections = demoChecklist.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, ...items[item.id] })),
  }))
  return { ...demoChecklist, sections, ...others }
}
