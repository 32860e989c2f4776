import { expect, test, vi } from 'vitest'

vi.stubGlobal('addEventListener', () => {})
vi.stubGlobal('document', { querySelectorAll: () => [], querySelector: () => null })
const { keyHelp, stepFrom } = await import('../../../src/islands/checklist-view/keys.ts')

const items = ['a', 'b', 'c']

test.each([
  [undefined, 1, 'a'],
  [undefined, -1, 'c'],
  ['a', 1, 'b'],
  ['b', -1, 'a'],
  ['c', 1, 'c'],
  ['a', -1, 'a'],
  ['gone', 1, 'a'],
] as const)('from %s, %d steps on, is %s', (from, step, to) => {
  expect(stepFrom(items, from, step)).toBe(to)
})

test('an empty list has no step', () => {
  expect(stepFrom([], undefined, 1)).toBeUndefined()
  expect(stepFrom([], undefined, -1)).toBeUndefined()
})

test('the help names every key', () => {
  expect(keyHelp.map(([key]) => key)).toEqual(['j', 'k', 'x', 'e', 'f', 'Esc', '/', '?'])
})
