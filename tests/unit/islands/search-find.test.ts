import { expect, test } from 'vitest'
import type { Counts, Engine, Filters, Found } from '../../../src/islands/search/engine.ts'
import { countFacets, find } from '../../../src/islands/search/find.ts'

const record = (content: string, kind = 'item'): Found => ({
  url: '/demo/',
  raw_url: '/demo/',
  content,
  meta: {},
  marks: [],
  filters: { kind: [kind] },
  locations: [],
})

/** Answers like Pagefind: by beginnings, and for a word that nothing begins with by what it knows of the word's own. */
function fakeEngine(records: Found[]): Engine & { asked: string[] } {
  const asked: string[] = []
  const known = [...new Set(records.flatMap(({ content }) => content.split(' ')))]
  const begins = ({ content }: Found, word: string) => content.split(' ').some((other) => other.startsWith(word))
  const relax = (word: string): string =>
    word === '' || known.some((other) => other.startsWith(word)) ? word : relax(word.slice(0, -1))
  const select = (words: string, { kind }: Filters) =>
    records.filter(
      (found) =>
        words.split(' ').every((word) => begins(found, relax(word))) &&
        (kind === undefined || found.filters.kind?.includes(kind)),
    )
  return {
    asked,
    search: async (words, filters) => {
      asked.push(words)
      const counts: Counts = {
        kind: Object.fromEntries(
          ['item', 'guide'].map((kind) => [
            kind,
            select(words, { ...filters, kind: filters.kind ?? kind }).filter((found) =>
              found.filters.kind?.includes(kind),
            ).length,
          ]),
        ),
      }
      return {
        hits: select(words, filters).map((found) => async () => found),
        unfiltered: select(words, {}).length,
        counts,
      }
    },
    countAll: async () => ({ kind: { item: 7, guide: 3 } }),
    isFull: () => false,
    stop: () => undefined,
  }
}

const engine = fakeEngine([
  record('set use_lockfile uselockfile lockfile in velero', 'guide'),
  record('a highly available velero restore'),
])

test('find() finds what has every word', async () => {
  expect(await find(engine, 'velero lockf', {})).toMatchObject({ kind: 'found', words: ['velero', 'lockf'] })
  expect(await find(engine, 'use_lock', {})).toMatchObject({ kind: 'found', words: ['uselock'] })
})

test('find() takes a word apart that nothing has as a whole', async () => {
  expect(await find(engine, 'highly-available', {})).toMatchObject({ kind: 'found', words: ['highly', 'available'] })
})

test('find() names the words that nothing begins with, where Pagefind makes do with less', async () => {
  expect((await engine.search('velerox', {})).hits).toHaveLength(2)
  expect(await find(engine, 'velerox', {})).toEqual({ kind: 'unknown', unknown: ['velerox'], others: [] })
  expect(await find(engine, 'zzzz velero', {})).toEqual({ kind: 'unknown', unknown: ['zzzz'], others: ['velero'] })
})

test('find() tells words that nothing has together from unknown ones', async () => {
  expect(await find(engine, 'lockfile restore', {})).toEqual({ kind: 'apart', typed: ['lockfile', 'restore'] })
})

test('find() tells that filters leave out what is there, and not of nonsense', async () => {
  expect(await find(engine, 'restore', { kind: 'guide' })).toEqual({
    kind: 'filtered',
    words: ['restore'],
    unfiltered: 1,
  })
  expect(await find(engine, 'restorex', { kind: 'guide' })).toMatchObject({ kind: 'unknown' })
})

test('countFacets() counts the values of a chosen facet as if none of them were chosen', async () => {
  expect(await countFacets(engine, ['velero'], { kind: 'guide' })).toEqual({ kind: { item: 1, guide: 1 } })
  expect(await countFacets(engine, [], {})).toEqual({ kind: { item: 7, guide: 3 } })
})
