import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport, type Progress, type Rollout } from '../../../src/core/index.ts'
import { encodeReportMarkdown } from '../../../src/exports/report-markdown.ts'
import { demoChecklist, demoChecklistSha256, demoRollout, doneState, progressOf } from '../../fixtures/checklist.ts'
import { findNodes, fold, parseMarkdown, shownText } from '../../fixtures/markdown.ts'
import { noon } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

function encode(rollout: Partial<Rollout>, progress: Progress = {}): string {
  const whole = { ...demoRollout, ...rollout }
  return encodeReportMarkdown(buildReport(demoChecklist, demoChecklistSha256, whole, progress, new Date(noon)))
}

const withNote = (note: string): Progress => ({ 'a-may': itemRecord({ note: stamped(note, noon) }) })

const textsOf = (markdown: string, type: 'heading' | 'blockquote' | 'listItem' | 'paragraph' | 'strong') =>
  findNodes(parseMarkdown(markdown), type).map(shownText)

const rowsOf = (markdown: string) =>
  findNodes(parseMarkdown(markdown), 'tableRow').map(({ children }) => children.map(shownText))

/** What a reader sees where a person typed the same text everywhere. */
function shownFor(typed: string) {
  const progress: Progress = {
    'a-should': itemRecord({ state: stamped({ kind: 'blocked', reason: typed }, noon) }),
    'a-may': itemRecord({ note: stamped(typed, noon) }),
  }
  const markdown = encode({ name: typed, subjects: [{ name: typed, digest: '' }] }, progress)
  return {
    name: textsOf(markdown, 'heading')[0],
    subject: rowsOf(markdown).find(([term]) => term === 'Rolled out')?.[1],
    reason: textsOf(markdown, 'listItem').find((text) => text.includes('a-should')),
    note: textsOf(markdown, 'blockquote')[0] ?? '',
  }
}

function expectAsTyped(typed: string): void {
  expect(shownFor(typed)).toEqual({
    name: fold(`Report: ${typed}`),
    subject: fold(typed) || 'not given',
    reason: fold(`Title of a-should (blocked, should${typed && `, ${typed}`})`),
    note: fold(typed),
  })
}

const awkward: [string, string][] = [
  ['HTML', '<b>bold</b> <script>alert(1)</script> <!-- gone -->'],
  ['an entity', 'AT&amp;T &copy; &#35;'],
  ['pipes', 'a | b || c |'],
  ['asterisks and underscores', '*a* **b** _c_ __d__ a*b*c snake_case_name'],
  ['tildes', '~~gone~~ ~one~'],
  ['code', '`ls -la` ``x`` ```'],
  ['brackets', '[link](https://example.org/) ![image](a.png) [ref] [x]: y'],
  ['a footnote', '[^1] and [^1]: text'],
  ['an address', 'https://example.org/a_b_c?d=*e* www.example.org a@example.org'],
  ['a formula', '=SUM(A1:A9) $x^2$ 3 < 4 > 2'],
  ['backslashes', 'C:\\temp\\*new \\\\ end\\'],
  ['a heading', '# Title'],
  ['a bullet', '- item'],
  ['a task', '[ ] to do'],
  ['a number', '1. first'],
  ['a quote', '> quote'],
  ['a rule', '---'],
  ['a table', 'a | b\n- | -\nc | d'],
  ['lines that look like markup', 'a\n# b\n- c\n1) d\n> e\n===\n    code'],
  ['emoji and accents', 'Größe 日本語 👍🏽'],
]

test.each(awkward)('encodeReportMarkdown() shows as typed: %s', (_, typed) => expectAsTyped(typed))

test('encodeReportMarkdown() shows any text as typed', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'<>|*_~`[](){}#+-=!\\&;:.@^$"\'1a \n'),
    fc.constantFrom('http://', 'www.a', '&amp;', '<b>', '```', '  \n', '\n\n', '[ ]', '---'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  const anyText = fc.array(unit, { maxLength: 24 }).map((units) => units.join(''))
  fc.assert(fc.property(anyText, expectAsTyped), { numRuns: 100 })
}, 60_000)

describe('encodeReportMarkdown()', () => {
  const allDone = progressOf({
    'a-must': doneState('a-must'),
    'a-should': doneState('a-should'),
    'a-may': doneState('a-may'),
  })

  test('begins with name, verdict, reasons and counts', () => {
    const markdown = encode({})
    expect(markdown.startsWith('# Report: Autumn release\n\n**No-go**: 1 must open, 1 should open\n\n')).toBe(true)
    expect(textsOf(encode({}, allDone), 'strong')).toEqual(['Go'])
    expect(textsOf(encode({}, allDone), 'paragraph')[1]).toBe('3 of 3 done, 0 blockers')
  })

  test.each([
    [['a-must'], '1 of 3 done, 0 blockers'],
    [['a-may'], '1 of 3 done, 1 blocker'],
  ])('counts blockers where only %j is done', (ids, counts) => {
    const progress = progressOf(Object.fromEntries(ids.map((id) => [id, doneState(id)])))
    expect(textsOf(encode({}, progress), 'paragraph')[1]).toBe(counts)
  })

  test('lists what is rolled out and says what is not given', () => {
    const subjects = [
      { name: 'shop.tar', digest: `sha256:${'d'.repeat(64)}` },
      { name: 'shop.img', digest: '' },
    ]
    expect(rowsOf(encode({ environment: '', service: '', version: '', subjects }))).toEqual([
      ['', ''],
      ['Platform', 'Demo, checklist 1.2.0'],
      ['Environment', 'not given'],
      ['Service', 'not given'],
      ['Planned launch', '2026-11-28T09:00'],
      ['Rolled out', `shop.tar sha256:${'d'.repeat(64)}`],
      ['Rolled out', 'shop.img'],
      ['Date of report', noon],
      ['Checklist digest', `sha256:${demoChecklistSha256}`],
    ])
  })

  test('lists blockers first and then every item of every section with its state', () => {
    const markdown = encode(
      {},
      progressOf({ 'a-should': doneState('a-should'), 'a-may': { kind: 'done', itemDigest: 'old' } }),
    )
    expect(textsOf(markdown, 'heading').slice(1)).toEqual(['Blockers', 'To be confirmed', 'Nodes', 'Backups'])
    expect(findNodes(parseMarkdown(markdown), 'listItem').map((item) => [item.checked, shownText(item)])).toEqual([
      [false, 'Title of a-must (open, must)'],
      [false, 'Title of a-may (to confirm, may, Changed since you answered)'],
      [false, 'Title of a-must (open, must)'],
      [true, 'Title of a-should (done, should)'],
      [false, 'Title of a-may (to confirm, may, Changed since you answered)'],
    ])
  })

  test('names the service with its version', () => {
    expect(rowsOf(encode({}))).toContainEqual(['Service', 'shop 4.1'])
  })

  test('says when nothing blocks', () => {
    expect(textsOf(encode({}, allDone), 'paragraph')).toContain('No must is open.')
  })

  test('keeps the paragraphs of a note', () => {
    const [quote] = findNodes(parseMarkdown(encode({}, withNote('First.\n\nSecond,\nstill second.'))), 'blockquote')
    expect(quote?.children.map(shownText)).toEqual(['First.', 'Second, still second.'])
  })
})
