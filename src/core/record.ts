/**
 * A stored record: fields that each know when they were set and what they held before, so that two copies of a record
 * merge field by field, and what a merge sets aside is remembered.
 *
 * Written for pages that must stay small: guards by hand instead of zod.
 */

/** Format of what is stored now; a record with a larger one is from a newer Golive and is left alone. */
export const recordFormat = 2

/** How many characters of newer values stand before the oldest value that a field still remembers. */
export const historyLength = 8_000

/** A value, when it was set and by whom. */
export interface Version<T> {
  value: T
  /** RFC 3339 in UTC with milliseconds, which sorts as text. */
  at: string
  /** Name of the person, as they gave it; absent where nobody said. */
  by?: string
}

/** The version that counts, with those it replaced, newest first. */
export interface Stamped<T> extends Version<T> {
  before?: Version<T>[]
}

export type StoredRecord<Fields> = { format: typeof recordFormat } & { [Name in keyof Fields]?: Stamped<Fields[Name]> }

/** Tells of a field's name what its values are; undefined for names that this version does not know. */
export type FieldGuard = (name: string) => ((value: unknown) => boolean) | undefined

export type ParsedRecord<Fields> =
  | { kind: 'record'; record: StoredRecord<Fields> }
  | { kind: 'newer'; format: number }
  | { kind: 'unreadable'; reason: string }

type Members = Readonly<Record<string, unknown>>

/** What turns a record into one of the next format, by the format it has. */
const upgrades: Readonly<Record<number, (old: Members) => Members>> = {
  // Format 1 knew neither who made a change nor what was there before; its fields are fields of format 2.
  1: (old) => old,
}

/** Reads a record from text, of this format or any earlier one; never throws, because stored text may hold anything. */
export function parseRecord<Fields>(text: string, guard: FieldGuard): ParsedRecord<Fields> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'unreadable', reason: 'it is not JSON' }
  }
  if (!isObject(value)) return { kind: 'unreadable', reason: 'it is not an object' }
  const { format } = value
  if (typeof format === 'number' && format > recordFormat) return { kind: 'newer', format }
  let record: Members = value
  for (let known = typeof format === 'number' ? format : 0; known < recordFormat; known++) {
    const upgrade = upgrades[known]
    if (!upgrade) return { kind: 'unreadable', reason: 'it names no format' }
    record = { ...upgrade(record), format: known + 1 }
  }
  if (record['format'] !== recordFormat) return { kind: 'unreadable', reason: 'it names no format' }
  for (const [name, field] of Object.entries(record)) {
    const isValue = guard(name)
    const fault = isValue && findFault(field, isValue)
    if (fault) return { kind: 'unreadable', reason: `"${name}" has no valid ${fault}` }
  }
  return { kind: 'record', record: record as StoredRecord<Fields> }
}

function findFault(field: unknown, isValue: (value: unknown) => boolean): string | undefined {
  if (!isObject(field) || !isTimestamp(field['at'])) return 'time'
  if (!isValue(field['value'])) return 'value'
  if (!isName(field['by'])) return 'author'
  const before = field['before'] ?? []
  const isVersion = (version: unknown) => isStamped(version) && isName(version.by) && isValue(version.value)
  return Array.isArray(before) && before.every(isVersion) ? undefined : 'history'
}

const isName = (by: unknown) => by === undefined || typeof by === 'string'

/** Text of a record with its members sorted, so that the same record is always the same text. */
export function encodeRecord<Fields>(record: StoredRecord<Fields>): string {
  return JSON.stringify(sortMembers(record))
}

interface ChangeOptions {
  by?: string | undefined
  /** Time of a version that this one continues, like a sentence that is still being written: it is not remembered. */
  amends?: string | undefined
}

/**
 * Sets one field; what it held is remembered.
 *
 * The new time is later than the one it replaces even when the clock went back: whoever changes what they see, wins.
 */
export function setField<Fields, Name extends keyof Fields>(
  record: StoredRecord<Fields> | undefined,
  name: Name,
  value: Fields[Name],
  now: Date,
  { by, amends }: ChangeOptions = {},
): StoredRecord<Fields> {
  const previous = record?.[name] as Stamped<Fields[Name]> | undefined
  const earliest = previous ? Date.parse(previous.at) + 1 : 0
  const at = new Date(Math.max(now.getTime(), earliest)).toISOString()
  const replaced = previous ? listVersions(previous).slice(previous.at === amends ? 1 : 0) : []
  const next = stamp({ value, at, ...(by && { by }) }, replaced)
  return { format: recordFormat, ...record, [name]: next } as StoredRecord<Fields>
}

/**
 * Merges two copies: of each field the latest version counts, and all others that either remembers are remembered.
 *
 * Commutative, associative and idempotent, so that copies may meet in any order.
 */
export function mergeRecords<Fields>(a: StoredRecord<Fields>, b: StoredRecord<Fields>): StoredRecord<Fields> {
  const merged = new Map<string, unknown>(Object.entries(a))
  for (const [name, theirs] of Object.entries(b))
    merged.set(name, merged.has(name) ? mergeFields(merged.get(name), theirs) : theirs)
  return Object.fromEntries(merged) as StoredRecord<Fields>
}

/** Every version of a field that is known, newest first. */
export function listVersions<T>({ before = [], ...latest }: Stamped<T>): Version<T>[] {
  return [latest, ...before]
}

function mergeFields(a: unknown, b: unknown): unknown {
  // Fields of another shape come from a version that we do not know: one of them stays, the same one everywhere.
  if (!isStamped(a)) return isStamped(b) || stableText(a) < stableText(b) ? b : a
  if (!isStamped(b)) return a
  const versions = new Map([...listVersions(a), ...listVersions(b)].map((version) => [sortKey(version), version]))
  const [latest, ...before] = [...versions].sort(([left], [right]) => (left < right ? 1 : -1)).map(([, each]) => each)
  return latest && stamp(latest, before)
}

/**
 * A version with those before it, as far back as is remembered: a version is dropped once those between it and the
 * latest fill {@link historyLength}. Whatever is dropped in one copy is dropped in every copy that has at least as
 * much, which keeps merging associative.
 */
function stamp<T>(latest: Version<T>, before: readonly Version<T>[]): Stamped<T> {
  let newer = 0
  const remembered = before.filter((version) => {
    const isNear = newer < historyLength
    newer += stableText(version).length
    return isNear
  })
  return { ...latest, ...(remembered.length > 0 && { before: remembered }) }
}

/** Two changes of the same millisecond: the larger text wins, which is arbitrary and the same everywhere. */
function sortKey(version: Version<unknown>): string {
  return `${version.at} ${stableText(version)}`
}

/** The same text for the same value, in whatever order its members stand. */
export function stableText(value: unknown): string {
  return JSON.stringify(sortMembers(value)) ?? ''
}

/** The same value with the members of every object in the order of their names. */
export function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sortMembers(value[name])]),
  )
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isStamped(value: unknown): value is Stamped<unknown> {
  const isBefore = (before: unknown) => before === undefined || (Array.isArray(before) && before.every(isStamped))
  return isObject(value) && isTimestamp(value['at']) && 'value' in value && isBefore(value['before'])
}

/** Earlier and later years are written with a sign and more digits, and do not sort as text. */
const lastTime = Date.UTC(9999, 0, 1)

/** A moment as this module writes it; days that do not exist are refused. */
export function isTimestamp(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const time = Date.parse(value)
  return value.length < 25 && time < lastTime && new Date(time).toISOString() === value
}
