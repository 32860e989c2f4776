import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  encodeRecord,
  type FieldGuard,
  type ItemFields,
  itemGuard,
  mergeRecords,
  parseRecord,
  rolloutGuard,
  setField,
} from '../../../src/core/index.ts'
import { anyMoment, anyState } from '../../fixtures/arbitraries.ts'
import { afterLaunch, early, late, noon } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

const stamp = (value: unknown, at = early) => ({ value, at })

describe('a record of format 1', () => {
  test.each<[string, FieldGuard, object]>([
    ['an item without fields', itemGuard, {}],
    ['an open item', itemGuard, { state: stamp({ kind: 'open' }) }],
    ['a started item', itemGuard, { state: stamp({ kind: 'started' }) }],
    ['a blocked item', itemGuard, { state: stamp({ kind: 'blocked', reason: '' }) }],
    ['a done item', itemGuard, { state: stamp({ kind: 'done', itemDigest: '0123456789abcdef' }) }],
    ['an item that does not apply', itemGuard, { state: stamp({ kind: 'not-applicable', reason: 'No GPU' }) }],
    [
      'an accepted risk',
      itemGuard,
      { state: stamp({ kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: afterLaunch }) },
    ],
    ['a note', itemGuard, { note: stamp('Seen\nby Ada') }],
    ['an empty note beside a state', itemGuard, { note: stamp('', noon), state: stamp({ kind: 'open' }) }],
    ['fields that nobody knows', itemGuard, { mood: stamp('calm'), plain: [1], note: { ...stamp('x'), mood: 'calm' } }],
    ['a rollout without fields', rolloutGuard, {}],
    [
      'a rollout with every field there was',
      rolloutGuard,
      {
        name: stamp('Autumn'),
        platform: stamp('demo'),
        environment: stamp('production'),
        service: stamp('shop'),
        version: stamp('4.1'),
        plannedLaunch: stamp('2026-11-28T09:00'),
        subjects: stamp([{ name: 'shop.tar', digest: '' }]),
        traits: stamp(['gpu']),
      },
    ],
  ])('with %s becomes one of format 2 with the same fields', (_, guard, fields) => {
    const parsed = parseRecord(JSON.stringify({ format: 1, ...fields }), guard)
    expect(parsed).toEqual({ kind: 'record', record: { format: 2, ...fields } })
  })

  const anyOld = fc.record(
    {
      state: fc.record({ value: anyState, at: anyMoment }),
      note: fc.record({ value: fc.string(), at: anyMoment }),
      mood: fc.jsonValue({ maxDepth: 1 }),
    },
    { requiredKeys: [] },
  )

  test('is written as format 2, which reads the same and needs no second upgrade', () => {
    fc.assert(
      fc.property(anyOld, (fields) => {
        const old = parseRecord<ItemFields>(JSON.stringify({ ...fields, format: 1 }), itemGuard)
        if (old.kind !== 'record') throw new Error(JSON.stringify(old))
        const text = encodeRecord(old.record)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ ...fields, format: 2 })))
        expect(parseRecord(text, itemGuard)).toEqual(old)
      }),
    )
  })

  test('merges with one of format 2, field by field', () => {
    const old = parseRecord<ItemFields>(JSON.stringify({ format: 1, note: stamp('old'), mood: 1 }), itemGuard)
    if (old.kind !== 'record') throw new Error(JSON.stringify(old))
    const merged = mergeRecords(old.record, itemRecord({ note: stamped('new', late) }))
    expect(merged).toEqual({ format: 2, note: stamped('new', late, stamp('old')), mood: 1 })
  })

  test('begins its history with the first change', () => {
    const old = parseRecord<ItemFields>(JSON.stringify({ format: 1, note: stamp('old') }), itemGuard)
    if (old.kind !== 'record') throw new Error(JSON.stringify(old))
    expect(setField(old.record, 'note', 'new', new Date(noon), { by: 'Ada' })).toEqual({
      format: 2,
      note: { ...stamp('new', noon), by: 'Ada', before: [stamp('old')] },
    })
  })

  test.each([
    ['a fault in a field', { note: stamp(5) }, '"note" has no valid value'],
    ['a time that is none', { note: stamp('x', '2026-02-30T00:00:00.000Z') }, '"note" has no valid time'],
  ])('with %s is as unreadable as one of format 2', (_, fields, reason) => {
    for (const format of [1, 2]) {
      expect(parseRecord(JSON.stringify({ format, ...fields }), itemGuard)).toEqual({ kind: 'unreadable', reason })
    }
  })
})

test.each([3, 4, 1_000])('a record of format %d is from a newer Golive', (format) => {
  expect(parseRecord(JSON.stringify({ format, note: 'other' }), itemGuard)).toEqual({ kind: 'newer', format })
})

test('a record without format is no record, whatever else it holds', () => {
  expect(parseRecord(JSON.stringify({ note: stamp('x') }), itemGuard).kind).toBe('unreadable')
})
