import { afterFrame } from '../../browser/after-frame.ts'
import { now } from '../../browser/environment.ts'
import { termsOf } from '../../browser/page-facts.ts'
import type { ItemState } from '../../core/progress.ts'
import { changeStates, undoStates } from '../../stores/bulk.ts'
import { progressOf } from '../../stores/progress.ts'
import { entriesOf, needsReason, plainState, readState } from '../item/states.ts'
import { type BulkKind, describeBulk, describeUndo, planBulk } from './plan-bulk.ts'
import type { RowItem } from './row-item.ts'
import { $told } from './told.ts'
import type { ChecklistView } from './view.ts'

/** Gives items one state and says what became of it, with one way back for all of them. */
export function changeMany(
  { platform }: Pick<ChecklistView, 'platform'>,
  kind: BulkKind,
  items: readonly RowItem[],
  reason: string,
): void {
  const makeState = (item: string) => stateFor(kind, termsOf(platform, item).digest ?? '', reason)
  const plan = planBulk(kind, items, progressOf(platform).$items.get(), makeState)
  const result = changeStates(platform, plan.changes)
  const undo = () => $told.set({ text: describeUndo(undoStates(platform, result)) })
  $told.set({ text: describeBulk(plan, result), ...(result.written.length > 0 && { undo }) })
  const written = new Set(result.written.map(({ item }) => item))
  afterFrame(() => void finish(items.filter(({ id }) => written.has(id))))()
}

function stateFor(kind: BulkKind, digest: string, reason: string): ItemState {
  if (!needsReason(kind)) return plainState(kind, digest)
  const read = readState(kind, { ...entriesOf(kind, { kind: 'open' }), reason }, digest, now())
  // The form has refused what is no reason before.
  if (read.kind === 'refused') throw new Error(`Cannot set ${kind}: ${read.faults.reason}`)
  return read.state
}

/** What every answer asks for; where it cannot be loaded, only a later comparison of wordings lacks its text. */
async function finish(items: readonly RowItem[]): Promise<void> {
  const module = await import('../after-answer.ts').catch(() => undefined)
  for (const { row } of items) module?.afterAnswer(row)
}
