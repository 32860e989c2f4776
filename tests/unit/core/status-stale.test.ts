import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectedAt, type ItemRecord, type ItemState, judgeItem } from '../../../src/core/index.ts'
import { doneState } from '../../fixtures/checklist.ts'
import { daysBefore, early, late, noon, plannedLaunch } from '../../fixtures/moments.ts'
import { itemRecord, link, output, stamped } from '../../fixtures/stamps.ts'

const launch = new Date(plannedLaunch).toISOString()
const terms = { validForDays: 90 }

const doneWith = (moment: string): ItemRecord =>
  itemRecord({ state: stamped(doneState('a'), noon), 'evidence/a': stamped(link(moment), noon) })

const judge = (record: ItemRecord, planned = plannedLaunch, now = noon) =>
  judgeItem(record, terms, { plannedLaunch: planned }, new Date(now))

describe('evidence with a shelf life', () => {
  test.each([
    ['a millisecond less before the launch', daysBefore(launch, 90, -1), 'done'],
    ['exactly so long before the launch', daysBefore(launch, 90), 'to-confirm'],
    ['a millisecond longer before the launch', daysBefore(launch, 90, 1), 'to-confirm'],
    ['today', noon, 'done'],
    ['after the launch, by a clock that is wrong', daysBefore(launch, -1), 'done'],
  ])('that was collected %s is judged on launch day', (_, moment, kind) => {
    expect(judge(doneWith(moment)).kind).toBe(kind)
  })

  test.each([
    ['nothing is planned', '', noon],
    ['the launch is over', plannedLaunch, '2027-11-01T12:00:00.000Z'],
  ])('is judged now where %s', (_, planned, now) => {
    expect(judge(doneWith(daysBefore(now, 90, -1)), planned, now).kind).toBe('done')
    expect(judge(doneWith(daysBefore(now, 90)), planned, now).kind).toBe('to-confirm')
  })

  test('says the day it is stale from, and whether that is yet to come', () => {
    const fresh = doneWith('2026-08-20T10:00:00.000Z')
    expect(judge(fresh).reason).toBe('Evidence will be stale from 2026-11-18')
    expect(judge(fresh, plannedLaunch, '2026-11-19T00:00:00.000Z').reason).toBe('Evidence is stale from 2026-11-18')
  })

  test('counts from the newest piece, whichever was attached last', () => {
    const old = stamped(output(daysBefore(launch, 200)), late)
    const both = itemRecord({ ...doneWith(noon), 'evidence/b': old })
    expect(judge(both).kind).toBe('done')
    expect(collectedAt(both)).toBe(noon)
  })

  test('counts no piece that was removed', () => {
    const old = daysBefore(launch, 91)
    const record = itemRecord({ ...doneWith(old), 'evidence/b': stamped(null, late, stamped(output(noon), early)) })
    expect(judge(record).kind).toBe('to-confirm')
    expect(collectedAt(record)).toBe(old)
  })

  test('is no reason to confirm what has no shelf life', () => {
    const record = doneWith('2016-01-01T00:00:00.000Z')
    expect(judgeItem(record, {}, { plannedLaunch }, new Date(noon))).toEqual({ kind: 'done' })
  })

  test.each<ItemState>([
    { kind: 'open' },
    { kind: 'blocked', reason: 'x' },
    { kind: 'not-applicable', reason: 'x' },
    { kind: 'risk-accepted', reason: 'x', acceptedBy: 'Ada', expiresAt: '2027-01-01T00:00:00.000Z' },
  ])('is no reason to confirm what is not done: %j', (state) => {
    const record = itemRecord({ ...doneWith('2016-01-01T00:00:00.000Z'), state: stamped(state) })
    expect(judge(record).kind).toBe(state.kind)
  })
})

describe('a tick without evidence', () => {
  const tickedAt = (at: string) => itemRecord({ state: stamped(doneState('a'), at) })

  test('is the evidence, as of the day it was set', () => {
    expect(collectedAt(tickedAt(noon))).toBe(noon)
    expect(judge(tickedAt(daysBefore(launch, 90, -1))).kind).toBe('done')
    expect(judge(tickedAt(daysBefore(launch, 90))).kind).toBe('to-confirm')
  })

  test('counts again when it is set again', () => {
    const again = itemRecord({ state: stamped(doneState('a'), noon, stamped(doneState('a'), daysBefore(launch, 300))) })
    expect(judge(again)).toEqual({ kind: 'done' })
  })

  test('has no moment where nothing was ever set', () => {
    expect(collectedAt(undefined)).toBeUndefined()
    expect(collectedAt(itemRecord({ note: stamped('x') }))).toBeUndefined()
  })
})

test('evidence never becomes fresh again as the launch moves away', () => {
  const day = fc.integer({ min: -400, max: 400 })
  fc.assert(
    fc.property(day, day, day, (collected, one, other) => {
      const record = doneWith(daysBefore(noon, collected))
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map((days) => {
        const planned = new Date(Date.parse(noon) + days * 86_400_000)
        return judgeItem(record, terms, { plannedLaunch: planned.toISOString() }, new Date(noon)).kind
      })
      if (sooner === 'to-confirm') expect(later).toBe('to-confirm')
    }),
  )
})
