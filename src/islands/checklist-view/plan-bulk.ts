/** Which items one change of many is about, and what became of it, in words. */
import type { ItemRecord, ItemState } from '../../core/progress.ts'
import type { BulkResult, StateChange } from '../../stores/bulk.ts'
import { stateWord } from '../item/states.ts'
import type { ViewedItem } from './match.ts'

/** States that may be given to many items: a risk is accepted one by one. */
export const bulkKinds = ['done', 'open', 'started', 'blocked', 'not-applicable'] as const
export type BulkKind = (typeof bulkKinds)[number]

export const bulkLabels: Readonly<Record<BulkKind, string>> = {
  done: 'Tick',
  open: 'Untick',
  started: 'Started',
  blocked: 'Blocked…',
  'not-applicable': 'Not applicable…',
}

export interface BulkPlan {
  kind: BulkKind
  changes: readonly StateChange[]
  /** How many have the state already, or do not apply to this rollout. */
  same: number
  /** How many were ticked and are to be confirmed: each needs a look. */
  doubtful: number
  /** How many a tick leaves alone, because somebody said that they do not apply, or accepted their risk. */
  excused: number
}

export type BulkItem = Pick<ViewedItem, 'id' | 'state'> & { isExcluded: boolean }

/** @param makeState The state for an item, which for some is given to its wording. */
export function planBulk(
  kind: BulkKind,
  items: readonly BulkItem[],
  progress: Readonly<Record<string, ItemRecord | undefined>>,
  makeState: (item: string) => ItemState,
): BulkPlan {
  const applicable = items.filter(({ isExcluded }) => !isExcluded)
  const stateOf = (id: string) => progress[id]?.state?.value.kind ?? 'open'
  const isDoubtful = ({ id, state }: BulkItem) => kind === 'done' && state === 'to-confirm' && stateOf(id) === 'done'
  // The reason of what is blocked may be another one now.
  const isSame = ({ id }: BulkItem) => stateOf(id) === kind && kind !== 'blocked' && kind !== 'not-applicable'
  const isExcused = ({ state }: BulkItem) =>
    kind === 'done' && (state === 'not-applicable' || state === 'risk-accepted')
  const doubtful = applicable.filter(isDoubtful)
  const excused = applicable.filter(isExcused)
  const changed = applicable.filter((item) => !isDoubtful(item) && !isExcused(item) && !isSame(item))
  return {
    kind,
    changes: changed.map(({ id }) => ({ item: id, state: makeState(id), seenAt: progress[id]?.state?.at })),
    same: items.length - changed.length - doubtful.length - excused.length,
    doubtful: doubtful.length,
    excused: excused.length,
  }
}

/** What was done, what was left and why; "saved" is never said of what the device does not hold. */
export function describeBulk(
  { kind, same, doubtful, excused }: BulkPlan,
  { written, left, isStored }: BulkResult,
): string {
  const deed = kind === 'done' ? 'Ticked' : kind === 'open' ? 'Unticked' : `Set to ${stateWord(kind)}:`
  return [
    `${deed} ${nameItems(written.length)}.`,
    same > 0 && `${nameItems(same)} needed no change.`,
    doubtful > 0 && `${nameItems(doubtful)} to confirm: each needs a look of its own.`,
    excused > 0 && `${nameItems(excused)} not applicable or accepted as a risk: ${leftAlone(excused)}.`,
    left.length > 0 && `${nameItems(left.length)} answered elsewhere meanwhile: ${leftAlone(left.length)}.`,
    !isStored && notStored,
  ]
    .filter(Boolean)
    .join(' ')
}

export function describeUndo({ written, left, isStored }: BulkResult): string {
  return [
    `Undone for ${nameItems(written.length)}.`,
    left.length > 0 && `${nameItems(left.length)} changed since: ${leftAlone(left.length)}.`,
    !isStored && notStored,
  ]
    .filter(Boolean)
    .join(' ')
}

const leftAlone = (count: number) => (count === 1 ? 'left as it is' : 'left as they are')

const notStored = 'Not saved: the notice at the foot of the page says why.'

export const nameItems = (count: number): string => (count === 1 ? '1 item' : `${count} items`)
