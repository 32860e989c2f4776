import { expect, test } from 'vitest'
import { type ItemRecord, type ItemState, judgeItem, setField } from '../../../src/core/index.ts'
import { planConfirmation } from '../../../src/islands/item/confirmation.ts'

const digest = '0123456789abcdef'
const now = new Date('2026-11-21T12:00:00.000Z')
const longAgo = new Date('2026-01-01T12:00:00.000Z')
const noLaunch = { plannedLaunch: '' }
const done: ItemState = { kind: 'done', itemDigest: digest }

const answered = (state: ItemState, at = now): ItemRecord => setField(undefined, 'state', state, at)
const withLink = (record: ItemRecord, collectedAt: Date): ItemRecord =>
  setField(
    record,
    'evidence/1',
    { kind: 'link', url: 'https://a.example/', collectedAt: collectedAt.toISOString() },
    now,
  )

test.each<[string, ItemRecord | undefined]>([
  ['no record', undefined],
  ['an open item', answered({ kind: 'open' })],
  ['a blocked item', answered({ kind: 'blocked', reason: 'x' })],
  ['an answer that stands', answered(done)],
])('planConfirmation() asks nothing of %s', (_, record) => {
  expect(planConfirmation(record, digest, { validForDays: 30 }, noLaunch, now)).toBeUndefined()
})

test('planConfirmation() asks nothing of an item that the traits exclude', () => {
  const record = answered({ ...done, copiedFrom: 'payments-2.3.0' })
  const rollout = { plannedLaunch: '', traits: [] }
  expect(planConfirmation(record, digest, { when: ['gpu'] }, rollout, now)).toBeUndefined()
})

test('planConfirmation() takes the origin away from a copied answer', () => {
  const plan = planConfirmation(answered({ ...done, copiedFrom: 'payments-2.3.0' }), digest, {}, noLaunch, now)
  expect(plan).toEqual({ reasons: ['Copied from payments-2.3.0'], isStale: false, isTooEarly: false, state: done })
})

test('planConfirmation() confirms a copied risk that names no wording', () => {
  const risk = { kind: 'risk-accepted', reason: 'x', acceptedBy: 'Ada', expiresAt: '2027-01-01T00:00:00.000Z' } as const
  const plan = planConfirmation(answered({ ...risk, copiedFrom: 'a' }), digest, {}, noLaunch, now)
  expect(plan?.state).toEqual({ ...risk, itemDigest: digest })
})

test.each<ItemState>([
  { kind: 'done', itemDigest: 'other' },
  { kind: 'not-applicable', reason: 'x', itemDigest: 'other' },
])('planConfirmation() gives $kind the wording of now', (state) => {
  const plan = planConfirmation(answered(state), digest, {}, noLaunch, now)
  expect(plan).toMatchObject({ reasons: ['Changed since you answered'], answeredDigest: 'other' })
  expect(plan?.state).toEqual({ ...state, itemDigest: digest })
})

test('planConfirmation() dates the newest evidence today when it is stale', () => {
  const record = withLink(answered(done, longAgo), longAgo)
  const plan = planConfirmation(record, digest, { validForDays: 30 }, noLaunch, now)
  expect(plan?.reasons).toEqual(['Evidence is stale from 2026-01-31'])
  expect(plan?.evidence).toEqual([
    'evidence/1',
    { kind: 'link', url: 'https://a.example/', collectedAt: now.toISOString() },
  ])
  expect(plan?.isTooEarly).toBe(false)
})

test('planConfirmation() needs no evidence to renew a tick that is its own', () => {
  const plan = planConfirmation(answered(done, longAgo), digest, { validForDays: 30 }, noLaunch, now)
  expect(plan).toMatchObject({ isStale: true, isTooEarly: false, state: done })
  expect(plan?.evidence).toBeUndefined()
})

test('planConfirmation() tells when today is too early for the launch', () => {
  const rollout = { plannedLaunch: '2027-06-01T09:00' }
  const plan = planConfirmation(answered(done), digest, { validForDays: 30 }, rollout, now)
  expect(plan).toMatchObject({ isStale: true, isTooEarly: true })
})

test('planConfirmation() names every reason, and one press answers all of them', () => {
  const record = withLink(answered({ ...done, itemDigest: 'other', copiedFrom: 'a' }, longAgo), longAgo)
  const terms = { validForDays: 30 }
  const plan = planConfirmation(record, digest, terms, noLaunch, now)
  expect(plan?.reasons).toEqual(['Copied from a', 'Evidence is stale from 2026-01-31', 'Changed since you answered'])
  const confirmed = setField(record, 'state', plan?.state ?? done, now)
  const renewed = plan?.evidence ? setField(confirmed, ...plan.evidence, now) : confirmed
  expect(judgeItem(renewed, terms, noLaunch, now).kind).toBe('done')
  expect(planConfirmation(renewed, digest, terms, noLaunch, now)).toBeUndefined()
})
