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
  const first = histories.flat().reduce((earliest, { time }) => Math.min(earliest, time), Number.POSITIVE_INFINITY)
  if (!Number.isFinite(first) || first > now.getTime()) return []
  const count = (at: Date) =>
    histories.filter((versions) => versions.find(({ time }) => time <= at.getTime())?.isDone).length
  return listDays(new Date(first), now).map((at) => ({ at, done: count(at) }))
}

/** Ends of days where the reader is; the last is now. */
function listDays(first: Date, now: Date): Date[] {
  const count = Math.round((startOfDay(now).getTime() - startOfDay(first).getTime()) / 86_400_000)
  const step = Math.max(1, Math.ceil(count / (maxPoints - 1)))
  const days: Date[] = []
  for (let day = 0; day < count; day += step) days.push(new Date(startOfDay(first, day + 1).getTime() - 1))
  return [...days, now]
}

function startOfDay(moment: Date, daysLater = 0): Date {
  const start = new Date(moment)
  start.setDate(start.getDate() + daysLater)
  start.setHours(0, 0, 0, 0)
  return start
}
