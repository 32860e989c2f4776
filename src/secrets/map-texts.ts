/** Names and indexes that lead to a text. */
export type TextPath = readonly (string | number)[]

/**
 * A copy in which every text went through a function: whatever fields a report or a rollout gets, none is forgotten.
 */
export function mapTexts<Value>(value: Value, change: (text: string, path: TextPath) => string): Value {
  return mapAny(value, change, []) as Value
}

function mapAny(value: unknown, change: (text: string, path: TextPath) => string, path: TextPath): unknown {
  if (typeof value === 'string') return change(value, path)
  if (Array.isArray(value)) return value.map((entry, index) => mapAny(entry, change, [...path, index]))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, member]) => [name, mapAny(member, change, [...path, name])])
  return Object.fromEntries(entries)
}
