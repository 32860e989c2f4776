import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  buildReport,
  type Checklist,
  type ItemState,
  isPending,
  listBlockers,
  type Progress,
} from '../../../src/core/index.ts'
import { reportSchema } from '../../../src/core/report-schema.ts'
import { anyRecord } from '../../fixtures/arbitraries.ts'
import { demoChecklist, demoChecklistSha256, demoRollout, doneState, publishedItem } from '../../fixtures/checklist.ts'
import { afterLaunch, daysBefore, early, late, noon } from '../../fixtures/moments.ts'
import { itemRecord, link, output, stamped } from '../../fixtures/stamps.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const build = (progress: Progress, checklist = demoChecklist) =>
  buildReport(checklist, demoChecklistSha256, demoRollout, progress, new Date(noon))

const firstOf = (progress: Progress, checklist?: Checklist) => build(progress, checklist).sections[0]?.items[0]

describe('buildReport()', () => {
  test('carries the checklist, the rollout and the moment', () => {
    expect(build({})).toMatchObject({
      format: 1,
      createdAt: noon,
      rollout: demoRollout,
      checklist: { platform: 'demo', title: 'Demo', version: '1.2.0', sha256: demoChecklistSha256 },
      counts: { total: 3, open: 3, blockers: 1 },
      sections: [{ id: 'nodes' }, { id: 'backups' }],
      gone: [],
    })
  })

  test.each([
    ['note', early, noon],
    ['state', noon, early],
  ])('carries reason, note and the later of the two changes, here of the %s', (_, stateAt, noteAt) => {
    const state = stamped<ItemState>({ kind: 'blocked', reason: 'No hardware' }, stateAt)
    const item = firstOf({ 'a-must': itemRecord({ state, note: stamped('Ordered', noteAt) }) })
    expect(item).toMatchObject({ reason: 'No hardware', note: 'Ordered', changedAt: noon })
  })

  test('names who changed it last, and nobody where the last change has no name', () => {
    const state = { ...stamped<ItemState>({ kind: 'started' }, early), by: 'Ada' }
    const note = { ...stamped('Ordered', noon), by: 'Bob' }
    expect(firstOf({ 'a-must': itemRecord({ state, note }) })?.changedBy).toBe('Bob')
    expect(firstOf({ 'a-must': itemRecord({ state, note: stamped('Ordered', noon) }) })).not.toHaveProperty('changedBy')
  })

  test('counts a removed piece of evidence and an answer as a change', () => {
    const record = itemRecord({
      note: stamped('x', early),
      'evidence/a': stamped(null, noon),
      answer: stamped(3, late),
    })
    expect(firstOf({ 'a-must': record })?.changedAt).toBe(late)
  })

  test('leaves out what there is none of', () => {
    const item = firstOf({ 'a-must': itemRecord({ note: stamped(''), answer: stamped(null) }) })
    expect(Object.keys(item ?? {}).sort()).toEqual(
      ['changedAt', 'id', 'level', 'owner', 'phase', 'state', 'title', 'url'].sort(),
    )
    expect(firstOf({})).not.toHaveProperty('changedAt')
  })

  test('carries evidence, oldest first, and when the newest of a done item was collected', () => {
    const evidence = { 'evidence/b': stamped(output(early), late), 'evidence/a': stamped(link(noon), early) }
    const item = firstOf({ 'a-must': itemRecord({ state: stamped(doneState('a-must')), ...evidence }) })
    expect(item).toMatchObject({ evidence: [output(early), link(noon)], collectedAt: noon })
    expect(firstOf({ 'a-must': itemRecord(evidence) })).not.toHaveProperty('collectedAt')
  })

  test('carries the tick as the moment of a done item without evidence', () => {
    const item = firstOf({
      'a-must': itemRecord({ state: stamped(doneState('a-must'), early), note: stamped('x', late) }),
    })
    expect(item).toMatchObject({ collectedAt: early, changedAt: late })
    expect(item).not.toHaveProperty('evidence')
  })

  test('carries an accepted risk while it is accepted', () => {
    const risk = { reason: 'Small', acceptedBy: 'Ada', expiresAt: afterLaunch, followUp: 'https://example.org/1' }
    const accept = (expiresAt: string) =>
      firstOf({ 'a-must': itemRecord({ state: stamped<ItemState>({ kind: 'risk-accepted', ...risk, expiresAt }) }) })
    expect(accept(afterLaunch)).toMatchObject({ state: 'risk-accepted', reason: 'Small', risk })
    expect(accept(early)).toMatchObject({ state: 'open', reason: 'The accepted risk ended 2026-11-01' })
    expect(accept(early)).not.toHaveProperty('risk')
  })

  test.each([[0], [false], [''], ['three'], [['a', 'b']]])(
    'carries the answer %j to a decision with its unit',
    (answer) => {
      const decision = { key: 'nodes', question: 'How many nodes?', type: 'integer' as const, unit: 'nodes' }
      const items = [{ ...publishedItem('a-must', 'must'), decision }]
      const sections = demoChecklist.sections.slice(0, 1).map((section) => ({ ...section, items }))
      const item = firstOf({ 'a-must': itemRecord({ answer: stamped(answer) }) }, { ...demoChecklist, sections })
      expect(item?.decision).toEqual({ key: 'nodes', question: 'How many nodes?', answer, unit: 'nodes' })
      expect(firstOf({ 'a-must': itemRecord({ answer: stamped(answer) }) })).not.toHaveProperty('decision')
    },
  )

  const anyProgress: fc.Arbitrary<Progress> = fc.dictionary(
    fc.constantFrom('a-must', 'a-should', 'a-may', 'stranger'),
    anyRecord,
  )
  const agingChecklist: Checklist = {
    ...demoChecklist,
    sections: demoChecklist.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, needsLink: true, validForDays: 27 })),
    })),
  }

  test('keeps to its published schema, is go only without blockers, and counts the pending musts', () => {
    fc.assert(
      fc.property(anyProgress, fc.constantFrom(demoChecklist, agingChecklist), (progress, checklist) => {
        const report = build(progress, checklist)
        expect(reportSchema.parse(report)).toEqual(report)
        const items = report.sections.flatMap((section) => section.items)
        const pending = items.filter(({ level, state }) => level === 'must' && isPending({ kind: state }))
        expect(listBlockers(items)).toEqual(pending)
        expect(report.counts.blockers).toBe(pending.length)
        expect(report.verdict === 'no-go').toBe(pending.length > 0)
        expect(report.reasons).not.toEqual([])
      }),
    )
  })

  test('is no-go whatever else holds while the only must was last proven too long ago', () => {
    const stale = daysBefore(noon, 40)
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const must = itemRecord({ state: stamped(doneState('a-must'), noon), 'evidence/a': stamped(link(stale), noon) })
        expect(build({ ...progress, 'a-must': must }, agingChecklist).verdict).toBe('no-go')
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
