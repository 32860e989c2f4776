/** Reminders that leave the browser: a rollout's dates as a calendar file (RFC 5545). */
import { type Checklist, type Item, listItems } from './checklist.ts'
import { followRenames } from './compare.ts'
import type { ItemRecord, Progress } from './progress.ts'
import type { Rollout } from './rollout.ts'
import { collectedAt, judgeItem } from './status.ts'
import { cleanText } from './text.ts'

/** Something on the way to the launch that has a time of its own. */
export interface CalendarGate {
  /** Letters, digits and hyphens, unique in the rollout: the event keeps it when its time changes. */
  id: string
  title: string
  /** Local date and time, like the planned launch. */
  startsAt: string
  /** What is to be done by then. */
  description?: string | undefined
}

export interface CalendarInput {
  checklist: Checklist
  rollout: Rollout
  progress: Progress
  now: Date
  /** Address of the site with a slash at its end: events link to their items. */
  siteUrl?: string | undefined
  gates?: readonly CalendarGate[] | undefined
}

interface CalendarEvent {
  /** What keeps the event the same from one file to the next. */
  key: string
  /** `20261128T090000`, in UTC with `Z`, or without where nobody named a zone: then it is nine wherever one looks. */
  start: string
  summary: string
  description: string
  url?: string | undefined
  /** How long before the event it reminds. */
  alarms: readonly string[]
  /** It takes an hour of the day; the others take none. */
  isMeeting?: true
}

/** Hours from the launch at which each gate is proposed; nothing says more of them than that they come in this order. */
const gateHours = [
  { id: 'before', title: 'Ready for the decision', hours: -24 },
  { id: 'decision', title: 'Go or no-go', hours: -1 },
  { id: 'after', title: 'After the launch', hours: 24 },
] as const

/** Times for the gates around a planned launch, for people to change; none while the launch has no time. */
export function proposeGates(plannedLaunch: string): CalendarGate[] {
  if (!localStamp(plannedLaunch)) return []
  // Reckoned as if it were UTC: a local time without its zone knows no change of the clock.
  const launch = Date.parse(`${plannedLaunch.slice(0, 16)}:00Z`)
  return gateHours.map(({ id, title, hours }) => ({
    id,
    title,
    startsAt: new Date(launch + hours * hourMs).toISOString().slice(0, 16),
  }))
}

const hourMs = 3_600_000

/**
 * Encodes launch, gates, and the ends of accepted risks and of evidence that are still to come.
 *
 * The same rollout gives the same events: imported again, they replace those of before.
 */
export function encodeCalendar(input: CalendarInput): string {
  const events = [...listMeetings(input), ...listEnds(input)]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Golive//Golive//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(input.rollout.name)}`,
    ...events.flatMap((event) => layEvent(event, input)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function listMeetings({ rollout, gates = [], siteUrl }: CalendarInput): CalendarEvent[] {
  const { name, plannedLaunch, rollbackCommand, abortCriteria } = rollout
  const description = [
    ...(rollbackCommand ? [`Rollback: ${rollbackCommand}`] : []),
    ...abortCriteria.map((criterion) => `Stop when: ${criterion}`),
  ].join('\n')
  const url = siteUrl && new URL('launch/', siteUrl).href
  const meetings = [
    { key: 'launch', summary: `Launch: ${name}`, startsAt: plannedLaunch, description },
    ...gates.map(({ id, title, startsAt, description: what = '' }) => ({
      key: `gate.${id}`,
      summary: `${title}: ${name}`,
      startsAt,
      description: what,
    })),
  ]
  return meetings.flatMap(({ startsAt, ...meeting }) => {
    const start = localStamp(startsAt)
    return start ? [{ ...meeting, start, url, alarms: ['-P1D', '-PT1H'], isMeeting: true }] : []
  })
}

/** Ends of risks and of evidence, as they stand between now and for ever. */
function listEnds(input: CalendarInput): CalendarEvent[] {
  const { checklist, rollout, progress, now } = input
  const followed = followRenames(progress, checklist)
  return listItems(checklist)
    .filter((item) => !judgeItem(followed[item.id], item, rollout, now).isExcluded)
    .flatMap((item) => [...endOfRisk(item, followed[item.id], input), ...endOfEvidence(item, followed[item.id], input)])
}

function endOfRisk(item: Item, record: ItemRecord | undefined, input: CalendarInput): CalendarEvent[] {
  const state = record?.state?.value
  if (state?.kind !== 'risk-accepted') return []
  const { reason, acceptedBy, expiresAt, followUp, compensatingControl } = state
  const description = [
    `Accepted by ${acceptedBy}: ${reason}`,
    ...(compensatingControl ? [`Until then: ${compensatingControl}`] : []),
    ...(followUp ? [followUp] : []),
  ].join('\n')
  return layEnd(`risk.${item.id}`, `Accepted risk ends: ${item.title}`, description, Date.parse(expiresAt), item, input)
}

const dayMs = 24 * hourMs

function endOfEvidence(item: Item, record: ItemRecord | undefined, input: CalendarInput): CalendarEvent[] {
  if (record?.state?.value.kind !== 'done' || item.validForDays === undefined) return []
  const collected = Date.parse(collectedAt(record) ?? '')
  const description = `${item.evidence ?? 'Check it again'}\nGood for ${item.validForDays} days`
  const end = collected + item.validForDays * dayMs
  return layEnd(`evidence.${item.id}`, `Evidence is stale: ${item.title}`, description, end, item, input)
}

/** What has ended already is told by the report; a reminder would come too late. */
function layEnd(
  key: string,
  summary: string,
  description: string,
  end: number,
  item: Item,
  { rollout, now, siteUrl }: CalendarInput,
): CalendarEvent[] {
  if (!(end > now.getTime())) return []
  const url = siteUrl && new URL(item.url.replace(/^\//, ''), siteUrl).href
  const start = utcStamp(new Date(end))
  return [{ key, start, summary: `${summary} (${rollout.name})`, description, url, alarms: ['-P7D', '-P1D'] }]
}

function layEvent({ key, start, summary, description, url, alarms, isMeeting }: CalendarEvent, input: CalendarInput) {
  const { rollout, now } = input
  return [
    'BEGIN:VEVENT',
    `UID:${rollout.platform}.${rollout.id}.${key}@golive`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART:${start}`,
    ...(isMeeting ? ['DURATION:PT1H'] : ['TRANSP:TRANSPARENT']),
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    'CATEGORIES:Golive',
    ...alarms.flatMap((trigger) => layAlarm(trigger, summary)),
    'END:VEVENT',
  ]
}

const layAlarm = (trigger: string, summary: string) => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:${trigger}`,
  `DESCRIPTION:${escapeText(summary)}`,
  'END:VALARM',
]

/** A local time as typed, or nothing where it is none: days that do not exist among it. */
function localStamp(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return undefined
  const seconds = text.length === 16 ? `${text}:00` : text
  const time = Date.parse(`${seconds}Z`)
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(seconds)) return undefined
  return seconds.replace(/[-:]/g, '')
}

const utcStamp = (date: Date) => `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** @see RFC 5545, 3.3.11 */
function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n')
}

/** At most 75 octets a line, the space that begins a further one among them; no character is cut in two. */
function foldLine(line: string): string {
  const encoder = new TextEncoder()
  let folded = ''
  let octets = 0
  for (const character of line) {
    const length = encoder.encode(character).length
    if (octets + length > 75) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += length
  }
  return folded
}
