/**
 * Pagefind, in its worker.
 *
 * Pagefind's own script for pages only hands messages on to that worker, and holds everything in it a second time, for
 * browsers that have no workers: a first search would wait for 47 KB more. These are the messages of the very version
 * that package.json names; the journeys in `tests/e2e/search.spec.ts` say so when another one differs.
 */
import type { SearchWorker } from './worker.ts'

/** What can be chosen, in the order it is shown. */
export const facetNames = ['kind', 'platform', 'level', 'phase', 'area', 'owner'] as const
export type Facet = (typeof facetNames)[number]
export type Filters = Partial<Record<Facet, string>>
/** How many would be found, by facet and value; without facets until they are loaded. */
export type Counts = Partial<Record<Facet, Record<string, number>>>

/** A record as the index has it. */
export interface Found {
  /** Address, with the site's base. */
  url: string
  /** Address without the base. */
  raw_url: string
  content: string
  meta: Partial<Record<'title' | 'place' | 'when' | 'days' | 'was', string>>
  /** What an item is judged by and nobody looks for, see `src/build/search-records.ts`. */
  marks: string[]
  filters: Partial<Record<Facet, string[]>>
  /** Numbers of the words in `content` that were found. */
  locations: number[]
}

/** Something found; what it says is fetched on demand. */
export type Hit = () => Promise<Found>

export interface Hits {
  /** The best first. */
  hits: Hit[]
  /** How many there would be without filters. */
  unfiltered: number
  counts: Counts
}

export interface Engine {
  /** @param words Words of the index with spaces between them; empty to list what the filters leave. */
  search(words: string, filters: Filters): Promise<Hits>
  /** How many there are of everything; loads what counts need, so that all later answers have them. */
  countAll(): Promise<Counts>
  /** Whether the worker holds so much of what it found that a new one is better: it keeps all of it until it ends. */
  isFull(): boolean
  stop(): void
}

const maxHits = 20_000

/** The search that the worker begins with, see `src/build/search-worker.ts`. */
const instanceId = 'golive'

interface Answer {
  results: { data: string }[]
  unfilteredResultCount: number
  filters: Counts
}

export function startEngine(started: SearchWorker): Engine {
  const { worker } = started
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>()
  const unloaded = new Error('The search worker could not be loaded')
  let sent = 0
  let found = 0
  worker.addEventListener('message', ({ data: { id, result, error } }) => {
    if (error === undefined) waiting.get(id)?.resolve(result as never)
    else waiting.get(id)?.reject(new Error(error))
    waiting.delete(id)
  })
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(unloaded)
  })

  const ask = <Result>(method: string, ...parameters: unknown[]) =>
    new Promise<Result>((resolve, reject) => {
      if (started.hasFailed) return reject(unloaded)
      const id = ++sent
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, instanceId, method, args: parameters })
    })

  return {
    search: async (words, filters) => {
      // Pagefind loads the part of the index that has the word. Words that begin with it may go on in the next part:
      // the one with the last of them is loaded, too.
      if (words) await ask('preload', words.replace(/\S+/g, '$& $&zzzz'))
      const answer = await ask<Answer>('search', words || null, { filters })
      found += answer.results.length
      return {
        hits: answer.results.map(({ data }) => once(async () => splitAddress(await ask<Stored>('getData', data)))),
        unfiltered: answer.unfilteredResultCount,
        counts: answer.filters,
      }
    },
    countAll: once(() => ask<Counts>('filters')),
    isFull: () => found > maxHits,
    stop: () => worker.terminate(),
  }
}

/** A record as Pagefind has it: the kind, which tells apart records of one address, and the marks end the address. */
type Stored = Omit<Found, 'marks'>

export function splitAddress(stored: Stored): Found {
  const [end = ''] = /~[a-z\d~]+$/.exec(stored.raw_url) ?? []
  const [, , ...marks] = end.split('~')
  const cut = (url: string) => url.slice(0, url.length - end.length)
  return { ...stored, url: cut(stored.url), raw_url: cut(stored.raw_url), marks }
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined
  return () => {
    made ??= make()
    // What failed is tried again by whoever asks next.
    made.catch(() => {
      made = undefined
    })
    return made
  }
}
