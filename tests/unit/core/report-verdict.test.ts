import { describe, expect, test } from 'vitest'
import { buildReport, type Item, type ItemState, type Progress, type Verdict } from '../../../src/core/index.ts'
import {
  copiedState,
  demoChecklist,
  demoChecklistSha256,
  demoRollout,
  doneState,
  progressOf,
} from '../../fixtures/checklist.ts'
import { afterLaunch, daysBefore, late, noon, plannedLaunch } from '../../fixtures/moments.ts'
import { itemRecord, link, output, stamped } from '../../fixtures/stamps.ts'

const build = (progress: Progress, now = noon, rollout = demoRollout, checklist = demoChecklist) =>
  buildReport(checklist, demoChecklistSha256, rollout, progress, new Date(now))

/** The checklist with more said of one of its items. */
const withTerms = (id: string, terms: Partial<Item>) => ({
  ...demoChecklist,
  sections: demoChecklist.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === id ? { ...item, ...terms } : item)),
  })),
})

const risk: ItemState = { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: afterLaunch }
const allDone = { 'a-must': doneState('a-must'), 'a-should': doneState('a-should'), 'a-may': doneState('a-may') }
const skipped: ItemState = { kind: 'not-applicable', reason: 'No such thing here' }
const go = 'Every must and should is done or does not apply'

test.each<[string, Record<string, ItemState>, Verdict, string[]]>([
  ['everything done', {}, 'go', [go]],
  ['a may open', { 'a-may': { kind: 'open' } }, 'go', [go]],
  ['a must that does not apply', { 'a-must': skipped }, 'go', [go]],
  ['a should open', { 'a-should': { kind: 'open' } }, 'conditional-go', ['1 should open']],
  ['a should blocked', { 'a-should': { kind: 'blocked', reason: '' } }, 'conditional-go', ['1 should open']],
  ['a should to confirm', { 'a-should': copiedState('a-should') }, 'conditional-go', ['1 other item to confirm']],
  ['a may to confirm', { 'a-may': copiedState('a-may') }, 'conditional-go', ['1 other item to confirm']],
  ['a risk accepted for a must', { 'a-must': risk }, 'conditional-go', ['1 risk accepted']],
  ['a risk accepted for a may', { 'a-may': risk }, 'conditional-go', ['1 risk accepted']],
  [
    'an item reworded since it was answered',
    { 'a-may': { kind: 'done', itemDigest: 'f'.repeat(16) } },
    'conditional-go',
    ['1 other item to confirm'],
  ],
  ['a must open', { 'a-must': { kind: 'open' } }, 'no-go', ['1 must open']],
  ['a must started', { 'a-must': { kind: 'started' } }, 'no-go', ['1 must open']],
  ['a must blocked', { 'a-must': { kind: 'blocked', reason: '' } }, 'no-go', ['1 must open']],
  ['a must to confirm', { 'a-must': copiedState('a-must') }, 'no-go', ['1 must to confirm']],
  ['a copied risk of a must', { 'a-must': { ...risk, copiedFrom: 'spring' } }, 'no-go', ['1 must to confirm']],
  [
    'everything at once',
    { 'a-must': { kind: 'open' }, 'a-should': { kind: 'started' }, 'a-may': risk },
    'no-go',
    ['1 must open', '1 risk accepted', '1 should open'],
  ],
  [
    'everything to confirm',
    { 'a-must': copiedState('a-must'), 'a-should': copiedState('a-should'), 'a-may': copiedState('a-may') },
    'no-go',
    ['1 must to confirm', '2 other items to confirm'],
  ],
])('buildReport() judges %s', (_, states, verdict, reasons) => {
  expect(build(progressOf({ ...allDone, ...states }))).toMatchObject({ verdict, reasons })
})

test('buildReport() counts reasons in the plural', () => {
  expect(build(progressOf({ 'a-must': risk, 'a-should': risk })).reasons).toEqual(['2 risks accepted'])
})

describe('a risk of a must', () => {
  test.each<[string, string, string, Verdict]>([
    ['has expired', late, late, 'no-go'],
    ['expires before the launch', late, noon, 'no-go'],
    ['lasts beyond the launch', afterLaunch, noon, 'conditional-go'],
  ])('that %s', (_, expiresAt, now, verdict) => {
    const progress = progressOf({ ...allDone, 'a-must': { ...risk, expiresAt } as ItemState })
    expect(build(progress, now).verdict).toBe(verdict)
  })
})

