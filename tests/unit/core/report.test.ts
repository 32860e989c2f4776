import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport, type ItemState, listBlockers, type Progress, type Verdict } from '../../../src/core/index.ts'
import { reportSchema } from '../../../src/core/report-schema.ts'
import { anyRecord } from '../../fixtures/arbitraries.ts'
import { demoChecklist, demoChecklistSha256, demoRollout, doneState, progressOf } from '../../fixtures/checklist.ts'
import { early, late, noon } from '../../fixtures/moments.ts'

const build = (progress: Progress, now = noon) =>
  buildReport(demoChecklist, demoChecklistSha256, demoRollout, progress, new Date(now))

const risk: ItemState = { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: late }
const allDone = { 'a-must': doneState('a-must'), 'a-should': doneState('a-should'), 'a-may': doneState('a-may') }
const skipped: ItemState = { kind: 'not-applicable', reason: 'No such thing here' }

test.each<[string, Record<string, ItemState>, Verdict, string[]]>([
  ['everything done', {}, 'go', ['Every must and should is done or does not apply']],
  ['a may open', { 'a-may': { kind: 'open' } }, 'go', ['Every must and should is done or does not apply']],
  ['a must that does not apply', { 'a-must': skipped }, 'go', ['Every must and should is done or does not apply']],
  ['a should open', { 'a-should': { kind: 'open' } }, 'conditional-go', ['1 should open']],
  ['a should blocked', { 'a-should': { kind: 'blocked', reason: '' } }, 'conditional-go', ['1 should open']],
  ['a risk accepted for a must', { 'a-must': risk }, 'conditional-go', ['1 risk accepted']],
  ['a risk accepted for a may', { 'a-may': risk }, 'conditional-go', ['1 risk accepted']],
  [
    'an item reworded since it was ticked',
    { 'a-may': { kind: 'done', itemDigest: 'f'.repeat(16) } },
    'conditional-go',
    ['1 item reworded since ticked'],
  ],
  ['a must open', { 'a-must': { kind: 'open' } }, 'no-go', ['1 must open']],
  ['a must started', { 'a-must': { kind: 'started' } }, 'no-go', ['1 must open']],
  ['a must blocked', { 'a-must': { kind: 'blocked', reason: '' } }, 'no-go', ['1 must open']],
  [
    'everything at once',
    { 'a-must': { kind: 'open' }, 'a-should': { kind: 'started' }, 'a-may': risk },
    'no-go',
    ['1 must open', '1 risk accepted', '1 should open'],
  ],
])('buildReport() judges %s', (_, states, verdict, reasons) => {
  expect(build(progressOf({ ...allDone, ...states }))).toMatchObject({ verdict, reasons })
})

test('buildReport() judges a must whose accepted risk has expired as open', () => {
  expect(build(progressOf({ ...allDone, 'a-must': risk }), late).verdict).toBe('no-go')
})

describe('buildReport()', () => {
  test('counts reasons in the plural', () => {
    expect(build(progressOf({ 'a-must': risk, 'a-should': risk })).reasons).toEqual(['2 risks accepted'])
  })

  test('ignores progress of ids that the checklist does not have', () => {
    expect(build(progressOf({ ...allDone, stranger: risk }))).toEqual(build(progressOf(allDone)))
  })

  test('carries the checklist, the rollout and the moment', () => {
    expect(build({})).toMatchObject({
      format: 1,
      createdAt: noon,
      rollout: demoRollout,
      checklist: { platform: 'demo', title: 'Demo', version: '1.2.0', sha256: demoChecklistSha256 },
      counts: { total: 3, open: 3, blockers: 1 },
      sections: [{ id: 'nodes' }, { id: 'backups' }],
    })
  })

  test.each([
    ['note', early, noon],
    ['state', noon, early],
  ])('carries reason, note and the later of the two changes, here of the %s', (_, stateAt, noteAt) => {
    const state = { value: { kind: 'blocked' as const, reason: 'No hardware' }, at: stateAt }
    const { sections } = build({ 'a-must': { format: 1, state, note: { value: 'Ordered', at: noteAt } } })
    expect(sections[0]?.items[0]).toMatchObject({ reason: 'No hardware', note: 'Ordered', changedAt: noon })
  })

  test('leaves reason, note and change out where there is none', () => {
    const item = build({ 'a-must': { format: 1 } }).sections[0]?.items[0]
    expect(Object.keys(item ?? {}).sort()).toEqual(
      ['id', 'level', 'owner', 'phase', 'reworded', 'state', 'title', 'url'].sort(),
    )
  })

  const anyProgress: fc.Arbitrary<Progress> = fc.dictionary(
    fc.constantFrom('a-must', 'a-should', 'a-may', 'stranger'),
    anyRecord,
  )

  test('keeps to its published schema, is go only without blockers, and counts the open musts', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const report = build(progress)
        expect(reportSchema.parse(report)).toEqual(report)
        const items = report.sections.flatMap((section) => section.items)
        const openMusts = items.filter(
          ({ level, state }) => level === 'must' && ['open', 'started', 'blocked'].includes(state),
        )
        expect(listBlockers(items)).toEqual(openMusts)
        expect(report.counts.blockers).toBe(openMusts.length)
        expect(report.verdict === 'no-go').toBe(openMusts.length > 0)
      }),
    )
  })

  test('changes none of its inputs', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const before = structuredClone([demoChecklist, demoRollout, progress])
        build(progress)
        expect([demoChecklist, demoRollout, progress]).toEqual(before)
      }),
    )
  })
})
