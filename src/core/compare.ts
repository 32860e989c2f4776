/** Two copies of the same answers: what differs, and who is ahead. */
import { type Checklist, listItems } from './checklist.ts'
import type { ItemFields, ItemRecord, Progress } from './progress.ts'
import { isStamped, listVersions, mergeRecords, type Stamped, type StoredRecord, stableText } from './record.ts'

/**
 * How a field of theirs stands to ours: `new` to us, `missing` from theirs, `newer` when it replaced ours, `older` when
 * ours replaced it, or a `conflict` when both were changed without knowing of each other.
 */
export type FieldRelation = 'same' | 'new' | 'missing' | 'newer' | 'older' | 'conflict'

export interface FieldChange {
  name: string
  relation: FieldRelation
  ours: Stamped<unknown> | undefined
  theirs: Stamped<unknown> | undefined
}

/** What a merge would do to a record, told by the most telling of its fields. */
export type RecordRelation = 'new' | 'same' | 'changed' | 'conflict'

/** Compares two copies of a record field by field; what is the same is left out. */
export function compareRecords<Fields>(
  ours: StoredRecord<Fields> | undefined,
  theirs: StoredRecord<Fields> | undefined,
): FieldChange[] {
  const names = [...new Set([...Object.keys(ours ?? {}), ...Object.keys(theirs ?? {})])].sort()
  return names.flatMap((name) => {
    const [left, right] = [fieldOf(ours, name), fieldOf(theirs, name)]
    const relation = compareFields(left, right)
    return relation === 'same' ? [] : [{ name, relation, ours: left, theirs: right }]
  })
}

/** What merging theirs into ours would mean for the person who looks at it. */
export function relateRecords<Fields>(
  ours: StoredRecord<Fields> | undefined,
  theirs: StoredRecord<Fields> | undefined,
): RecordRelation {
  const changes = compareRecords(ours, theirs)
  if (changes.some(({ relation }) => relation === 'conflict')) return 'conflict'
  if (!changes.some(({ relation }) => relation === 'new' || relation === 'newer')) return 'same'
  return ours === undefined ? 'new' : 'changed'
}

function compareFields(ours: Stamped<unknown> | undefined, theirs: Stamped<unknown> | undefined): FieldRelation {
  if (!theirs) return ours ? 'missing' : 'same'
  if (!ours) return 'new'
  const isSameValue = stableText(ours.value) === stableText(theirs.value)
  if (isSameValue && ours.at === theirs.at) return 'same'
  const knows = (field: Stamped<unknown>, version: Stamped<unknown>) =>
    listVersions(field).some(({ at, value }) => at === version.at && stableText(value) === stableText(version.value))
  if (knows(theirs, ours)) return 'newer'
  if (knows(ours, theirs)) return 'older'
  // The same answer given twice is no conflict; the later time stays.
  if (isSameValue) return theirs.at > ours.at ? 'newer' : 'older'
  return 'conflict'
}

function fieldOf(record: object | undefined, name: string): Stamped<unknown> | undefined {
  const field: unknown = record && Object.hasOwn(record, name) ? Reflect.get(record, name) : undefined
  return isStamped(field) ? field : undefined
}

/** All answers of both copies of a rollout, each item merged by itself. */
export function mergeProgress(ours: Progress, theirs: Progress): Progress {
  const merged = new Map<string, ItemRecord | undefined>(Object.entries(ours))
  for (const [id, record] of Object.entries(theirs)) {
    const known = merged.get(id)
    merged.set(id, known && record ? mergeRecords<ItemFields>(known, record) : (record ?? known))
  }
  return Object.fromEntries(merged)
}

/** Answers under the ids that a checklist has now: what was given under an earlier id of an item counts for it. */
export function followRenames(progress: Progress, checklist: Checklist): Progress {
  const followed = new Map(Object.entries(progress))
  for (const { id, formerly = [] } of listItems(checklist)) {
    const records = [id, ...formerly].flatMap((name) => (Object.hasOwn(progress, name) ? (progress[name] ?? []) : []))
    for (const name of formerly) followed.delete(name)
    if (records.length > 0) followed.set(id, records.reduce(mergeRecords<ItemFields>))
  }
  return Object.fromEntries(followed)
}
