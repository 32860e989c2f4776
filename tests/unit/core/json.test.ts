import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPath, parseJson } from '../../../src/core/json.ts'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'

const limits = { maxLength: 1_000_000, maxDepth: 20 }

/** What is wrong with a text, as `path: message`. */
function faultsOf(text: string, { maxLength, maxDepth } = limits): string[] {
  const parsed = parseJson(text, { maxLength, maxDepth })
  return parsed.kind === 'refused' ? parsed.faults.map(({ path, message }) => `${path}: ${message}`) : []
}

describe('parseJson()', () => {
  test('gives the value of any JSON with names and texts that are plain', () => {
    const anyJson = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value))
    fc.assert(
      fc.property(
        anyJson.filter((text) => !/"(__proto__|constructor|prototype)":|\\u[dD][89a-fA-F]/.test(text)),
        (text) => void expect(parseJson(text, limits)).toEqual({ kind: 'value', value: JSON.parse(text) }),
      ),
    )
  }, 60_000)

  test('never throws, and takes nothing that JSON.parse() refuses', () => {
    const units = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '\\u00', '1', 'null', ' ', '"a"', '{"a":')
    const anyText = fc.oneof(
      fc.string(),
      anyUtf16,
      fc.array(units).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseJson(text, limits)
        if (parsed.kind === 'value') expect(parsed.value).toEqual(JSON.parse(text))
        else expect(parsed.faults).not.toEqual([])
      }),
    )
  }, 60_000)

  test.each(['', ' ', '\n\t\r '])('says of %j that it is empty', (text) => {
    expect(faultsOf(text)).toEqual([': is empty'])
  })

  test('says of every beginning of an object or a list that it may have been cut off', () => {
    const cut = ': ends in the middle: it may have been cut off'
    for (const value of [{ a: [1.5, { b: 'c\n"ä', d: [] }], e: { f: null, g: true } }, [[-1, 'a'], {}, false]]) {
      const text = JSON.stringify(value, null, 2)
      for (let length = 1; length < text.length; length++) expect(faultsOf(text.slice(0, length))).toEqual([cut])
    }
  })

  test('refuses every beginning of a text', () => {
    const text = JSON.stringify({ a: [1, { b: 'c\\"\u00e4' }], d: { e: null, f: true } })
    for (let length = 0; length < text.length; length++) expect(faultsOf(text.slice(0, length))).toHaveLength(1)
  })

  test.each([
    ['HTML', '<!doctype html>'],
    ['YAML', 'format: 1'],
    ['a comment', '{} // nothing'],
    ['a comma too many', '{"a": 1,}'],
    ['single quotes', "{'a': 1}"],
    ['a second value', '{} {}'],
    ['no number', '[NaN]'],
    ['a number with a plus', '[+1]'],
    ['a bare line break in a text', '"a\nb"'],
    ['a byte order mark', '\ufeff{}'],
  ])('says of %s that it is not JSON, once and without quoting it', (_, text) => {
    const [fault, ...others] = faultsOf(text)
    expect(fault).toMatch(/^: is not JSON: \S/)
    expect(fault).not.toContain('doctype')
    expect(others).toEqual([])
  })

  test('refuses a text that is longer than its limit, by a character', () => {
    const text = JSON.stringify('a'.repeat(98))
    expect(faultsOf(text, { maxLength: 100, maxDepth: 1 })).toEqual([])
    expect(faultsOf(`${text} `, { maxLength: 100, maxDepth: 1 })).toHaveLength(1)
    expect(faultsOf('a'.repeat(2_500_000), { maxLength: 1_200_000, maxDepth: 1 })).toEqual([
      ': has 2.5 MB, and at most 1.2 MB are read',
    ])
  })

  test('refuses what nests deeper than its limit, by a level', () => {
    const nest = (depth: number) => '{"a":['.repeat(depth / 2) + ']}'.repeat(depth / 2)
    expect(faultsOf(nest(20))).toEqual([])
    expect(faultsOf(nest(22))).toEqual([': nests deeper than 20 levels'])
  })

  test('does not take brackets in texts for nesting', () => {
    expect(faultsOf(JSON.stringify(['['.repeat(50), '{"\\'.repeat(50), `"${'['.repeat(50)}`]))).toEqual([])
  })

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
    ['lists that never end', '[', ''],
  ])('refuses a hundred thousand %s in each other at once', (_, opening, closing) => {
    const text = `${opening.repeat(100_000)}${closing && `1${closing.repeat(100_000)}`}`
    expect(faultsOf(text)).toEqual([': nests deeper than 20 levels'])
  })
})

test.each([
  [[], ''],
  [['items'], 'items'],
  [['items', 'protect-main', 'evidence', 0, 'url'], 'items.protect-main.evidence[0].url'],
  [[3], '[3]'],
  [[3, 'a', 1, 2], '[3].a[1][2]'],
])('formatPath() writes %j as "%s"', (path, text) => {
  expect(formatPath(path)).toBe(text)
})

test('parseJson() reads a text of quotes and backslashes in time that grows with its length', () => {
  const started = performance.now()
  expect(faultsOf(`"${'\\"'.repeat(100_000)}\\`)).toHaveLength(1)
  // Seconds where a parser looks back; here it is milliseconds.
  expect(performance.now() - started).toBeLessThan(2_000)
})
