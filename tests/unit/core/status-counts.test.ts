import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { countItems, type ItemStatusKind, judgeItem } from '../../../src/core/index.ts'
import { anyRecord } from '../../fixtures/arbitraries.ts'
import { noon, plannedLaunch } from '../../fixtures/moments.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const anyTerms = fc.record(
  {
    when: fc.uniqueArray(fc.constantFrom('gpu', 'mesh'), { minLength: 1 }),
    validForDays: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: [] },
)
const anyRollout = fc.record({
  traits: fc.option(fc.subarray(['gpu', 'mesh']), { nil: undefined }),
  plannedLaunch: fc.constantFrom('', plannedLaunch, '2026-11-01T00:00', 'soon'),
})
const anyStatuses = fc
  .tuple(fc.array(fc.tuple(fc.option(anyRecord, { nil: undefined }), anyTerms)), anyRollout)
  .map(([items, rollout]) => items.map(([record, terms]) => judgeItem(record, terms, rollout, new Date(noon))))

test('countItems() counts each status in its place', () => {
  const kinds: ItemStatusKind[] = [
    'open',
    'started',
    'blocked',
    'done',
    'to-confirm',
    'to-confirm',
    'not-applicable',
    'risk-accepted',
  ]
  expect(countItems(kinds.map((kind) => ({ kind })))).toEqual({
    total: 8,
    applicable: 7,
    done: 1,
    toConfirm: 2,
    open: 3,
    riskAccepted: 1,
    notApplicable: 1,
  })
})

test('countItems() of nothing is zero everywhere', () => {
  expect(new Set(Object.values(countItems([])))).toEqual(new Set([0]))
})

test('countItems() gives counts that add up', () => {
  fc.assert(
    fc.property(anyStatuses, (statuses) => {
      const { total, applicable, done, toConfirm, open, riskAccepted, notApplicable } = countItems(statuses)
      expect(total).toBe(statuses.length)
      expect(done + toConfirm + open + riskAccepted + notApplicable).toBe(total)
      expect(applicable).toBe(total - notApplicable)
    }),
  )
})

test('countItems() gives a part done between nothing and everything that applies', () => {
  fc.assert(
    fc.property(anyStatuses, (statuses) => {
      const { applicable, done } = countItems(statuses)
      expect(applicable).toBeGreaterThanOrEqual(0)
      const part = applicable === 0 ? 0 : done / applicable
      expect(done).toBeLessThanOrEqual(applicable)
      expect(part).toBeGreaterThanOrEqual(0)
      expect(part).toBeLessThanOrEqual(1)
    }),
  )
})

test('countItems() does not look at the order', () => {
  fc.assert(
    fc.property(
      anyStatuses,
      (statuses) => void expect(countItems(statuses.toReversed())).toEqual(countItems(statuses)),
    ),
  )
})

test('judgeItem() gives every record, terms and rollout a status with a reason where one is owed', () => {
  fc.assert(
    fc.property(anyStatuses, (statuses) => {
      for (const { kind, reason, isExcluded } of statuses) {
        if (kind === 'to-confirm' || isExcluded) expect(reason).toMatch(/\S/)
        if (kind === 'done' || kind === 'started') expect(reason).toBeUndefined()
        if (isExcluded) expect(kind).toBe('not-applicable')
      }
    }),
  )
})
