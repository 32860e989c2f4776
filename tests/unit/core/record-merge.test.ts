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

  test.each(['constructor', '__proto__', 'toString'])('keeps a field named %s, from either copy or both', (name) => {
    const plain: StoredRecord<ItemFields> = { format: 1 }
    const read = (field: string): StoredRecord<ItemFields> => JSON.parse(`{"format":1,"${name}":${field}}`)
    const older = read(`{"value":"x","at":"${early}"}`)
    for (const record of [read(`{"value":"x","at":"${noon}"}`), read('7')]) {
      const text = encodeRecord(record)
      expect(text).toContain(`"${name}"`)
      expect([merge(record, plain), merge(plain, record), merge(record, record)]).toEqual([text, text, text])
    }
    expect(merge(read(`{"value":"x","at":"${noon}"}`), older)).toContain(noon)
  })
})
