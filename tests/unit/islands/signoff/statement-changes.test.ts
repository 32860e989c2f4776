import { describe, expect, test } from 'vitest'
import type { ReadinessItem } from '../../../../src/core/signoff/index.ts'
import { listStatementChanges } from '../../../../src/islands/signoff/statement-changes.ts'
import { buildDemoStatement, mixedItems } from '../../../fixtures/signed-report.ts'

const frozen = buildDemoStatement()
const later = { frozenAt: '2026-11-21T09:00:00Z', expiresAt: '2026-12-30T00:00:00Z', affirmation: 'Other words.' }

const withFirst = (part: Partial<ReadinessItem>) =>
  buildDemoStatement(mixedItems.map((item, index) => (index === 0 ? { ...item, ...part } : item)))

const partsOf = (current: typeof frozen) => listStatementChanges(frozen, current).map(({ parts }) => parts)

describe('listStatementChanges()', () => {
  test('finds nothing where only the moment and the sentence differ', () => {
    expect(listStatementChanges(frozen, buildDemoStatement(mixedItems, later))).toEqual([])
  })

  test('names the item and what differs of it', () => {
    expect(listStatementChanges(frozen, withFirst({ status: 'open', note: 'Not yet.' }))).toEqual([
      {
        item: 'restore-drill',
        title: 'Restore a backup into an empty cluster',
        parts: ['status: done, now open', 'note'],
      },
    ])
  })

  test.each<[Partial<ReadinessItem>, string]>([
    [{ evidence: [] }, 'evidence'],
    [{ reason: 'because' }, 'reason'],
    [{ title: 'Other words' }, 'wording'],
    [{ requirement: 'may' }, 'requirement: must, now may'],
    [{ checkedAt: '2026-11-20T10:00:00Z' }, 'answered again'],
  ])('tells of %j', (part, words) => {
    expect(partsOf(withFirst(part))).toEqual([[words]])
  })

  test('tells of items that came and went', () => {
    const [, ...others] = mixedItems
    const current = buildDemoStatement([...others, { id: 'new-one', requirement: 'may', status: 'open' }])
    expect(listStatementChanges(frozen, current).map(({ item, parts }) => [item, ...parts])).toEqual([
      ['new-one', 'new in the checklist'],
      ['restore-drill', 'gone from the checklist'],
    ])
  })

  test('tells of the rollout: environment, artifacts, checklist', () => {
    const current = buildDemoStatement(mixedItems, {
      rollout: { ...frozen.predicate.rollout, environment: 'staging' },
      checklist: { ...frozen.predicate.checklist, digest: { sha256: '0'.repeat(64) } },
    })
    current.subject = current.subject.slice(1)
    expect(listStatementChanges(frozen, current)).toEqual([
      {
        title: 'The rollout',
        parts: ['environment: production, now staging', 'what is rolled out', 'another version of the checklist'],
      },
    ])
  })

  test('says so where only the exported record differs', () => {
    const current = buildDemoStatement()
    current.subject = [...current.subject.slice(0, -1), { name: 'x', digest: { sha256: '1'.repeat(64) } }]
    expect(listStatementChanges(frozen, current)).toHaveLength(1)
  })
})
