/** The day of a launch: where it stands, and what comes next. */
import type { LaunchEvent } from './launch-events.ts'
import type { ReportItem } from './report.ts'
import type { Phase } from './schema.ts'
import { isPending } from './status.ts'

/**
 * Gates in their order: what has to be ready, the decision, the launch itself, and what is watched and finished after it.
 */
export const launchGates = ['before', 'decision', 'launch', 'after'] as const

export type LaunchGate = (typeof launchGates)[number]

/** `stopped`: somebody broke it off, and nobody has decided to go on. */
export type LaunchStage = LaunchGate | 'stopped'

const phasesOf: Readonly<Record<LaunchGate, readonly Phase[]>> = {
  before: ['plan', 'prepare'],
  decision: [],
  launch: ['launch'],
  after: ['operate'],
}

/** An item of a launch, with what has to be done before it. */
export interface LaunchItem extends Pick<ReportItem, 'id' | 'level' | 'phase' | 'state'> {
  after?: readonly string[] | undefined
}

/** Where a launch stands, by what its log says last. */
export function stageOf(events: readonly Pick<LaunchEvent, 'kind'>[], items: readonly LaunchItem[]): LaunchStage {
  const last = events.findLast(({ kind }) => kind !== 'note' && kind !== 'step')?.kind
  if (last === 'go') return 'launch'
  if (last === 'launched') return 'after'
  if (last === 'aborted' || last === 'rolled-back') return 'stopped'
  return listPending(items, 'before').some(({ level }) => level === 'must') ? 'before' : 'decision'
}

/** Items of a gate, in the order of the checklist. */
export function listGateItems<Item extends LaunchItem>(items: readonly Item[], gate: LaunchGate): Item[] {
  return items.filter(({ phase }) => phasesOf[gate].includes(phase))
}

/**
 * What is still to be done at a gate, in the order to do it: what waits for nothing that is pending, musts first, then
 * the order of the checklist. What was done and is only to be confirmed comes last.
 */
export function listPending<Item extends LaunchItem>(items: readonly Item[], gate: LaunchGate): Item[] {
  const pending = new Set(items.filter(({ state }) => isPending({ kind: state })).map(({ id }) => id))
  const waits = ({ after = [] }: LaunchItem) => after.some((id) => pending.has(id))
  const rank = (item: Item) =>
    (item.state === 'to-confirm' ? 6 : waits(item) ? 3 : 0) + ['must', 'should', 'may'].indexOf(item.level)
  return listGateItems(items, gate)
    .filter(({ id }) => pending.has(id))
    .toSorted((left, right) => rank(left) - rank(right))
}

/** Ids that have to come before an item and are not done yet. */
export function listUnmet(item: LaunchItem, items: readonly LaunchItem[]): string[] {
  const pending = new Set(items.filter(({ state }) => isPending({ kind: state })).map(({ id }) => id))
  return (item.after ?? []).filter((id) => pending.has(id))
}

/**
 * A time span as an instrument shows it: `2 d 04:05:06`, without days where there are none.
 *
 * @param ms Of either sign; the sign is left to whoever shows it.
 */
export function formatSpan(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  const digits = (number: number) => String(number).padStart(2, '0')
  const days = Math.floor(seconds / 86_400)
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60].map(digits).join(':')
  return days > 0 ? `${days} d ${clock}` : clock
}
