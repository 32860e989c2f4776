import { afterEach, describe, expect, test, vi } from 'vitest'
import { ageOf, collectedOn, dayOf, endOfDay, minuteOf } from '../../../src/islands/item/days.ts'

/** Far from UTC on both sides, so that a day of UTC taken for a local one is noticed. */
const zones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata']

afterEach(() => vi.unstubAllEnvs())

describe.each(zones)('in %s', (zone) => {
  test('endOfDay() is the last moment of the local day', () => {
    vi.stubEnv('TZ', zone)
    const end = endOfDay('2026-11-30') ?? ''
    expect(dayOf(end)).toBe('2026-11-30')
    expect(dayOf(new Date(Date.parse(end) + 1))).toBe('2026-12-01')
  })

  test('collectedOn() keeps the local day, and the moment when it is today', () => {
    vi.stubEnv('TZ', zone)
    const now = new Date('2026-11-21T10:20:30.400Z')
    expect(collectedOn(dayOf(now), now)).toBe(now.toISOString())
    expect(dayOf(collectedOn('2026-11-02', now) ?? '')).toBe('2026-11-02')
  })

  test('ageOf() counts midnights', () => {
    vi.stubEnv('TZ', zone)
    const beforeMidnight = endOfDay('2026-11-20') ?? ''
    expect(ageOf(beforeMidnight, new Date(beforeMidnight))).toBe('today')
    expect(ageOf(beforeMidnight, new Date(Date.parse(beforeMidnight) + 1))).toBe('1 day ago')
    expect(ageOf(endOfDay('2026-10-31') ?? '', new Date(beforeMidnight))).toBe('20 days ago')
  })
})

test.each(['', '2026-02-30', '2026-13-01', '2026-1-1', 'tomorrow', '9999-12-31', '20260-01-01'])(
  'endOfDay() refuses "%s"',
  (day) => {
    expect(endOfDay(day)).toBeUndefined()
  },
)

test.each(['2026-11-22', '2027-01-01', '0002-11-20', '0202-11-20', '1999-12-31', '2026-02-30', ''])(
  'collectedOn() refuses "%s" on 2026-11-21',
  (day) => {
    expect(collectedOn(day, new Date(2026, 10, 21, 14, 3))).toBeUndefined()
  },
)

test('minuteOf() writes day and time', () => {
  expect(minuteOf(new Date(2026, 10, 2, 4, 5))).toBe('2026-11-02 04:05')
})

test('ageOf() calls what another clock dates tomorrow today', () => {
  expect(ageOf('2026-11-23T12:00:00.000Z', new Date('2026-11-21T12:00:00.000Z'))).toBe('today')
})
