/** The last searches that led somewhere, kept in this browser. */
import { storage } from '../../browser/environment.ts'
import { isObject } from '../../core/record.ts'

const key = 'searches'
const format = 1
const limits = { count: 5, length: 200 }

/** The latest first; none where the text is not what this version writes. */
export function parseRecent(text: string | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '')
    if (!isObject(value) || value['format'] !== format || !Array.isArray(value['queries'])) return []
    const queries = value['queries'].filter((query) => typeof query === 'string' && query.length <= limits.length)
    return queries.slice(0, limits.count)
  } catch {
    return []
  }
}

/** The list with a search at its front; nonsense of a page's length is no search. */
export function withRecent(queries: readonly string[], query: string): string[] {
  if (query === '' || query.length > limits.length) return [...queries]
  const others = queries.filter((other) => other.toLowerCase() !== query.toLowerCase())
  return [query, ...others].slice(0, limits.count)
}

export const readRecent = (): string[] => parseRecent(storage.read(key))

export function addRecent(query: string): void {
  writeRecent(withRecent(readRecent(), query))
}

export function removeRecent(query: string): void {
  writeRecent(readRecent().filter((other) => other !== query))
}

export function clearRecent(): void {
  storage.remove(key)
}

function writeRecent(queries: readonly string[]): void {
  const isStored = queries.length > 0 && storage.write(key, JSON.stringify({ format, queries }))
  // What waits in memory counts as work that is not saved, and this is none.
  if (!isStored) storage.remove(key)
}
