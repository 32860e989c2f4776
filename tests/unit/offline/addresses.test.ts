import { expect, test } from 'vitest'
import { findFolder, findKey, keysOf } from '../../../src/offline/addresses.ts'
import { outdatedCaches } from '../../../src/offline/cache-names.ts'
import { findUnused } from '../../../src/offline/tidy.ts'

const base = 'https://example.org/docs/'
const files = [
  { url: './', revision: '1', bytes: 1 },
  { url: 'azimuth/', revision: '2', bytes: 1 },
  { url: 'a b/ä.js', revision: 'x+/=', bytes: 1 },
]
const keys = keysOf(files, base)

test.each([
  ['', '1'],
  ['?edit=x', '1'],
  ['index.html', '1'],
  ['azimuth/', '2'],
  ['azimuth/#item', '2'],
  ['azimuth/?platform=a&b=c', '2'],
  ['azimuth/index.html?q', '2'],
  ['a%20b/%C3%A4.js?ts=17', 'x+/='],
])('findKey() finds "%s"', (path, revision) => {
  const key = findKey(keys, base + path)
  expect(key && new URL(key).searchParams.get('golive')).toBe(revision)
})

test.each(['azimuth', 'azimuth/index', 'constructor', '../azimuth/', 'azimuth/ghost/'])(
  'findKey() finds nothing at "%s"',
  (path) => {
    expect(findKey(keys, new URL(path, base).href)).toBeUndefined()
  },
)

test('findFolder() adds the slash that a page ends with, and keeps the query', () => {
  expect(findFolder(keys, `${base}azimuth?q=1#top`)).toBe(`${base}azimuth/?q=1`)
  expect(findFolder(keys, `${base}azimuth/`)).toBeUndefined()
  expect(findFolder(keys, `${base}ghost`)).toBeUndefined()
})

test('keysOf() gives the same file in two builds the same key, and another file another', () => {
  const [changed] = Object.values(keysOf([{ url: './', revision: '9', bytes: 1 }], base))
  expect(Object.values(keys)).not.toContain(changed)
  expect(keysOf(files, base)).toEqual(keys)
})

test('outdatedCaches() names caches with our prefix and our base that are of an earlier form', () => {
  const names = [
    'golive-files-1:/docs/',
    'golive-memory-1:/docs/',
    'golive-files-0:/docs/',
    'golive-state:/docs/',
    'golive-files-0:/',
    'golive-files-0:/docs/docs/',
    'golive:/docs/',
    'workbox-precache-v2-https://example.org/docs/',
  ]
  expect(outdatedCaches(names, base)).toEqual(['golive-files-0:/docs/', 'golive-state:/docs/'])
})

test('findUnused() names what no build has', () => {
  expect(findUnused(new Set(['a', 'b', 'c']), [{ x: 'a' }, { x: 'c', y: 'd' }])).toEqual(['b'])
})
