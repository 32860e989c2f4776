/** What a planned import amounts to: how much of each kind, which side of a conflict counts, what arrived. */
import { itemKey, rolloutKey } from '../../browser/record-reader.ts'
import {
  type FieldChange,
  mergeRecords,
  type RecordRelation,
  recordFormat,
  type Stamped,
  type StoredRecord,
  stableText,
} from '../../core/index.ts'
import type { ChangePreview, ImportPlan, RolloutPreview } from '../../stores/transfer.ts'
import { sortFields } from './field-words.ts'

export type Side = 'ours' | 'theirs'

/** A side that a person chose where both were changed. */
export interface Chosen {
  rollout: string
  item: string | undefined
  field: string
  side: Side
}

/** The changes of a rollout in the order in which they are looked at. */
export interface SortedChanges {
  /** What would change, conflicts first: those need a decision. */
  changed: ChangePreview[]
  /** Answers to items that the checklist of this site does not have. */
  unknown: ChangePreview[]
  counts: Record<RecordRelation, number>
}

export function sortChanges({ changes }: Pick<RolloutPreview, 'changes'>): SortedChanges {
  const counts = { new: 0, changed: 0, conflict: 0, same: 0 }
  // The rollout itself is no answer, and is not counted as one.
  for (const { item, relation } of changes) if (item !== undefined) counts[relation]++
  const different = changes.filter(({ relation }) => relation !== 'same')
  const ofItem = different.filter(({ isUnknown }) => !isUnknown)
  const isConflict = ({ relation }: ChangePreview) => relation === 'conflict'
  return {
    changed: [...ofItem.filter(isConflict), ...ofItem.filter((change) => !isConflict(change))],
    unknown: different.filter(({ isUnknown }) => isUnknown),
    counts,
  }
}

/** Fields in which something arrives: what ours replaced, or theirs lacks, stays as it is. */
export function listArriving({ changes }: Pick<ChangePreview, 'changes'>): FieldChange[] {
  const arrives = ({ relation }: FieldChange) => relation === 'new' || relation === 'newer' || relation === 'conflict'
  return sortFields(changes.filter(arrives))
}

/** Which side of a conflict is later; undefined where both were set in the same millisecond. */
export function findLater({ ours, theirs }: FieldChange): Side | undefined {
  if (!ours || !theirs || ours.at === theirs.at) return undefined
  return theirs.at > ours.at ? 'theirs' : 'ours'
}

/** The side that a merge keeps when nobody chooses. */
export function findKept(change: FieldChange): Side {
  const { ours, theirs } = change
  const later = findLater(change)
  if (later || !ours || !theirs) return later ?? (ours ? 'ours' : 'theirs')
  const record = (field: Stamped<unknown>): StoredRecord<{ field: unknown }> => ({ format: recordFormat, field })
  const merged = mergeRecords(record(ours), record(theirs)).field
  return stableText(merged?.value) === stableText(theirs.value) ? 'theirs' : 'ours'
}

/** A field that both sides changed without knowing of each other. */
export interface Conflict extends Omit<Chosen, 'side'> {
  change: FieldChange
}

export function listConflicts({ rollouts }: ImportPlan): Conflict[] {
  return rollouts.flatMap(({ contents, changes }) =>
    changes.flatMap(({ item, changes: fields }) =>
      fields
        .filter(({ relation }) => relation === 'conflict')
        .map((change) => ({ rollout: contents.id, item, field: change.name, change })),
    ),
  )
}

/**
 * The sides that a person chose against what a merge keeps. Those that agree with it are left out: when another tab
 * sets the field again before the import, that later value stays.
 *
 * @param sideOf The side that is chosen on the screen.
 */
export function listChosen(plan: ImportPlan, sideOf: (conflict: Conflict) => string | undefined): Chosen[] {
  return listConflicts(plan).flatMap((conflict) => {
    const { change, ...place } = conflict
    const side = sideOf(conflict)
    return (side === 'ours' || side === 'theirs') && side !== findKept(change) ? [{ ...place, side }] : []
  })
}

/** Whether there is anything that an import would store. */
export function hasChanges({ rollouts, others }: ImportPlan): boolean {
  const isChanged = rollouts.some(({ changes }) => changes.some(({ relation }) => relation !== 'same'))
  return isChanged || listKept({ others }).length > 0
}

/** Keys of texts of a backup that no version we know can read; which rollout was open, and who worked, are no such. */
export function listKept({ others }: Pick<ImportPlan, 'others'>): string[] {
  return Object.keys(others).filter((key) => key !== 'current' && key !== 'person')
}

/** How many answers of a rollout an import stores: those where every conflict went to our side are not among them. */
export function countArrived({ contents, changes }: RolloutPreview, chosen: readonly Chosen[]): number {
  const isTaken = (item: string | undefined) => (change: FieldChange) => {
    if (change.relation !== 'conflict') return true
    const choice = chosen.find(
      ({ rollout, item: of, field }) => rollout === contents.id && of === item && field === change.name,
    )
    return (choice?.side ?? findKept(change)) === 'theirs'
  }
  return changes.filter(({ item, changes: fields }) => {
    return item !== undefined && listArriving({ changes: fields }).some(isTaken(item))
  }).length
}

/** `14 answers`, `1 answer`. */
export function countNoun(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** What stands under a storage key, in words: the title of an item, or which rollout it is. */
export function describeKey({ rollouts }: Pick<ImportPlan, 'rollouts'>, key: string): string {
  for (const { contents, rollout, changes } of rollouts) {
    if (key === rolloutKey(contents.id)) return `What “${rollout.name}” is`
    const change = changes.find(({ item }) => item !== undefined && key === itemKey(contents.id, item))
    if (change) return `${change.title}, in “${rollout.name}”`
  }
  return key
}
