/** One state for many items at once, and the way back for all of them. */
import { records } from '../browser/environment.ts'
import { formerIdsOf } from '../browser/page-facts.ts'
import type { ItemState } from '../core/progress.ts'
import { type Stamped, stableText } from '../core/record.ts'
import { claimRollout, progressOf, showItems, writeItem } from './progress.ts'

export interface StateChange {
  item: string
  state: ItemState
  /** Time of the state that whoever asks for this saw; undefined where they saw none. */
  seenAt: string | undefined
}

/** A state that was written, and the one that it replaced. */
interface WrittenState {
  item: string
  previous: ItemState
  at: string
}

export interface BulkResult {
  /** Rollout that was changed: by now the page may show another one. */
  rollout: string
  written: readonly WrittenState[]
  /** Items that somebody answered meanwhile, or that a newer page answered: they are left as they are. */
  left: readonly string[]
  /** Whether the device holds everything that was written. */
  isStored: boolean
}

/**
 * Writes states one by one, each as a tick would be written, and then shows all of them at once.
 *
 * What is stored is looked at again right before: another tab may have written since `seenAt`, and an answer that
 * nobody saw is not written over. An item that is in the state already keeps its time.
 */
export function changeStates(
  platform: string,
  changes: readonly StateChange[],
  rollout = progressOf(platform).$rollout.get().id,
): BulkResult {
  const written: WrittenState[] = []
  const left: string[] = []
  let isStored = true
  for (const { item, state, seenAt } of changes) {
    const before = readState(platform, rollout, item)
    const previous = before?.value ?? { kind: 'open' }
    if (before?.at !== seenAt) left.push(item)
    else if (stableText(previous) !== stableText(state)) {
      if (written.length === 0) claimRollout(platform, rollout)
      const result = writeItem(platform, item, 'state', state, { rollout })
      const after = readState(platform, rollout, item)
      // A record that a newer Golive wrote cannot be changed: nothing is there to be taken back.
      if (result.kind === 'refused' || !after || after.at === seenAt) left.push(item)
      else written.push({ item, previous, at: after.at })
      if (result.kind === 'written') isStored &&= result.isStored
    }
  }
  // Also what was left: another tab wrote it, and that may not have been told here yet.
  showItems(
    platform,
    changes.map(({ item }) => item),
  )
  return { rollout, written, left, isStored }
}

/** Takes everything back that was written; what somebody changed since is left as it is. */
export function undoStates(platform: string, { rollout, written }: BulkResult): BulkResult {
  const changes = written.map(({ item, previous, at }) => ({ item, state: previous, seenAt: at }))
  return changeStates(platform, changes, rollout)
}

function readState(platform: string, rollout: string, item: string): Stamped<ItemState> | undefined {
  return records.readItem(rollout, item, formerIdsOf(platform, item))?.state
}
