/** Words of the index that look like one that nothing has, for those who mistyped it. */
import { foldWord } from './query.ts'

const loaded = new Map<string, Promise<string[]>>()

/**
 * Every plain word of the index, the commonest first; loaded only when something was not found.
 *
 * @throws {Error} When it cannot be had: then the index itself may have been out of reach, too.
 */
export function loadWords(base: string): Promise<string[]> {
  const known = loaded.get(base)
  if (known) return known
  const loading = fetchWords(`${base}pagefind/words.txt`)
  loaded.set(base, loading)
  loading.catch(() => loaded.delete(base))
  return loading
}

async function fetchWords(url: string): Promise<string[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`The words of the index answered with status ${response.status}`)
  return (await response.text()).split('\n')
}

/** The words that need the fewest changes to become the typed one, at most three. */
export function findNearest(typed: string, words: readonly string[]): string[] {
  const wanted = foldWord(typed)
  const most = wanted.length < 5 ? 1 : wanted.length < 9 ? 2 : 3
  const near = words
    .map((word, rank) => ({ word, rank, changes: countChanges(wanted, word, most) }))
    .filter(({ changes }) => changes <= most)
    .sort((a, b) => a.changes - b.changes || a.rank - b.rank)
  const least = near[0]?.changes ?? 0
  return near
    .filter(({ changes }) => changes <= least + 1)
    .slice(0, 3)
    .map(({ word }) => word)
}

/**
 * Letters to add, take away, change or swap with their neighbour between two words.
 *
 * @param most Where more are needed, any larger number may be returned.
 */
export function countChanges(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let previous: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (isSame ? 0 : 1),
        isSwap ? at(previous, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (Math.min(...next) > most) return most + 1
    previous = row
    row = next
  }
  return at(row, b.length)
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
