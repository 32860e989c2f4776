/**
 * A stored record: fields that each know when they were set, so that two copies of a record merge field by field.
 *
 * Written for pages that must stay small: guards by hand instead of zod.
 */

/** Format of what is stored now; a record with a larger one is from a newer Golive and is left alone. */
export const recordFormat = 1

export interface Stamped<T> {
  value: T
  /** RFC 3339 in UTC with milliseconds, which sorts as text. */
  at: string
}

export type StoredRecord<Fields> = { format: typeof recordFormat } & { [Name in keyof Fields]?: Stamped<Fields[Name]> }

/** Tells for each field whether a value read from outside is one; unknown fields are kept as they are. */
export type FieldGuards<Fields> = { [Name in keyof Fields]: (value: unknown) => value is Fields[Name] }

export type ParsedRecord<Fields> =
  | { kind: 'record'; record: StoredRecord<Fields> }
  | { kind: 'newer'; format: number }
  | { kind: 'unreadable'; reason: string }

/** Reads a record from text; never throws, because stored text may hold anything. */
export function parseRecord<Fields>(text: string, guards: FieldGuards<Fields>): ParsedRecord<Fields> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'unreadable', reason: 'it is not JSON' }
  }
  if (!isObject(value)) return { kind: 'unreadable', reason: 'it is not an object' }
  const { format } = value
  if (typeof format === 'number' && format > recordFormat) return { kind: 'newer', format }
  if (format !== recordFormat) return { kind: 'unreadable', reason: 'it names no format' }
  for (const [name, isValue] of Object.entries<(value: unknown) => boolean>(guards)) {
    const field = value[name]
    if (field === undefined) continue
    if (!isObject(field) || !isTimestamp(field['at']))
      return { kind: 'unreadable', reason: `"${name}" has no valid time` }
    if (!isValue(field['value'])) return { kind: 'unreadable', reason: `"${name}" has no valid value` }
  }
  return { kind: 'record', record: value as StoredRecord<Fields> }
}

/** Text of a record with its members sorted, so that the same record is always the same text. */
export function encodeRecord<Fields>(record: StoredRecord<Fields>): string {
  return JSON.stringify(sortMembers(record))
}

/**
 * Sets one field.
 *
 * The new time is later than the one it replaces even when the clock went back: whoever changes what they see, wins.
 */
export function setField<Fields, Name extends keyof Fields>(
  record: StoredRecord<Fields> | undefined,
  name: Name,
  value: Fields[Name],
  now: Date,
): StoredRecord<Fields> {
  const previous = record?.[name]?.at
  const earliest = previous === undefined ? 0 : Date.parse(previous) + 1
  const at = new Date(Math.max(now.getTime(), earliest)).toISOString()
  return { format: recordFormat, ...record, [name]: { value, at } } as StoredRecord<Fields>
}

/** Merges two copies: of each field the later one stays. The order of the two makes no difference. */
export function mergeRecords<Fields>(a: StoredRecord<Fields>, b: StoredRecord<Fields>): StoredRecord<Fields> {
  const merged = new Map<string, unknown>(Object.entries(a))
  for (const [name, theirs] of Object.entries(b))
    merged.set(name, merged.has(name) ? laterOf(merged.get(name), theirs) : theirs)
  return Object.fromEntries(merged) as StoredRecord<Fields>
}

/** Two changes of the same millisecond: the larger text wins, which is arbitrary and the same everywhere. */
function laterOf(a: unknown, b: unknown): unknown {
  return sortKey(a) >= sortKey(b) ? a : b
}

function sortKey(field: unknown): string {
  const at = isObject(field) && typeof field['at'] === 'string' ? field['at'] : ''
  return `${at} ${JSON.stringify(sortMembers(field))}`
}

function sortMembers(value: unknown): unknown {
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

/** Later years are written with a sign and more digits, and would no longer sort as text. */
const lastTime = Date.UTC(9999, 0, 1)

/** A moment as this module writes it; days that do not exist are refused. */
export function isTimestamp(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const time = Date.parse(value)
  return time < lastTime && new Date(time).toISOString() === value
}
