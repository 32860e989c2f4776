/** The page on privacy names everything that the site stores, as the code names it. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cacheNames } from '../../../src/offline/cache-names.ts'
import { readPage } from './help-pages.ts'

const page = readPage('privacy-and-limits')
const files = globSync('src/{browser,stores,islands}/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))

/** What a pattern captures, in all files. */
const findIn = (texts: readonly string[], pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))

const sortNames = (names: readonly string[]) => [...new Set(names)].sort()

/** Keys stand in constants named for it: whole ones, records of those, and beginnings that an id follows. */
function listKeysOfCode(): string[] {
  const users = files.filter((text) => /\bstorage\b|parseRecord/.test(text))
  const whole = findIn(users, /^(?:export )?const (?:key|\w+Key) = '([^']+)'$/gm)
  const records = findIn(users, /^const keys = (\{.+\})/gm)
  const beginnings = findIn(users, /^(?:export )?const (?:\w+Key = \(.*\) => `|asidePrefix = ')([a-z]+):/gm)
  return sortNames([...whole, ...findIn(records, /'([^']+)'/g), ...beginnings])
}

test('every key of local storage has its row, and no row is of a key that is gone', () => {
  const [, table = ''] = page.split('## What is stored')
  const rows = table.split('\n\n').find((block) => block.includes('| Key |')) ?? ''
  const named = findIn([rows], /`golive:([a-z-]+)/g)
  expect(named.length).toBeGreaterThan(10)
  expect(sortNames(named)).toEqual(listKeysOfCode())
})

test('every database and cache is named, and none that is gone', () => {
  const databases = findIn(files, /(?:createStore\(|Database = )'(golive-[^']+)'/g)
  const caches = Object.values(cacheNames('https://example.com/<path>')).map((name) => name.split(':')[0] ?? '')
  const named = findIn([page], /`(golive-[a-z0-9-]+)(?::<path>)?`/g)
  expect(sortNames(named)).toEqual(sortNames([...databases, ...caches]))
})
