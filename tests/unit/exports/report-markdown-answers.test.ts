import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport, type Checklist, type ItemState, type Progress } from '../../../src/core/index.ts'
import { encodeReportMarkdown } from '../../../src/exports/report-markdown.ts'
import {
  copiedState,
  demoChecklist,
  demoChecklistSha256,
  demoRollout,
  doneState,
  progressOf,
} from '../../fixtures/checklist.ts'
import { findNodes, parseMarkdown, shownText } from '../../fixtures/markdown.ts'
import { afterLaunch, early, noon } from '../../fixtures/moments.ts'
import { itemRecord, link, output, stamped } from '../../fixtures/stamps.ts'

/** The demo checklist with questions to its first and its last item. */
const checklist: Checklist = {
  ...demoChecklist,
  sections: demoChecklist.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      decision: { key: item.id.replace('-', ''), question: `How many of ${item.id}?`, type: 'text', unit: 'GB' },
    })),
  })),
}

const parse = (progress: Progress) =>
  parseMarkdown(
    encodeReportMarkdown(buildReport(checklist, demoChecklistSha256, demoRollout, progress, new Date(noon))),
  )
const headingsOf = (progress: Progress) => findNodes(parse(progress), 'heading').map(shownText)
const entriesOf = (progress: Progress) => findNodes(parse(progress), 'listItem').map(shownText)

const risk: ItemState = { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: afterLaunch }

describe('encodeReportMarkdown()', () => {
  test('has no heading for what there is none of', () => {
    expect(headingsOf({})).toEqual(['Report: Autumn release', 'Blockers', 'Nodes', 'Backups'])
  })

  test('lists accepted risks apart, with who accepted them, until when, and what is done about them', () => {
    const state: ItemState = { ...risk, compensatingControl: 'Watch it', followUp: 'https://example.org/1' }
    const progress = progressOf({ 'a-may': state })
    expect(headingsOf(progress)).toContain('Accepted risks')
    expect(entriesOf(progress)).toContain(
      'Title of a-may (risk accepted, may, Small, accepted by Ada until 2026-12-31, with: Watch it, https://example.org/1)',
    )
  })

  test('lists what has to be confirmed: a must among the blockers, others apart', () => {
    const progress = progressOf({ 'a-must': copiedState('a-must'), 'a-should': copiedState('a-should') })
    expect(headingsOf(progress)).toContain('To be confirmed')
    expect(entriesOf(progress).slice(0, 2)).toEqual([
      'Title of a-must (to confirm, must, Copied from spring)',
      'Title of a-should (to confirm, should, Copied from spring)',
    ])
  })

  test('lists decisions as questions and answers with their unit', () => {
    const progress = {
      'a-must': itemRecord({ answer: stamped(['1', '2']) }),
      'a-should': itemRecord({ answer: stamped(null) }),
      'a-may': itemRecord({ answer: stamped('a | <b>') }),
    }
    expect(headingsOf(progress)).toContain('Decisions')
    const rows = findNodes(parse(progress), 'tableRow').map(({ children }) => children.map(shownText))
    expect(rows.slice(-2)).toEqual([
      ['How many of a-must?', '1, 2 GB'],
      ['How many of a-may?', 'a | <b> GB'],
    ])
  })

  test('lists every piece of evidence with its day', () => {
    const file = { kind: 'file' as const, name: 'a_b_c.pdf', sizeBytes: 3, sha256: 'e'.repeat(64), collectedAt: early }
    const pieces = { 'evidence/a': stamped(link()), 'evidence/b': stamped(file), 'evidence/c': stamped(output()) }
    const entries = entriesOf({ 'a-may': itemRecord({ state: stamped(doneState('a-may')), ...pieces }) })
    expect(entries.slice(-3)).toEqual([
      '2026-11-01: https://example.org/run/1',
      `2026-11-01: a_b_c.pdf, 3 bytes, sha256:${'e'.repeat(64)}`,
      '2026-11-01:',
    ])
  })

  test('shows pasted output as typed, whatever it holds', () => {
    const unit = fc.oneof(fc.constantFrom('`', '~', '```', '\n', ' ', '<b>', '|', '\\', '- ', '&amp;'), fc.string())
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const piece = itemRecord({ 'evidence/a': stamped(output(early, text)) })
        expect(findNodes(parse({ 'a-may': piece }), 'code').map(({ value }) => value)).toEqual([text])
      }),
    )
  }, 60_000)

  test('lists answers to items that are gone, by id', () => {
    const progress = progressOf({ '*stranger*': doneState('stranger') })
    expect(headingsOf(progress)).toContain('Answers to items that are gone')
    expect(entriesOf(progress).at(-1)).toBe('*stranger* (done)')
  })
})
