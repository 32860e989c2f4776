import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyTraits,
  countItems,
  currentState,
  type ItemRecord,
  type ItemState,
  isItemState,
  type Progress,
} from '../../../src/core/index.ts'
import { anyRecord, anyState } from '../../fixtures/arbitraries.ts'
import { doneState, progressOf } from '../../fixtures/checklist.ts'
import { early, late, noon } from '../../fixtures/moments.ts'

const risk = { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: noon } satisfies ItemState

test('isItemState() takes every state there is', () => {
  fc.assert(fc.property(anyState, (state) => void expect(isItemState(state)).toBe(true)))
})

test('isItemState() takes a state with members that it does not know', () => {
  expect(isItemState({ kind: 'open', since: early })).toBe(true)
})

test.each([
  ['no object', 'open'],
  ['null', null],
  ['an array', ['open']],
  ['no kind', {}],
  ['an unknown kind', { kind: 'finished' }],
  ['a kind of another case', { kind: 'Done', itemDigest: 'a' }],
  ['blocked without reason', { kind: 'blocked' }],
  ['not-applicable without reason', { kind: 'not-applicable' }],
  ['not-applicable with a reason that is no text', { kind: 'not-applicable', reason: 1 }],
  ['done without digest', { kind: 'done' }],
  ['done with a digest that is no text', { kind: 'done', itemDigest: true }],
  ['risk-accepted without reason', { ...risk, reason: undefined }],
  ['risk-accepted without who accepted it', { ...risk, acceptedBy: undefined }],
  ['risk-accepted without end', { ...risk, expiresAt: undefined }],
  ['risk-accepted until a day', { ...risk, expiresAt: '2026-11-01' }],
  ['risk-accepted until a day that does not exist', { ...risk, expiresAt: '2026-02-30T00:00:00.000Z' }],
])('isItemState() refuses %s', (_, value) => {
  expect(isItemState(value)).toBe(false)
})

test.each<[string, string, ItemState['kind']]>([
  ['before its end', early, 'risk-accepted'],
  ['a millisecond before its end', '2026-11-01T11:59:59.999Z', 'risk-accepted'],
  ['at its end', noon, 'open'],
  ['after its end', late, 'open'],
])('currentState() of an accepted risk %s', (_, now, kind) => {
  expect(currentState(progressOf({ a: risk })['a'], new Date(now)).kind).toBe(kind)
})

test('currentState() is open without a record and without a state', () => {
  expect(currentState(undefined, new Date(noon))).toEqual({ kind: 'open' })
  expect(currentState({ format: 1, note: { value: 'x', at: early } }, new Date(noon))).toEqual({ kind: 'open' })
})

test('currentState() gives every other state as it was set', () => {
  const blocked: ItemState = { kind: 'blocked', reason: 'No hardware' }
  expect(currentState(progressOf({ a: blocked })['a'], new Date(late))).toEqual(blocked)
})

test('countItems() counts each state in its place and ignores unknown ids', () => {
  const progress = progressOf({
    started: { kind: 'started' },
    blocked: { kind: 'blocked', reason: '' },
    done: doneState('done'),
    skipped: { kind: 'not-applicable', reason: '' },
    accepted: risk,
    stranger: doneState('stranger'),
  })
  const ids = ['untouched', 'started', 'blocked', 'done', 'skipped', 'accepted']
  const counts = { total: 6, applicable: 5, done: 1, open: 3, riskAccepted: 1, notApplicable: 1 }
  expect(countItems(ids, progress, new Date(early))).toEqual(counts)
  expect(countItems(ids, progress, new Date(noon))).toEqual({ ...counts, open: 4, riskAccepted: 0 })
})

test('countItems() gives counts that add up', () => {
  const anyId = fc.constantFrom('a', 'b', 'c', 'd')
  const anyProgress: fc.Arbitrary<Progress> = fc.dictionary(anyId, anyRecord)
  fc.assert(
    fc.property(fc.uniqueArray(anyId), anyProgress, (ids, progress) => {
      const { total, applicable, done, open, riskAccepted, notApplicable } = countItems(ids, progress, new Date(noon))
      expect(total).toBe(ids.length)
      expect(done + open + riskAccepted + notApplicable).toBe(total)
      expect(applicable).toBe(total - notApplicable)
    }),
  )
})

describe('applyTraits()', () => {
  const at = '2026-11-20T10:00:00.000Z'
  const done: ItemRecord = { format: 1, state: { at, value: { kind: 'done', itemDigest: '0' } } }
  const conditions = { pipeline: ['gitlab'], mesh: ['cluster', 'mesh'] }

  test('leaves progress as it is while nobody has said what the rollout is', () => {
    const progress = { pipeline: done }
    expect(applyTraits(progress, conditions, undefined)).toBe(progress)
  })

  test('excludes an item for every trait the rollout lacks, and names them', () => {
    const applied = applyTraits({ pipeline: done, other: done }, conditions, { at, value: ['cluster'] })
    expect(applied['pipeline']?.state?.value).toEqual({
      kind: 'not-applicable',
      reason: 'Only for rollouts with: gitlab',
    })
    expect(applied['mesh']?.state?.value).toEqual({ kind: 'not-applicable', reason: 'Only for rollouts with: mesh' })
    expect(applied['other']).toBe(done)
  })

  test('gives the answer back when the trait comes back, and keeps the note meanwhile', () => {
    const noted: ItemRecord = { ...done, note: { at, value: 'kept' } }
    const progress = { pipeline: noted }
    expect(applyTraits(progress, conditions, { at, value: [] })['pipeline']?.note).toEqual(noted.note)
    expect(applyTraits(progress, conditions, { at, value: ['gitlab'] })['pipeline']).toBe(noted)
  })
})
