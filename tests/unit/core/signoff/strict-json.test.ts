import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStrictJson } from '../../../../src/core/signoff/strict-json.ts'
import { codesOf, utf8 } from './people.ts'

const limits = { maxBytes: 1_000_000, maxDepth: 4, maxValues: 50, maxMembers: 20 }
const parse = (text: string, more = {}) => parseStrictJson(utf8(text), 'File', { ...limits, ...more })

describe('parseStrictJson()', () => {
  test('gives the value that JSON.parse gives', () => {
    const anyJson = fc.json().filter((text) => !/"(__proto__|constructor|prototype)"/.test(text))
    const wide = { maxDepth: 1_000, maxValues: 1e6, maxMembers: 1e6 }
    fc.assert(
      fc.property(anyJson, (text) => {
        expect(parse(text, wide)).toEqual(JSON.parse(text))
      }),
    )
  })

  test.each([
    ['{"a":1,"a":2}', 'duplicate-member'],
    ['{"a":1,"\\u0061":2}', 'duplicate-member'],
    ['[{"b":{"a":1,"a":1}}]', 'duplicate-member'],
    ['{"__proto__":1}', 'forbidden-member'],
    ['{"a":{"constructor":1}}', 'forbidden-member'],
    ['["\\ud800"]', 'half-character'],
    ['{"\\udc00":1}', 'half-character'],
    ['[[[[[]]]]]', 'too-deep'],
    [`[${'0,'.repeat(20)}0]`, 'too-many'],
    [`[${'[0,0,0],'.repeat(15)}0]`, 'too-many'],
    ['', 'not-json'],
    ['{"a":1}{', 'not-json'],
    ['{"a":"', 'not-json'],
    ['\ufeff{}', 'not-utf8'],
  ])('refuses %s', async (text, code) => {
    expect(await codesOf(() => parse(text))).toEqual([code])
  })

  test('gives objects that inherit nothing', () => {
    expect(Object.getPrototypeOf(parse('{"a":{}}'))).toBeNull()
    expect(parse('{}')).not.toHaveProperty('toString')
  })

  test('tells names apart that differ in case, unless it is told not to', async () => {
    expect(parse('{"a":1,"A":2}')).toEqual({ a: 1, A: 2 })
    for (const text of ['{"a":1,"A":2}', '{"key":1,"\u212aey":2}', '{"s":1,"\u017f":2}']) {
      expect(await codesOf(() => parse(text, { foldNames: true }))).toEqual(['duplicate-member'])
    }
  })

  test('names every place, without what cannot be seen and without what is long', () => {
    const long = 'x'.repeat(5_000)
    const words = () => parse(`{"a":[0,{"b\\u001b":1,"b\\u001b":2}],"${long}":{"c":1,"c":2}}`)
    expect(words).toThrow('File: a[1].b\\u{1b} stands here twice; File: xxx')
    expect(words).not.toThrow(long)
  })

  test.each([
    ['escapes without an end', `"${'\\"'.repeat(400_000)}`],
    ['backslashes', `"${'\\'.repeat(899_999)}"`],
    ['quotes', '"'.repeat(900_000)],
    ['brackets', '['.repeat(900_000)],
  ])('refuses a megabyte of %s at once', async (_, text) => {
    const began = performance.now()
    expect(await codesOf(() => parse(text))).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  test('throws nothing but its own error, whatever the bytes', async () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '\\u',
      'd800',
      '1',
      'null',
      ' ',
      '__proto__',
      'é',
    )
    const anyText = fc.array(pieces, { maxLength: 60 }).map((parts) => utf8(parts.join('')))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), anyText), async (bytes) => {
        await codesOf(() => parseStrictJson(bytes, 'File', limits))
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
    )
  })
})
