import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countItems, currentState, type ItemState, isItemState, type Progress } from '../../../src/core/index.ts'
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
