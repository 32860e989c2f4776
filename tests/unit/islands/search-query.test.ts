import { expect, test } from 'vitest'
import { foldText } from '../../../src/core/text.ts'
import { cutEnding, hasWord, isFound, parseQuery } from '../../../src/islands/search/query.ts'

test.each([
  ['use_lockfile', 'uselockfile', ['use', 'lockfile']],
  ['--insecure-ignore', 'insecureignore', ['insecure', 'ignore']],
  ['/run/deis/bin/preseed', 'rundeisbinpreseed', ['run', 'deis', 'bin', 'preseed']],
  ['Policies', 'polic', ['polic']],
  ['"encrypted"', 'encrypt', ['encrypt']],
  ['Café', 'cafe', ['cafe']],
  ['1.9.1', '191', []],
])('parseQuery() takes the punctuation out of %s', (typed, whole, parts) => {
  expect(parseQuery(typed)).toEqual([{ typed, whole, parts }])
})

test('parseQuery() leaves out what is no word, and single letters', () => {
  expect(parseQuery('  -o  yaml | a -- ')).toEqual([{ typed: 'yaml', whole: 'yaml', parts: ['yaml'] }])
  expect(parseQuery('--')).toEqual([])
})

test.each([
  ['policies', 'policy'],
  ['deployments', 'deployment'],
  ['patches', 'patch'],
  ['monitoring', 'monitored'],
  ['encrypted', 'encryption'],
  ['alerts', 'alerting'],
  ['nodes', 'node'],
])('cutEnding() makes of %s how %s begins', (word, related) => {
  expect(related.startsWith(cutEnding(word))).toBe(true)
})

test.each(['dns', 'tls', 'ring', 'used', 'status', 'access', 'analysis', 'exceed', 's3', 'os', 'need', 'preseed'])(
  'cutEnding() leaves %s as it is',
  (word) => {
    expect(cutEnding(word)).toBe(word)
  },
)

test('hasWord() asks for the beginning of a word', () => {
  const text = foldText('Restore from the Velero-backup (café) at v1.9')
  for (const word of ['restore', 'rest', 'velero', 'backup', 'cafe', 'v1']) expect(hasWord(text, word)).toBe(true)
  for (const word of ['store', 'elero', 'afe', 'zzzz']) expect(hasWord(text, word)).toBe(false)
})

test.each([
  ['use_lockfile', 'lockfile'],
  ['--insecure-ignore-tlog', 'ignoretlog'],
  ['maxSurge:', 'surge'],
  ['(Velero)', 'velero'],
  ['v1.9.1', '191'],
])('isFound() sees in %s that %s was found', (text, word) => {
  expect(isFound(text, ['other', word])).toBe(true)
})

test('isFound() sees nothing inside plain words', () => {
  expect(isFound('blocklist', ['list'])).toBe(false)
  expect(isFound('–', ['list'])).toBe(false)
})
