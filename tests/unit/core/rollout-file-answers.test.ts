import { describe, expect, test } from 'vitest'
import type { Answer, Checklist } from '../../../src/core/index.ts'
import { checkAnswers } from '../../../src/core/rollout-file.ts'
import type { Decision } from '../../../src/core/schema.ts'
import { demoChecklist, publishedItem } from '../../fixtures/checklist.ts'
import { decisionOf } from '../../fixtures/decisions.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

/** What is wrong with an answer of a file to a decision of the checklist. */
function faultsOf(decision: Decision, answer: Answer | null): string[] {
  const [section] = demoChecklist.sections
  if (!section) throw new RangeError('The demo checklist has no section')
  const items = [{ ...publishedItem('a-must', 'must'), decision }, publishedItem('a-should', 'should')]
  const checklist: Checklist = { ...demoChecklist, sections: [{ ...section, items }] }
  const records = {
    'a-must': itemRecord({ answer: stamped(answer) }),
    'a-should': itemRecord({ answer: stamped('nobody asked') }),
    stranger: itemRecord({ answer: stamped('nobody knows') }),
  }
  return checkAnswers({ items: records }, checklist).map(({ path, message }) => `${path}: ${message}`)
}

describe('checkAnswers()', () => {
  test.each<[Decision['type'], Answer]>([
    ['integer', 12],
    ['integer', -1],
    ['number', 2.5],
    ['text', 'a text'],
    ['choice', 'an option that is gone'],
    ['list', ['a', 'b']],
    ['cidrs', ['10.0.0.0/8', 'fd00::/8']],
    ['date', '2026-11-21'],
    ['url', 'https://example.org/'],
    ['boolean', false],
  ])('takes for a %s the answer %j', (type, answer) => {
    expect(faultsOf(decisionOf(type), answer)).toEqual([])
  })

  test('takes an answer that was taken back, and no answer', () => {
    expect(faultsOf(decisionOf('integer'), null)).toEqual([])
    expect(checkAnswers({ items: {} }, demoChecklist)).toEqual([])
  })

  test.each<[Decision['type'], Answer, string]>([
    ['integer', 2.5, 'This is no whole number: digits only, like 12.'],
    ['integer', 'many', 'This is no whole number: digits only, like 12.'],
    ['integer', 2 ** 60, 'This number is too large.'],
    ['number', true, 'This is no number: digits, with a point for fractions, like 2.5.'],
    ['cidrs', ['10.0.0.0/33'], '"10.0.0.0/33" is no network, like 10.0.0.0/16.'],
    ['cidrs', ['10.0.0.0/8', '10.1.0.0/16'], '"10.0.0.0/8" and "10.1.0.0/16" overlap.'],
    ['date', '2026-02-30', '"2026-02-30" is no day of the calendar, like 2026-11-21.'],
    ['url', 'javascript:alert(1)', 'This is no full address: it begins with https:// or http://.'],
    ['boolean', 'perhaps', 'Answer yes or no.'],
  ])('refuses for a %s the answer %j', (type, answer, message) => {
    expect(faultsOf(decisionOf(type), answer)).toEqual([`items.a-must.answer.value: ${message}`])
  })

  test('tells of every fault', () => {
    expect(faultsOf(decisionOf('cidrs'), ['10.0.0.0/33', '10.0.0.1/8'])).toHaveLength(2)
  })

  test('does not hold an answer against limits, which may have changed since', () => {
    expect(faultsOf(decisionOf('integer', { min: 3, max: 9, unit: 'nodes' }), 12)).toEqual([])
    expect(faultsOf(decisionOf('text', { pattern: '\\d+', max: 3 }), 'words')).toEqual([])
    expect(faultsOf(decisionOf('choice', { options: ['a', 'b'] }), 'c')).toEqual([])
  })

  test.each(['constructor', '__proto__'])('finds no answer in an item named %s that a file does not have', (id) => {
    const [section] = demoChecklist.sections
    const item = { ...publishedItem(id, 'must'), decision: decisionOf('integer') }
    const sections = section ? [{ ...section, items: [item] }] : []
    expect(checkAnswers({ items: {} }, { ...demoChecklist, sections })).toEqual([])
  })
})
