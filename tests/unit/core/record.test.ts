import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  encodeRecord,
  type ItemFields,
  isTimestamp,
  itemGuards,
  mergeRecords,
  parseRecord,
  type StoredRecord,
  setField,
} from '../../../src/core/index.ts'
import { anyRecord } from '../../fixtures/arbitraries.ts'
import { early, late, noon } from '../../fixtures/moments.ts'

const noteAt = (at: unknown) => JSON.stringify({ format: 1, note: { value: 'x', at } })

test.each([
  ['text that is not JSON', '{', 'it is not JSON'],
  ['an empty text', '', 'it is not JSON'],
  ['an array', '[]', 'it is not an object'],
  ['null', 'null', 'it is not an object'],
  ['a string', '"record"', 'it is not an object'],
  ['no format', '{}', 'it names no format'],
  ['a format of text', '{"format":"1"}', 'it names no format'],
  ['format 0', '{"format":0}', 'it names no format'],
  ['a field without stamp', '{"format":1,"note":"x"}', '"note" has no valid time'],
  ['a field that is null', '{"format":1,"note":null}', '"note" has no valid time'],
  ['a time of another type', noteAt(0), '"note" has no valid time'],
  ['a time without milliseconds', noteAt('2026-11-01T08:00:00Z'), '"note" has no valid time'],
  ['a time with an offset', noteAt('2026-11-01T08:00:00.000+01:00'), '"note" has no valid time'],
  ['a day that does not exist', noteAt('2026-02-30T08:00:00.000Z'), '"note" has no valid time'],
  ['a value of another type', `{"format":1,"note":{"value":5,"at":"${early}"}}`, '"note" has no valid value'],
  ['a missing value', `{"format":1,"state":{"at":"${early}"}}`, '"state" has no valid value'],
])('parseRecord() refuses %s', (_, text, reason) => {
  expect(parseRecord(text, itemGuards)).toEqual({ kind: 'unreadable', reason })
})

test('parseRecord() tells a newer format from rubbish, whatever its fields look like', () => {
  expect(parseRecord('{"format":2,"note":[]}', itemGuards)).toEqual({ kind: 'newer', format: 2 })
})

test('parseRecord() keeps members that it does not know', () => {
  const record = { format: 1, note: { value: 'x', at: early, by: 'Ada' }, mood: { value: 'calm', at: early }, plain: 7 }
  expect(parseRecord(JSON.stringify(record), itemGuards)).toEqual({ kind: 'record', record })
})

test('parseRecord() never throws and gives a record only for format 1', () => {
  const anyText = fc.oneof(
    fc.string(),
    fc.json(),
    fc.jsonValue().map((note) => JSON.stringify({ format: 1, note })),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseRecord(text, itemGuards)
      expect(['record', 'newer', 'unreadable']).toContain(parsed.kind)
      if (parsed.kind === 'record') expect(parsed.record.format).toBe(1)
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
  ['+010000-01-01T00:00:00.000Z', false],
  ['+275760-09-13T00:00:00.000Z', false],
])('isTimestamp() says of %s: %s, as later times do not sort as text', (at, isTaken) => {
  expect(isTimestamp(at)).toBe(isTaken)
})

test('encodeRecord() sorts members at every depth', () => {
  const record: StoredRecord<ItemFields> = { note: { value: 'x', at: early }, format: 1 }
  expect(encodeRecord(record)).toBe(`{"format":1,"note":{"at":"${early}","value":"x"}}`)
})

test('encodeRecord() gives a text that parses to the same record and encodes to itself', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const text = encodeRecord(record)
      const parsed = parseRecord(text, itemGuards)
      expect(parsed).toEqual({ kind: 'record', record: JSON.parse(JSON.stringify(record)) })
      if (parsed.kind === 'record') expect(encodeRecord(parsed.record)).toBe(text)
    }),
  )
})

describe('setField()', () => {
  const record: StoredRecord<ItemFields> = { format: 1, note: { value: 'old', at: noon } }

  test.each([
    ['now when the clock went on', late, late],
    ['a millisecond later when the clock stands still', noon, '2026-11-01T12:00:00.001Z'],
    ['a millisecond later when the clock went back', early, '2026-11-01T12:00:00.001Z'],
  ])('stamps with %s', (_, now, at) => {
    expect(setField(record, 'note', 'new', new Date(now)).note).toEqual({ value: 'new', at })
  })

  test('begins a record where there is none', () => {
    expect(setField<ItemFields, 'note'>(undefined, 'note', 'new', new Date(noon))).toEqual({
      format: 1,
      note: { value: 'new', at: noon },
    })
  })

  test('changes neither the other fields nor the record it was given', () => {
    const before = structuredClone(record)
    const changed = setField(record, 'state', { kind: 'started' }, new Date(early))
    expect(changed).toEqual({ ...record, state: { value: { kind: 'started' }, at: early } })
    expect(record).toEqual(before)
  })

  test('wins over what it replaces when the two are merged', () => {
    fc.assert(
      fc.property(anyRecord, fc.string(), fc.date({ max: new Date(late), noInvalidDate: true }), (old, note, now) => {
        const changed = setField(old, 'note', note, new Date(Math.max(0, now.getTime())))
        expect(mergeRecords(old, changed).note?.value).toBe(note)
      }),
    )
  })
})
