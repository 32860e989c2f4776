import { expect, test } from 'vitest'
import { findLookalikes, isIdentifier, mixesScripts } from '../../../../src/core/signoff/identifier.ts'

test.each(['alice@example.com', 'payments-2.4.0', 'Jürgen Weiß', '佐藤', 'production (eu)'])(
  'isIdentifier() takes %s',
  (text) => {
    expect(isIdentifier(text)).toBe(true)
  },
)

test.each([
  ['empty', ''],
  ['too long', 'x'.repeat(301)],
  ['a space before', ' x'],
  ['a line feed', 'x\ny'],
  ['a zero width space', 'x\u200by'],
  ['an override', 'x\u202ey'],
  ['a soft hyphen', 'x\u00ady'],
  ['a Hangul filler', 'x\u3164y'],
  ['a no-break space', 'x\u00a0y'],
  ['a variation selector', 'x\ufe0f'],
  ['a tag', 'x\u{e0041}'],
  ['not NFC', 'e\u0301'],
  ['half a character', 'x\ud800'],
])('isIdentifier() refuses %s', (_, text) => {
  expect(isIdentifier(text)).toBe(false)
})

test.each([
  ['Alice', 'alice'],
  ['а1ice', 'alice'],
  ['aIice', 'alice'],
  ['álice', 'alice'],
  ['r00t', 'root'],
  ['modern', 'modem'],
  ['ｏps', 'ops'],
])('findLookalikes() finds that %s looks like %s', (name, twin) => {
  expect(findLookalikes([twin, name])).toEqual([{ name, twin }])
})

test('findLookalikes() keeps apart what differs, and takes a repeated name for one', () => {
  expect(findLookalikes(['neil@example.com', 'nell@example.com', 'ann', 'ann', 'anna', 'bob'])).toEqual([])
})

test('mixesScripts() finds a letter of another alphabet', () => {
  expect(['аlice', 'αlice', 'b\u043eris'].every(mixesScripts)).toBe(true)
  expect(['alice', 'алиса', 'Αλίκη', '佐藤 taro'].some(mixesScripts)).toBe(false)
})
