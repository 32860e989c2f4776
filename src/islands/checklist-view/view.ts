/** What of a checklist is shown: the query, the items that it lets through, and how far they are. */
import { atom, type ReadableAtom } from 'nanostores'
import { afterFrame } from '../../browser/after-frame.ts'
import { now } from '../../browser/environment.ts'
import { termsOf } from '../../browser/page-facts.ts'
import { judgeItem } from '../../core/status.ts'
import { progressOf } from '../../stores/progress.ts'
import { listValues } from './known-values.ts'
import { countValues, type FacetCounts, matchItems } from './match.ts'
import { type FacetValues, type ViewQuery, wholeList } from './query.ts'
import type { RowItem } from './row-item.ts'

export interface Shown {
  query: ViewQuery
  items: readonly RowItem[]
  counts: FacetCounts
  /** How many items came to fit the query, or no longer do, since it was asked: they stay where they are. */
  unsettled: number
}

export interface ChecklistView {
  platform: string
  /** All items, in reading order. */
  all: readonly RowItem[]
  known: FacetValues
  $shown: ReadableAtom<Shown>
  setQuery: (query: ViewQuery) => void
  /** Asks the same again. */
  settle: () => void
}

export function openChecklistView(platform: string, all: readonly RowItem[]): ChecklistView {
  const { $items, $rollout } = progressOf(platform)
  const known = listValues(all)
  const judge = (items: readonly RowItem[]) => {
    const progress = $items.get()
    const rollout = $rollout.get()
    for (const item of items) {
      const status = judgeItem(progress[item.id], termsOf(platform, item.id), rollout, now())
      item.state = status.kind
      item.isExcluded = status.isExcluded === true
    }
  }
  const ask = (query: ViewQuery): Shown => ({
    query,
    items: matchItems(all, query),
    counts: countValues(all, query),
    unsettled: 0,
  })
  judge(all)
  const $shown = atom(ask(wholeList))
  const setQuery = (query: ViewQuery) => $shown.set(ask(query))
  let rollout = $rollout.get().id
  // Whoever answers an item goes on looking at it: a row that no longer fits stays until somebody asks again.
  const follow = afterFrame(() => {
    judge(all)
    const { query, items } = $shown.get()
    const isSame = rollout === $rollout.get().id
    rollout = $rollout.get().id
    const fresh = ask(query)
    $shown.set(isSame ? { ...fresh, items, unsettled: countDifferences(items, fresh.items) } : fresh)
  })
  $items.listen(follow)
  $rollout.listen(follow)
  return { platform, all, known, $shown, setQuery, settle: () => setQuery($shown.get().query) }
}

export function countDifferences<Item>(before: readonly Item[], after: readonly Item[]): number {
  const [left, right] = [new Set(before), new Set(after)]
  return before.filter((item) => !right.has(item)).length + after.filter((item) => !left.has(item)).length
}
