/** Moments as people read them: in their own time zone, and how far away they are. */
import { useEffect, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const dayMs = 86_400_000

/** `2026-11-28 09:00` in the time zone of the reader. */
export function formatLocal(moment: Date): string {
  const pad = (number: number, length = 2) => String(number).padStart(length, '0')
  const day = [pad(moment.getFullYear(), 4), pad(moment.getMonth() + 1), pad(moment.getDate())].join('-')
  return `${day} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`
}

/**
 * How far a moment is away: "in 6 days", "tomorrow", "3 hours ago".
 *
 * Days are those of the calendar, as people count them: what is 20 hours away may be tomorrow, and never "in 1 day"
 * when it is the day after.
 */
export function tellDistance(moment: Date, from: Date): string {
  const minutes = Math.round((moment.getTime() - from.getTime()) / 60_000)
  const days = dayNumber(moment) - dayNumber(from)
  if (days === 0)
    return Math.abs(minutes) < 60
      ? relative.format(minutes, 'minute')
      : relative.format(Math.trunc(minutes / 60), 'hour')
  if (Math.abs(days) < 60) return relative.format(days, 'day')
  if (Math.abs(days) < 730) return relative.format(Math.round(days / 30.44), 'month')
  return relative.format(Math.round(days / 365.25), 'year')
}

function dayNumber(moment: Date): number {
  return Math.round(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / dayMs)
}

/** The time, anew every minute: a page that stays open does not go on saying "in 5 minutes". */
export function useNow(): Date {
  const [, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute((minute) => minute + 1), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now()
}
