import { describe, expect, test } from 'vitest'
import { type ItemRecord, type ItemState, type ItemTerms, judgeItem } from '../../../src/core/index.ts'
import { copiedState, digestOf, doneState } from '../../fixtures/checklist.ts'
import { afterLaunch, daysBefore, early, noon } from '../../fixtures/moments.ts'
import { itemRecord, link, output, stamped } from '../../fixtures/stamps.ts'

const judge = (record: ItemRecord, terms: ItemTerms) => judgeItem(record, terms, { plannedLaunch: '' }, new Date(noon))
const withState = (state: ItemState) => itemRecord({ state: stamped(state) })
const otherWords = 'f'.repeat(16)

describe('an answer to other words', () => {
  const terms = { digest: digestOf('a-must') }

  test.each<ItemState>([
    { kind: 'done', itemDigest: otherWords },
    { kind: 'not-applicable', reason: 'No GPU', itemDigest: otherWords },
    { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: afterLaunch, itemDigest: otherWords },
  ])('has to be confirmed: %j', (state) => {
    const status = { kind: 'to-confirm', reason: 'Changed since you answered', doubts: ['reworded'] }
    expect(judge(withState(state), terms)).toEqual(status)
  })

  test('counts where nobody knows the words', () => {
    expect(judge(withState({ kind: 'done', itemDigest: otherWords }), {})).toEqual({ kind: 'done' })
    expect(judge(withState({ kind: 'done', itemDigest: '' }), terms)).toEqual({ kind: 'done' })
    expect(judge(withState(doneState('a-must')), terms)).toEqual({ kind: 'done' })
  })

  test('is no reason to confirm a risk that has ended: it is open', () => {
    const risk = { kind: 'risk-accepted' as const, reason: 'Small', acceptedBy: 'Ada', expiresAt: early }
    expect(judge(withState({ ...risk, itemDigest: otherWords }), terms).kind).toBe('open')
  })
})

describe('an answer without the link that its evidence has to hold', () => {
  const terms = { needsLink: true }
  const unlinked = { kind: 'to-confirm', reason: 'The link it asks for is missing', doubts: ['unlinked'] }
  const done = (pieces: Partial<ItemRecord>) => itemRecord({ state: stamped(doneState('a')), ...pieces })

  test('has to be confirmed when it is done', () => {
    expect(judge(done({}), terms)).toEqual(unlinked)
    expect(judge(done({ 'evidence/a': stamped(output()) }), terms)).toEqual(unlinked)
    expect(judge(done({ 'evidence/a': stamped(null, noon, stamped(link())) }), terms)).toEqual(unlinked)
  })

  test('counts as soon as one piece is a link', () => {
    const both = { 'evidence/a': stamped(output()), 'evidence/b': stamped(link()) }
    expect(judge(done(both), terms)).toEqual({ kind: 'done' })
  })

  test.each<ItemState>([
    { kind: 'open' },
    { kind: 'blocked', reason: 'x' },
    { kind: 'not-applicable', reason: 'x' },
    { kind: 'risk-accepted', reason: 'x', acceptedBy: 'Ada', expiresAt: afterLaunch },
  ])('counts when it claims nothing of evidence: %j', (state) => {
    expect(judge(withState(state), terms).kind).toBe(state.kind)
  })
})

test('an answer with several doubts names each, in one order', () => {
  const state: ItemState = { kind: 'done', itemDigest: otherWords, copiedFrom: 'spring' }
  const record = itemRecord({ state: stamped(state), 'evidence/a': stamped(output(daysBefore(noon, 10))) })
  const status = judge(record, { digest: digestOf('a-must'), needsLink: true, validForDays: 10 })
  expect(status.doubts).toEqual(['copied', 'reworded', 'unlinked', 'stale'])
  expect(status.reason?.split('; ')).toEqual([
    'Copied from spring',
    'Changed since you answered',
    'The link it asks for is missing',
    'Evidence is stale from 2026-11-01',
  ])
})

test('an item that does not apply to the rollout has no doubts', () => {
  const terms = { when: ['gpu'], digest: digestOf('a-must'), needsLink: true, validForDays: 1 }
  const rollout = { traits: [], plannedLaunch: '' }
  const status = judgeItem(withState(copiedState('a')), terms, rollout, new Date(noon))
  expect(status).toMatchObject({ kind: 'not-applicable', isExcluded: true })
  expect(status).not.toHaveProperty('doubts')
})