describe('evidence that is stale on launch day', () => {
  const collected = daysBefore(new Date(plannedLaunch).toISOString(), 30)
  const withEvidence = (id: string): Progress => ({
    ...progressOf(allDone),
    [id]: itemRecord({ state: stamped(doneState(id), noon), 'evidence/a': stamped(output(collected), noon) }),
  })

  test.each<[string, number, Verdict, string]>([
    ['a-must', 30, 'no-go', '1 must to confirm'],
    ['a-must', 31, 'go', go],
    ['a-should', 30, 'conditional-go', '1 other item to confirm'],
    ['a-should', 31, 'go', go],
    ['a-may', 30, 'conditional-go', '1 other item to confirm'],
  ])('of %s, valid for %d days', (id, validForDays, verdict, reason) => {
    const report = build(withEvidence(id), noon, demoRollout, withTerms(id, { validForDays }))
    expect(report).toMatchObject({ verdict, reasons: [reason] })
    expect(report.counts.toConfirm).toBe(verdict === 'go' ? 0 : 1)
  })
})

describe('a link that the evidence has to hold', () => {
  const checklist = withTerms('a-must', { needsLink: true })
  const judge = (state: ItemState, ...pieces: ReturnType<typeof link>[]) => {
    const evidence = pieces.map((piece, index) => [`evidence/${index}`, stamped(piece)])
    const record = { ...itemRecord({ state: stamped(state) }), ...Object.fromEntries(evidence) }
    const progress = { ...progressOf(allDone), 'a-must': record }
    return build(progress, noon, demoRollout, checklist)
  }

  test('is missing where there is none, and the item does not count as done', () => {
    const missing = { verdict: 'no-go', reasons: ['1 must to confirm'] }
    expect(judge(doneState('a-must'))).toMatchObject(missing)
    expect(judge(doneState('a-must'), output())).toMatchObject(missing)
    expect(judge(doneState('a-must'), output()).sections[0]?.items[0]?.doubts).toEqual(['unlinked'])
  })

  test('is not missing where one of several pieces is a link', () => {
    expect(judge(doneState('a-must'), output(), link())).toMatchObject({ verdict: 'go', reasons: [go] })
  })

  test.each<[string, ItemState, Verdict, string]>([
    ['is open', { kind: 'open' }, 'no-go', '1 must open'],
    ['is to be confirmed', copiedState('a-must'), 'no-go', '1 must to confirm'],
    ['is an accepted risk', risk, 'conditional-go', '1 risk accepted'],
    ['does not apply', skipped, 'go', go],
  ])('is not missed while the item %s', (_, state, verdict, reason) => {
    expect(judge(state)).toMatchObject({ verdict, reasons: [reason] })
  })
})

describe('an item that needs a trait', () => {
  const checklist = withTerms('a-must', { when: ['gpu'] })

  test.each<[string[] | undefined, Verdict]>([
    [undefined, 'no-go'],
    [['gpu'], 'no-go'],
    [[], 'go'],
    [['mesh'], 'go'],
  ])('of a rollout with %j', (traits, verdict) => {
    const { 'a-must': _, ...others } = allDone
    const rollout = { ...demoRollout, ...(traits && { traits }) }
    const report = build(progressOf(others), noon, rollout, checklist)
    expect(report.verdict).toBe(verdict)
    expect(report.counts).toMatchObject({ total: 3, notApplicable: verdict === 'go' ? 1 : 0 })
  })

  test('is not reworded for a rollout that it does not apply to', () => {
    const { 'a-must': _, ...others } = allDone
    const progress = progressOf({ ...others, 'a-must': { kind: 'done', itemDigest: 'f'.repeat(16) } })
    const judgeWith = (traits: string[]) => build(progress, noon, { ...demoRollout, traits }, checklist)
    expect(judgeWith([])).toMatchObject({ verdict: 'go', reasons: [go] })
    expect(judgeWith(['gpu']).reasons).toEqual(['1 must to confirm'])
  })
})
