import { describe, expect, test } from 'vitest'
import { parseJson } from '../../../src/core/json.ts'

const limits = { maxLength: 1_000_000, maxDepth: 20 }

/** What is wrong with the members of a text, as `path: message`. */
function faultsOf(text: string): string[] {
  const parsed = parseJson(text, limits)
  return parsed.kind === 'refused' ? parsed.faults.map(({ path, message }) => `${path}: ${message}`) : []
}

describe('parseJson()', () => {
  test.each([
    ['twice', '{"a": 1, "a": 2}', ['a: stands here twice']],
    ['twice, once in escapes', '{"ab": 1, "\\u0061b": 2}', ['ab: stands here twice']],
    ['three times', '{"a": 1, "a": 1, "a": 1}', ['a: stands here twice', 'a: stands here twice']],
    ['twice, deep inside', '{"a": [{}, {"b": 1, "b": {}}]}', ['a[1].b: stands here twice']],
    ['twice, without a name', '{"": 1, "": 2}', [': stands here twice']],
  ])('refuses a member that stands there %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })

  test('does not take members of different objects for duplicates', () => {
    expect(faultsOf('{"a": {"a": {"b": 1}, "b": 2}, "b": [{"a": 1}, {"a": 1}], "A": 1}')).toEqual([])
  })

  test.each(['__proto__', 'constructor', 'prototype'])('refuses a member named %s, also in escapes', (name) => {
    const escaped = `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}`
    for (const written of [name, escaped]) {
      expect(faultsOf(`{"a": [{"${written}": {}}]}`)).toEqual([`a[0].${name}: is a name that no member may have`])
    }
    expect(faultsOf(`["${name}"]`)).toEqual([])
  })

  test.each([
    ['as escape', '{"a": "\\ud83d"}', 'a: holds half a character'],
    ['as escape behind another character', '["\\ud83d\\udc69\\udc69"]', '[0]: holds half a character'],
    ['as it is', '["\ud83d"]', '[0]: holds half a character'],
    ['in a name', '{"\\udc69": 1}', '\udc69: has half a character in its name'],
  ])('refuses half a character, written %s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault])
  })

  test('takes whole characters written as two halves', () => {
    expect(parseJson('["\\ud83d\\udc69"]', limits)).toEqual({ kind: 'value', value: ['👩'] })
  })

  test('lists every fault in the order of the text', () => {
    const text = '{"b": "\\ud800", "a": {"__proto__": 1, "x": 2, "x": 3}, "b": ["\\udfff"]}'
    expect(faultsOf(text)).toEqual([
      'b: holds half a character',
      'a.__proto__: is a name that no member may have',
      'a.x: stands here twice',
      'b: stands here twice',
      'b[0]: holds half a character',
    ])
  })

  test('lists a hundred faults and no more', () => {
    expect(faultsOf(`[${Array(5_000).fill('"\\ud800"').join()}]`)).toHaveLength(100)
  })
})
