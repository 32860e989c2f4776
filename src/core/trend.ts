/** How far a rollout was on each day, from what the records remember. */
import { type Checklist, listItems } from './checklist.ts'
import type { Progress } from './progress.ts'
import { listVersions } from './record.ts'

export interface TrendPoint {
  /** Last moment of the day, or now for the last point. */
  at: Date
  /** Items that were ticked then. */
  done: number
}

/** Two weeks are what people look back on; a longer story is thinned to as many points. */
const maxPoints = 60

/**
 * Ticked items at the end of each day, from the first answer until now.
 *
 * Counts ticks as they were made: whether one was to be confirmed on that day, nobody wrote down. A field remembers a
 * limited history, so an item that was changed very often may be missing from its first days.
 *
 * @returns Nothing while there are no answers.
 */
export function listTrend(checklist: Pick<Checklist, 'sections'>, progress: Progress, now: Date): TrendPoint[] {
  const histories = listItems(checklist).flatMap(({ id }) => {
    const state = Object.hasOwn(progress, id) ? progress[id]?.state : undefined
    return state
      ? [listVersions(state).map(({ at, value }) => ({ time: Date.parse(at), isDone: value.kind === 'done' }))]
      : []
  })
  const first = Math.min(...histories.flatMap((versions) => versions.map(({ time }) => time)))
  if (!Number.isFinite(first) || first > now.getTime()) return []
  const count = (at: Date) =>
    histories.filter((versions) => versions.find(({ time }) => time <= at.getTime())?.isDone).length
  return listDays(new Date(first), now).map((at) => ({ at, done: count(at) }))
}

/** Ends of days where the reader is; the last is now. */
function listDays(first: Date, now: Date): Date[] {
  const days: Date[] = []
  for (let day = 0; ; day++) {
    const end = new Date(first.getFullYear(), first.getMonth(), first.getDate() + day + 1, 0, 0, 0, -1)
    if (end >= now) break
    days.push(end)
  }
  const step = Math.ceil(days.length / (maxPoints - 1))
  return [...days.filter((_, index) => index % Math.max(step, 1) === 0), now]
}
