import { expect, test } from 'vitest'
import { parseRecent, withRecent } from '../../../src/islands/search/recent.ts'

test('parseRecent() gives what this version writes', () => {
  expect(parseRecent('{"format":1,"queries":["velero","use_lockfile"]}')).toEqual(['velero', 'use_lockfile'])
})

test.each([
  undefined,
  '',
  '{',
  'null',
  '[]',
  '{"queries":["a"]}',
  '{"format":2,"queries":["a"]}',
  '{"format":1,"queries":"a"}',
])('parseRecent() gives nothing for %s', (text) => {
  expect(parseRecent(text)).toEqual([])
})

test('parseRecent() leaves out what is no text, too long, or too many', () => {
  const queries = [1, 'x'.repeat(201), 'a', 'b', 'c', 'd', 'e', 'f']
  expect(parseRecent(JSON.stringify({ format: 1, queries }))).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('withRecent() puts a search first, once, and keeps five', () => {
  expect(withRecent(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd'])
  expect(withRecent(['a', 'b', 'c'], 'B')).toEqual(['B', 'a', 'c'])
  expect(withRecent(['a'], '')).toEqual(['a'])
  expect(withRecent(['a'], 'x'.repeat(201))).toEqual(['a'])
})
