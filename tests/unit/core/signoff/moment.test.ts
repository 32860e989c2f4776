import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMoment } from '../../../../src/core/signoff/index.ts'
import { formatMoment } from '../../../../src/core/signoff/moment.ts'

test('parseMoment() reads every second that formatMoment() writes', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), (date) => {
      expect(parseMoment(formatMoment(date))).toBe(Math.floor(date.getTime() / 1_000) * 1_000)
    }),
  )
})

test('parseMoment() takes parts of a second', () => {
  expect(parseMoment('2026-11-21T09:30:00.25Z')).toBe(Date.UTC(2026, 10, 21, 9, 30, 0, 250))
})

test.each([
  '2026-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-12-04T24:00:00Z',
  '2026-12-04T00:60:00Z',
  '2026-12-31T23:59:60Z',
  '2026-12-04T00:00:00',
  '2026-12-04t00:00:00Z',
  '2026-12-04 00:00:00Z',
  '2026-12-04T00:00:00+00:00',
  '2026-12-04T00:00:00.Z',
  '20261204T000000Z',
  '-000001-01-01T00:00:00Z',
  ' 2026-12-04T00:00:00Z',
  '',
])('parseMoment() refuses %j', (text) => {
  expect(parseMoment(text)).toBeUndefined()
})
