import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { encodeRecord, type ItemFields, type ItemRecord, mergeRecords } from '../../../src/core/index.ts'
import { anyLongRecord, anyMergedLongRecord, anyMergedRecord, anyRecord } from '../../fixtures/arbitraries.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const join = (a: ItemRecord, b: ItemRecord) => mergeRecords<ItemFields>(a, b)
const merge = (a: ItemRecord, b: ItemRecord) => encodeRecord(join(a, b))

describe('mergeRecords()', () => {
  test('keeps the later change of each field and remembers the earlier one', () => {
    const a = itemRecord({ state: stamped({ kind: 'started' }, late), note: stamped('old', early) })
    const b = itemRecord({ state: stamped({ kind: 'open' }, noon), note: stamped('new', noon) })
    expect(join(a, b)).toEqual({
      format: 2,
      state: stamped({ kind: 'started' }, late, stamped({ kind: 'open' }, noon)),
      note: stamped('new', noon, stamped('old', early)),
    })
  })

  test('looks at the time before anything else that a field holds', () => {
    const older = itemRecord({ note: { ...stamped('z', early), by: 'Zoe' } })
    const newer = itemRecord({ note: { ...stamped('a', noon), by: 'Ada' } })
    expect(join(older, newer).note).toMatchObject({ value: 'a', by: 'Ada', before: [{ value: 'z', by: 'Zoe' }] })
  })

  test('puts versions that both copies remember in the order of their times, each once', () => {
    const a = itemRecord({ note: stamped('third', late, stamped('first', early)) })
    const b = itemRecord({ note: stamped('second', noon, stamped('first', early)) })
    expect(join(a, b).note).toEqual(stamped('third', late, stamped('second', noon), stamped('first', early)))
  })

  test('gives the same of two changes in the same millisecond everywhere, and remembers the other', () => {
    const a = itemRecord({ note: stamped('a', noon) })
    const b = itemRecord({ note: stamped('b', noon) })
    expect(join(a, b).note).toEqual(stamped('b', noon, stamped('a', noon)))
    expect(merge(b, a)).toBe(merge(a, b))
  })

  describe.each([
    ['short values', anyRecord, anyMergedRecord],
    ['values longer than a history', anyLongRecord, anyMergedLongRecord],
  ])('of records with %s', (_, anyCopy, anyMergedCopy) => {
    test('is commutative', () => {
      fc.assert(fc.property(anyCopy, anyCopy, (a, b) => void expect(merge(a, b)).toBe(merge(b, a))))
    })

    test('is associative', () => {
      fc.assert(
        fc.property(
          anyCopy,
          anyCopy,
          anyCopy,
          (a, b, c) => void expect(merge(join(a, b), c)).toBe(merge(a, join(b, c))),
        ),
      )
    })

    test('is idempotent', () => {
      fc.assert(fc.property(anyMergedCopy, (copy) => void expect(merge(copy, copy)).toBe(encodeRecord(copy))))
    })

    test('has nothing to add of a copy that was merged before', () => {
      fc.assert(
        fc.property(anyMergedCopy, anyMergedCopy, (a, b) => {
          expect(merge(join(a, b), a)).toBe(merge(a, b))
          expect(merge(b, join(a, b))).toBe(merge(a, b))
        }),
      )
    })
  })

  test('keeps every field that either copy has, also unknown ones', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        expect(Object.keys(join(a, b)).sort()).toEqual([...new Set(Object.keys({ ...a, ...b }))].sort())
      }),
    )
  })

  test.each([
    ['a field with a time', { at: early, value: 1 }, 7],
    ['the larger text', 'b', 'a'],
    ['the larger text of objects, whatever the order of members', { a: 2, b: 1 }, { b: 1, a: 1 }],
    ['a field with a time, to one whose time is none', { at: early, value: 1 }, { at: 'noon', value: 2 }],
    ['a field with a history, to one whose history is none', stamped(1), { ...stamped(2, late), before: 'x' }],
  ])('prefers of unknown fields %s, from either side', (_, winner, other) => {
    const [a, b] = [winner, other].map((field) => ({ ...itemRecord(), mood: field }))
    const text = encodeRecord({ ...itemRecord(), mood: winner } as ItemRecord)
    expect([merge(a as ItemRecord, b as ItemRecord), merge(b as ItemRecord, a as ItemRecord)]).toEqual([text, text])
  })

  test.each(['constructor', '__proto__', 'toString'])('keeps a field named %s, from either copy or both', (name) => {
    const plain = itemRecord()
    const read = (field: string): ItemRecord => JSON.parse(`{"format":2,"${name}":${field}}`)
    const older = read(`{"value":"x","at":"${early}"}`)
    for (const record of [read(`{"value":"x","at":"${noon}"}`), read('7')]) {
      const text = encodeRecord(record)
      expect(text).toContain(`"${name}"`)
      expect([merge(record, plain), merge(plain, record), merge(record, record)]).toEqual([text, text, text])
    }
    expect(merge(read(`{"value":"x","at":"${noon}"}`), older)).toContain(noon)
  })
})
