import { describe, expect, test } from 'vitest'
import { countOpenMusts, proposeAffirmation, saysNoGo } from '../../../../src/core/signoff/affirmation.ts'
import { mixedItems } from '../../../fixtures/signed-report.ts'

const about = { rollout: 'payments-2.4.0', environment: 'production' }

describe('proposeAffirmation()', () => {
  test('agrees to a go', () => {
    expect(proposeAffirmation({ ...about, result: 'PASSED', items: [] })).toBe(
      'I have reviewed this report and agree that payments-2.4.0 may go to production.',
    )
  })

  test('names the exceptions of a conditional go', () => {
    expect(proposeAffirmation({ ...about, result: 'WARNED', items: mixedItems })).toContain(
      'with its 1 accepted risk and 1 open should',
    )
  })

  test('says of a no-go that it is one, and of nothing else', () => {
    const sentences = (['PASSED', 'WARNED', 'FAILED'] as const).map((result) =>
      proposeAffirmation({ ...about, result, items: mixedItems }),
    )
    expect(sentences.map(saysNoGo)).toEqual([false, false, true])
  })
})

test('countOpenMusts() counts what blocks', () => {
  expect(countOpenMusts([...mixedItems, { requirement: 'must', status: 'open' }])).toBe(1)
})
