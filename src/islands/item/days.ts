/** Days and times as the reader's own calendar has them; what is stored is UTC. */
import { isTimestamp } from '../../core/record.ts'

const dayMs = 86_400_000

/** Earlier days are years that are still being typed. */
const firstYear = 2000

/** The day of a moment, like 2026-11-21: what a date field shows. */
export function dayOf(moment: string | Date): string {
  const date = new Date(moment)
  return [pad(date.getFullYear(), 4), pad(date.getMonth() + 1), pad(date.getDate())].join('-')
}

/** Day and time to the minute, like 2026-11-21 14:03. */
export function minuteOf(moment: string | Date): string {
  const date = new Date(moment)
  return `${dayOf(date)} ${pad(date.getHours())}:${pad(date.getMinutes())}`
}

/**
 * The last moment of a day, as it is stored.
 *
 * @returns Undefined for a day that no calendar has, or that is written otherwise.
 */
export function endOfDay(day: string): string | undefined {
  return momentOn(day, 23, 59, 59, 999)
}

/**
 * When something of that day was collected: now for today, else midday, which is the same day in most time zones.
 *
 * @returns Undefined for a day that no calendar has, one before the year 2000, and one that is still to come.
 */
export function collectedOn(day: string, now: Date): string | undefined {
  const today = dayOf(now)
  if (day === today) return now.toISOString()
  return day < today && Number(day.slice(0, 4)) >= firstYear ? momentOn(day, 12) : undefined
}

/** "today", "1 day ago": how many midnights lie between. */
export function ageOf(moment: string, now: Date): string {
  const days = (Date.parse(dayOf(now)) - Date.parse(dayOf(moment))) / dayMs
  if (days < 1) return 'today'
  return days === 1 ? '1 day ago' : `${days} days ago`
}

function momentOn(day: string, ...time: [number, ...number[]]): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const [hours, minutes = 0, seconds = 0, milliseconds = 0] = time
  const moment = new Date(Number(year), Number(month) - 1, Number(date), hours, minutes, seconds, milliseconds)
  // The calendar would make the 2nd of March of the 30th of February.
  if (Number.isNaN(moment.getTime()) || dayOf(moment) !== day) return undefined
  const stored = moment.toISOString()
  return isTimestamp(stored) ? stored : undefined
}

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0')
