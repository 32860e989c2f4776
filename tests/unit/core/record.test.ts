import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeRecord, isTimestamp, itemGuard, parseRecord } from '../../../src/core/index.ts'
import { anyRecord } from '../../fixtures/arbitraries.ts'
import { early } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

const note = (field: unknown) => JSON.stringify({ format: 2, note: field })
const noteAt = (at: unknown) => note({ value: 'x', at })
const noteBefore = (before: unknown) => note({ value: 'x', at: early, before })

test.each([
  ['text that is not JSON', '{', 'it is not JSON'],
  ['an empty text', '', 'it is not JSON'],
  ['an array', '[]', 'it is not an object'],
  ['null', 'null', 'it is not an object'],
  ['a string', '"record"', 'it is not an object'],
  ['no format', '{}', 'it names no format'],
  ['a format of text', '{"format":"2"}', 'it names no format'],
  ['a format that is null', '{"format":null}', 'it names no format'],
  ['format 0', '{"format":0}', 'it names no format'],
  ['a format before the first', '{"format":-1}', 'it names no format'],
  ['a format between two', '{"format":1.5}', 'it names no format'],
  ['a field without stamp', note('x'), '"note" has no valid time'],
  ['a field that is null', note(null), '"note" has no valid time'],
  ['a time of another type', noteAt(0), '"note" has no valid time'],
  ['a time without milliseconds', noteAt('2026-11-01T08:00:00Z'), '"note" has no valid time'],
  ['a time with an offset', noteAt('2026-11-01T08:00:00.000+01:00'), '"note" has no valid time'],
  ['a day that does not exist', noteAt('2026-02-30T08:00:00.000Z'), '"note" has no valid time'],
  ['a value of another type', note({ value: 5, at: early }), '"note" has no valid value'],
  ['a missing value', `{"format":2,"state":{"at":"${early}"}}`, '"state" has no valid value'],
  ['a history that is no list', noteBefore({}), '"note" has no valid history'],
  ['a history of bare values', noteBefore(['old']), '"note" has no valid history'],
  ['a history of values of another type', noteBefore([{ value: 5, at: early }]), '"note" has no valid history'],
  ['a history without times', noteBefore([{ value: 'old' }]), '"note" has no valid history'],
  ['one fault in a long history', noteBefore([{ value: 'old', at: early }, null]), '"note" has no valid history'],
])('parseRecord() refuses %s', (_, text, reason) => {
  expect(parseRecord(text, itemGuard)).toEqual({ kind: 'unreadable', reason })
})

test('parseRecord() tells a newer format from rubbish, whatever its fields look like', () => {
  expect(parseRecord('{"format":3,"note":[]}', itemGuard)).toEqual({ kind: 'newer', format: 3 })
})

test('parseRecord() keeps members that it does not know, also of versions that were replaced', () => {
  const before = [{ value: 'old', at: early, mood: 'calm' }]
  const record = { format: 2, note: { value: 'x', at: early, by: 'Ada', before }, mood: stamped('calm'), plain: 7 }
  expect(parseRecord(JSON.stringify(record), itemGuard)).toEqual({ kind: 'record', record })
})

test('parseRecord() never throws and gives records of format 2 only', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ format: fc.constantFrom(0, 1, 2, 3), note: fc.jsonValue(), state: fc.jsonValue() })
      .map((record) => JSON.stringify(record)),
    fc.jsonValue().map((before) => noteBefore(before)),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseRecord(text, itemGuard)
      expect(['record', 'newer', 'unreadable']).toContain(parsed.kind)
      if (parsed.kind === 'record') expect(parsed.record.format).toBe(2)
    }),
  )
})

test('isTimestamp() takes what Date writes', () => {
  const years = { min: new Date(early), max: new Date('2100-01-01T00:00:00.000Z'), noInvalidDate: true }
  fc.assert(fc.property(fc.date(years), (date) => void expect(isTimestamp(date.toISOString())).toBe(true)))
})

test.each([
  ['9998-12-31T23:59:59.999Z', true],
  ['9999-01-01T00:00:00.000Z', false],
  ['9999-12-31T23:59:59.999Z', false],
  ['0000-01-01T00:00:00.000Z', true],
  ['-000001-12-31T23:59:59.999Z', false],
  ['-271821-04-20T00:00:00.000Z', false],
  ['+010000-01-01T00:00:00.000Z', false],
  ['+275760-09-13T00:00:00.000Z', false],
])('isTimestamp() says of %s: %s, as years of more digits do not sort as text', (at, isTaken) => {
  expect(isTimestamp(at)).toBe(isTaken)
})

test('encodeRecord() sorts members at every depth', () => {
  const record = itemRecord({ note: { value: 'x', before: [{ value: 'old', by: 'Ada', at: early }], at: early } })
  const before = `[{"at":"${early}","by":"Ada","value":"old"}]`
  expect(encodeRecord(record)).toBe(`{"format":2,"note":{"at":"${early}","before":${before},"value":"x"}}`)
})

test('encodeRecord() gives a text that parses to the same record and encodes to itself', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const text = encodeRecord(record)
      const parsed = parseRecord(text, itemGuard)
      expect(parsed).toEqual({ kind: 'record', record: JSON.parse(JSON.stringify(record)) })
      if (parsed.kind === 'record') expect(encodeRecord(parsed.record)).toBe(text)
    }),
  )
})
