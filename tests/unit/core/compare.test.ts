import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  compareRecords,
  type FieldRelation,
  type ItemFields,
  type ItemRecord,
  mergeRecords,
  type RecordRelation,
  relateRecords,
  type Stamped,
} from '../../../src/core/index.ts'
import { anyMergedRecord, anyRecord } from '../../fixtures/arbitraries.ts'
import { late, noon } from '../../fixtures/moments.ts'
import { turnMembers } from '../../fixtures/rollout-contents.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Note = Stamped<string> | undefined

/** Nobody is named, because changes of one millisecond that differ in nothing but a name are the same change here. */
const anyAnonymousRecord: fc.Arbitrary<ItemRecord> = anyRecord.map((record) => {
  const anonymous: ItemRecord = JSON.parse(JSON.stringify(record, (name, value) => (name === 'by' ? undefined : value)))
  return mergeRecords<ItemFields>(anonymous, anonymous)
})

const recordOf = (note: Note) => (note ? itemRecord({ note }) : itemRecord())

test.each<[string, Note, Note, FieldRelation, RecordRelation]>([
  ['nowhere', undefined, undefined, 'same', 'same'],
  ['theirs alone', undefined, stamped('x'), 'new', 'changed'],
  ['ours alone', stamped('x'), undefined, 'missing', 'same'],
  ['the same', stamped('x'), stamped('x'), 'same', 'same'],
  ['the same with another history', stamped('x', noon), stamped('x', noon, stamped('y')), 'same', 'same'],
  ['the same by another name', { ...stamped('x'), by: 'Ada' }, stamped('x'), 'same', 'same'],
  ['theirs, which replaced ours', stamped('x'), stamped('y', noon, stamped('x')), 'newer', 'changed'],
  [
    'theirs, which replaced ours long ago',
    stamped('x'),
    stamped('z', late, stamped('y', noon), stamped('x')),
    'newer',
    'changed',
  ],
  ['ours, which replaced theirs', stamped('y', noon, stamped('x')), stamped('x'), 'older', 'same'],
  ['set twice without knowing, theirs later', stamped('x'), stamped('y', noon), 'conflict', 'conflict'],
  ['set twice without knowing, ours later', stamped('x', noon), stamped('y'), 'conflict', 'conflict'],
  ['set twice in the same millisecond', stamped('x'), stamped('y'), 'conflict', 'conflict'],
  [
    'changed by both since they agreed',
    stamped('y', noon, stamped('x')),
    stamped('z', late, stamped('x')),
    'conflict',
    'conflict',
  ],
  ['given by both, theirs later', stamped('x'), stamped('x', noon), 'newer', 'changed'],
  ['given by both, ours later', stamped('x', noon), stamped('x'), 'older', 'same'],
])('a note that is %s', (_, ours, theirs, relation, recordRelation) => {
  const change = relation === 'same' ? [] : [{ name: 'note', relation, ours, theirs }]
  expect(compareRecords(recordOf(ours), recordOf(theirs))).toEqual(change)
  expect(relateRecords(recordOf(ours), recordOf(theirs))).toBe(recordRelation)
})

describe('compareRecords()', () => {
  test('takes the same value with its members in another order for the same', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(compareRecords(record, turnMembers(record))).toEqual([])
        expect(relateRecords(turnMembers(record), record)).toBe('same')
      }),
    )
  })

  test('lists every field that differs, by name', () => {
    const ours = itemRecord({ state: stamped({ kind: 'open' }), note: stamped('x'), 'evidence/a': stamped(null) })
    const theirs = itemRecord({ state: stamped({ kind: 'started' }, noon), note: stamped('x'), answer: stamped(3) })
    expect(compareRecords(ours, theirs).map(({ name, relation }) => `${name}: ${relation}`)).toEqual([
      'answer: new',
      'evidence/a: missing',
      'state: conflict',
    ])
  })

  test('leaves out fields without a time, and the format', () => {
    const odd = { ...itemRecord(), mood: 'calm', list: [1] } as ItemRecord
    expect(compareRecords(odd, itemRecord())).toEqual([])
    expect(compareRecords(itemRecord(), odd)).toEqual([])
  })

  test('takes two records that are not there for the same', () => {
    expect(compareRecords(undefined, undefined)).toEqual([])
    expect(relateRecords(undefined, undefined)).toBe('same')
  })

  test('finds nothing between a record and itself', () => {
    fc.assert(fc.property(anyRecord, (record) => void expect(compareRecords(record, record)).toEqual([])))
  })

  test('says from the other side what it says from this one', () => {
    const mirrored: Partial<Record<FieldRelation, FieldRelation>> = {
      new: 'missing',
      missing: 'new',
      conflict: 'conflict',
    }
    fc.assert(
      fc.property(anyAnonymousRecord, anyAnonymousRecord, (a, b) => {
        const backwards = new Map(compareRecords(b, a).map(({ name, relation }) => [name, relation]))
        for (const { name, relation } of compareRecords(a, b)) {
          const expected = mirrored[relation]
          if (expected) expect(backwards.get(name)).toBe(expected)
          else expect(['newer', 'older']).toContain(backwards.get(name))
        }
      }),
    )
  })
})

describe('relateRecords()', () => {
  const merge = (a: ItemRecord, b: ItemRecord) => mergeRecords<ItemFields>(a, b)

  test('tells a record that is new from one that brings something new', () => {
    expect(relateRecords(undefined, itemRecord({ note: stamped('x') }))).toBe('new')
    expect(relateRecords(itemRecord(), itemRecord({ note: stamped('x') }))).toBe('changed')
    expect(relateRecords(undefined, itemRecord())).toBe('same')
    expect(relateRecords(itemRecord({ note: stamped('x') }), undefined)).toBe('same')
  })

  test('tells of a conflict before anything else', () => {
    const ours = itemRecord({ note: stamped('x') })
    expect(relateRecords(ours, itemRecord({ note: stamped('y', noon), answer: stamped(3) }))).toBe('conflict')
  })

  test('finds no conflict with a copy that was merged with ours', () => {
    fc.assert(
      fc.property(anyMergedRecord, anyMergedRecord, (a, b) => {
        expect(relateRecords(a, merge(a, b))).not.toBe('conflict')
        expect(relateRecords(b, merge(a, b))).not.toBe('conflict')
      }),
    )
  })

  test('finds nothing new in a copy that was merged into ours', () => {
    fc.assert(
      fc.property(anyAnonymousRecord, anyAnonymousRecord, (a, b) => {
        expect(relateRecords(merge(a, b), a)).toBe('same')
        expect(relateRecords(merge(a, b), merge(b, a))).toBe('same')
      }),
    )
  })

  test('finds something new in a copy exactly where a merge changes what counts', () => {
    const latest = (record: ItemRecord) =>
      JSON.stringify(compareRecords(undefined, record).map(({ name, theirs }) => [name, theirs?.at, theirs?.value]))
    fc.assert(
      fc.property(anyAnonymousRecord, anyAnonymousRecord, (a, b) => {
        if (relateRecords(a, b) === 'same') expect(latest(merge(a, b))).toBe(latest(a))
        if (relateRecords(a, b) === 'changed') expect(latest(merge(a, b))).not.toBe(latest(a))
      }),
    )
  })
})
