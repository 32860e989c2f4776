import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  encodeRecord,
  historyLength,
  type ItemFields,
  itemGuard,
  listVersions,
  mergeRecords,
  parseRecord,
  setField,
} from '../../../src/core/index.ts'
import { anyMergedRecord } from '../../fixtures/arbitraries.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

const record = itemRecord({ note: stamped('old', noon) })
const anyDate = fc.date({ min: new Date(0), max: new Date(late), noInvalidDate: true })

describe('setField()', () => {
  test.each([
    ['now when the clock went on', late, late],
    ['a millisecond later when the clock stands still', noon, '2026-11-01T12:00:00.001Z'],
    ['a millisecond later when the clock went back', early, '2026-11-01T12:00:00.001Z'],
  ])('stamps with %s', (_, now, at) => {
    expect(setField(record, 'note', 'new', new Date(now)).note).toMatchObject({ value: 'new', at })
  })

  test('begins a record where there is none', () => {
    expect(setField<ItemFields, 'note'>(undefined, 'note', 'new', new Date(noon))).toEqual({
      format: 2,
      note: { value: 'new', at: noon },
    })
  })

  test('remembers what it replaced, newest first, and who set it', () => {
    const ada = setField(record, 'note', 'newer', new Date(late), { by: 'Ada' })
    expect(ada.note).toEqual({ value: 'newer', at: late, by: 'Ada', before: [{ value: 'old', at: noon }] })
    const last = '2026-11-02T08:00:00.000Z'
    expect(setField(ada, 'note', 'newest', new Date(last)).note).toEqual({
      value: 'newest',
      at: last,
      before: [
        { value: 'newer', at: late, by: 'Ada' },
        { value: 'old', at: noon },
      ],
    })
  })

  test.each([undefined, ''])('names nobody where the name is %j', (by) => {
    expect(setField(record, 'note', 'new', new Date(late), { by }).note).not.toHaveProperty('by')
  })

  test('remembers a value that is set again, with the time it was set before', () => {
    expect(setField(record, 'note', 'old', new Date(late)).note).toEqual(stamped('old', late, stamped('old', noon)))
  })

  test('changes neither the other fields nor the record it was given', () => {
    const given = structuredClone(record)
    const changed = setField(record, 'state', { kind: 'started' }, new Date(early))
    expect(changed).toEqual({ ...record, state: { value: { kind: 'started' }, at: early } })
    setField(record, 'note', 'new', new Date(late), { amends: noon })
    expect(record).toEqual(given)
  })

  test('forgets the version that it amends, and none of those before it', () => {
    const begun = setField(record, 'note', 'a sen', new Date(late))
    const amended = setField(begun, 'note', 'a sentence', new Date('2026-11-02T08:00:00.000Z'), { amends: late })
    expect(amended.note).toEqual(stamped('a sentence', '2026-11-02T08:00:00.000Z', stamped('old', noon)))
  })

  test('remembers a version that came in between the one it amends and now', () => {
    const other = itemRecord({ note: stamped('from another tab', late, stamped('old', noon)) })
    const amended = setField(other, 'note', 'mine', new Date('2026-11-02T08:00:00.000Z'), { amends: noon })
    expect(listVersions(amended.note ?? stamped('')).map(({ value }) => value)).toEqual([
      'mine',
      'from another tab',
      'old',
    ])
  })

  test('wins over what it replaces when the two are merged, whatever the clock says', () => {
    fc.assert(
      fc.property(anyMergedRecord, fc.string(), anyDate, (old, note, now) => {
        const changed = setField(old, 'note', note, now)
        expect(encodeRecord(mergeRecords(old, changed))).toBe(encodeRecord(changed))
      }),
    )
  })

  test('stamps every version later than the ones it remembers', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { minLength: 1, maxLength: 8 }), (dates) => {
        const written = dates.reduce((stored, date) => setField(stored, 'note', 'x', date), itemRecord())
        const times = listVersions(written.note ?? stamped('')).map(({ at }) => at)
        expect(times).toEqual([...new Set(times)].sort().reverse())
      }),
    )
  })

  test('is read back with its whole history', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 8 }), anyDate), { maxLength: 8 }), (changes) => {
        const written = changes.reduce(
          (stored, [note, date]) => setField(stored, 'note', note, date, { by: 'Ada' }),
          itemRecord(),
        )
        expect(parseRecord(encodeRecord(written), itemGuard)).toEqual({ kind: 'record', record: written })
        const versions = written.note ? listVersions(written.note) : []
        expect(versions.map(({ value }) => value)).toEqual(changes.map(([note]) => note).reverse())
      }),
    )
  })
})

describe('what a field remembers', () => {
  const page = (letter: string) => letter.repeat(historyLength * 0.45)
  const write = (...notes: string[]) =>
    notes.reduce(
      (stored, note, day) => setField(stored, 'note', note, new Date(Date.UTC(2026, 10, day + 1))),
      itemRecord(),
    )
  const firstLetters = (...notes: string[]) =>
    listVersions(write(...notes).note ?? stamped('')).map(({ value }) => value.charAt(0))

  test('ends where newer versions fill a history, not counting the latest', () => {
    expect(firstLetters(page('a'), page('b'), page('c'), page('d'), page('e'))).toEqual(['e', 'd', 'c', 'b'])
  })

  test('always has the version before the latest, however long the two are', () => {
    const whole = (letter: string) => letter.repeat(20_000)
    expect(firstLetters(whole('a'), whole('b'), whole('c'))).toEqual(['c', 'b'])
  })

  test('does not grow with every tick', () => {
    const record = write(...Array.from({ length: 300 }, (_, index) => String(index)))
    expect(listVersions(record.note ?? stamped('')).length).toBeGreaterThan(20)
    expect(encodeRecord(record).length).toBeLessThan(historyLength * 1.2)
  })
})
