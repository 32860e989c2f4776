import { describe, expect, test } from 'vitest'
import { type ItemState, type ItemStatusKind, isPending, judgeItem, launchMoment } from '../../../src/core/index.ts'
import { copiedState, doneState } from '../../fixtures/checklist.ts'
import { early, late, noon, plannedLaunch } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

const unplanned = { plannedLaunch: '' }
const launch = new Date(plannedLaunch).toISOString()

/** What a state amounts to, at noon unless said otherwise. */
const judge = (state: ItemState, rollout: Parameters<typeof judgeItem>[2] = unplanned, now = noon) =>
  judgeItem(itemRecord({ state: stamped(state) }), {}, rollout, new Date(now))

describe('launchMoment()', () => {
  test('is the planned launch in local time, or now when that is past', () => {
    expect(launchMoment({ plannedLaunch }, new Date(noon)).toISOString()).toBe(launch)
    const later = new Date(new Date(plannedLaunch).getTime() + 1)
    expect(launchMoment({ plannedLaunch }, later)).toEqual(later)
  })

  test.each(['', 'soon', '2026-13-01T09:00', '2026-11-28T09:00 or so'])('is now where %j is planned', (planned) => {
    expect(launchMoment({ plannedLaunch: planned }, new Date(noon)).toISOString()).toBe(noon)
  })
})

describe('judgeItem()', () => {
  test('is open without a record and without a state', () => {
    expect(judgeItem(undefined, {}, unplanned, new Date(noon))).toEqual({ kind: 'open' })
    expect(judgeItem(itemRecord({ note: stamped('x') }), {}, unplanned, new Date(noon))).toEqual({ kind: 'open' })
  })

  test.each<[ItemState, { kind: ItemStatusKind; reason?: string }]>([
    [{ kind: 'open' }, { kind: 'open' }],
    [{ kind: 'started' }, { kind: 'started' }],
    [
      { kind: 'blocked', reason: 'No rack' },
      { kind: 'blocked', reason: 'No rack' },
    ],
    [doneState('a'), { kind: 'done' }],
    [
      { kind: 'not-applicable', reason: 'No GPU' },
      { kind: 'not-applicable', reason: 'No GPU' },
    ],
    [
      { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: late },
      { kind: 'risk-accepted', reason: 'Small' },
    ],
  ])('gives %j as it was set', (state, status) => {
    expect(judge(state)).toEqual(status)
  })
})

describe('an item that needs traits', () => {
  const terms = { when: ['gpu', 'cluster'] }
  const judgeWith = (traits: string[] | undefined) =>
    judgeItem(itemRecord({ state: stamped(doneState('a')) }), terms, { traits, plannedLaunch: '' }, new Date(noon))

  test('applies while nobody has said what the rollout is', () => {
    expect(judgeWith(undefined)).toEqual({ kind: 'done' })
  })

  test('applies to a rollout that has all of them, and others', () => {
    expect(judgeWith(['cluster', 'mesh', 'gpu'])).toEqual({ kind: 'done' })
  })

  test.each([
    [[], 'Only for rollouts with: gpu, cluster'],
    [['cluster'], 'Only for rollouts with: gpu'],
    [['mesh', 'gpu'], 'Only for rollouts with: cluster'],
  ])('does not apply to a rollout with %j, whatever was answered, and names what lacks', (traits, reason) => {
    expect(judgeWith(traits)).toEqual({ kind: 'not-applicable', reason, isExcluded: true })
  })

  test('is excluded no more than any other item that says nothing of traits', () => {
    expect(judge(doneState('a'), { traits: [], plannedLaunch: '' })).toEqual({ kind: 'done' })
  })
})

describe('an accepted risk', () => {
  const risk = (expiresAt: string): ItemState => ({
    kind: 'risk-accepted',
    reason: 'Small',
    acceptedBy: 'Ada',
    expiresAt,
  })
  const justBefore = (moment: string) => new Date(Date.parse(moment) - 1).toISOString()

  test.each<[string, string, ItemStatusKind]>([
    ['before its end', early, 'risk-accepted'],
    ['a millisecond before its end', justBefore(noon), 'risk-accepted'],
    ['at its end', noon, 'open'],
    ['after its end', late, 'open'],
  ])('is %s %s', (_, now, kind) => {
    expect(judge(risk(noon), unplanned, now).kind).toBe(kind)
  })

  test('that ended is open and says when', () => {
    expect(judge(risk(early))).toEqual({ kind: 'open', reason: 'The accepted risk ended 2026-11-01' })
  })

  test.each<[string, string, ItemStatusKind]>([
    ['a millisecond after the launch', new Date(Date.parse(launch) + 1).toISOString(), 'risk-accepted'],
    ['with the launch', launch, 'open'],
    ['before the launch', justBefore(launch), 'open'],
  ])('that ends %s is judged on launch day', (_, expiresAt, kind) => {
    expect(judge(risk(expiresAt), { plannedLaunch }).kind).toBe(kind)
  })

  test('that ends before the launch says so', () => {
    const reason = 'The accepted risk ends 2026-11-20, before the launch'
    expect(judge(risk('2026-11-20T00:00:00.000Z'), { plannedLaunch })).toEqual({ kind: 'open', reason })
  })
})

describe('an answer that was copied from another rollout', () => {
  const risk = { kind: 'risk-accepted' as const, reason: 'Small', acceptedBy: 'Ada' }

  test.each<[string, ItemState]>([
    ['done', copiedState('a')],
    ['an accepted risk', { ...risk, expiresAt: late, copiedFrom: 'spring' }],
  ])('has to be confirmed when it is %s', (_, state) => {
    expect(judge(state)).toEqual({ kind: 'to-confirm', reason: 'Copied from spring', doubts: ['copied'] })
  })

  test('is open rather than to be confirmed when it is a risk that ended', () => {
    expect(judge({ ...risk, expiresAt: early, copiedFrom: 'spring' }).kind).toBe('open')
  })

  test('does not apply where the rollout lacks a trait, and then needs no confirmation', () => {
    const record = itemRecord({ state: stamped(copiedState('a')) })
    const rollout = { traits: [], plannedLaunch: '' }
    expect(judgeItem(record, { when: ['gpu'] }, rollout, new Date(noon)).kind).toBe('not-applicable')
  })
})

test.each<[ItemStatusKind, boolean]>([
  ['open', true],
  ['started', true],
  ['blocked', true],
  ['to-confirm', true],
  ['done', false],
  ['not-applicable', false],
  ['risk-accepted', false],
])('isPending() of %s is %s', (kind, isIt) => {
  expect(isPending({ kind })).toBe(isIt)
})
