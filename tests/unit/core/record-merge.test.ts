import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeRecord, type ItemFields, mergeRecords, type StoredRecord } from '../../../src/core/index.ts'
import { anyRecord } from '../../fixtures/arbitraries.ts'
import { early, late, noon } from '../../fixtures/moments.ts'

describe('mergeRecords()', () => {
  const merge = (a: StoredRecord<ItemFields>, b: StoredRecord<ItemFields>) => encodeRecord(mergeRecords(a, b))

  test('keeps the later change of each field', () => {
    const a: StoredRecord<ItemFields> = {
      format: 1,
      state: { value: { kind: 'started' }, at: late },
      note: { value: 'old', at: early },
    }
    const b: StoredRecord<ItemFields> = {
      format: 1,
      state: { value: { kind: 'open' }, at: noon },
      note: { value: 'new', at: noon },
    }
    expect(mergeRecords(a, b)).toEqual({ format: 1, state: a.state, note: b.note })
  })

  test('looks at the time before anything else that a field holds', () => {
    const older = { format: 1 as const, note: { value: 'z', at: early, about: 'z' } }
    const newer = { format: 1 as const, note: { value: 'a', at: noon, about: 'a' } }
    expect(mergeRecords<ItemFields>(older, newer)).toEqual(newer)
  })

  test('is commutative', () => {
    fc.assert(fc.property(anyRecord, anyRecord, (a, b) => void expect(merge(a, b)).toBe(merge(b, a))))
  })

  test('is associative', () => {
    fc.assert(
      fc.property(
        anyRecord,
        anyRecord,
        anyRecord,
        (a, b, c) => void expect(merge(mergeRecords(a, b), c)).toBe(merge(a, mergeRecords(b, c))),
      ),
    )
  })

  test('is idempotent', () => {
    fc.assert(fc.property(anyRecord, (record) => void expect(merge(record, record)).toBe(encodeRecord(record))))
  })

  test('keeps every field that either copy has, also unknown ones', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        expect(Object.keys(mergeRecords(a, b)).sort()).toEqual([...new Set(Object.keys({ ...a, ...b }))].sort())
      }),
    )
  })
})
