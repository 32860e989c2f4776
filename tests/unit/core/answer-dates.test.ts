import { describe, expect, test } from 'vitest'
import { parseAnswer } from '../../../src/core/answer.ts'
import { decisionOf, expectAnswer, expectRefusal } from '../../fixtures/decisions.ts'

describe('a date', () => {
  test.each(['2026-11-21', '2028-02-29', '1999-12-31', '0001-01-01'])('is a day like %s', (text) =>
    expectAnswer(decisionOf('date'), text, text),
  )

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-32',
    '2026-1-1',
    '21.11.2026',
    '2026-11-21T09:00',
    '+002026-11-21',
    'tomorrow',
  ])('is not %s', (text) =>
    expectRefusal(decisionOf('date'), text, `"${text}" is no day of the calendar, like 2026-11-21.`),
  )

  test('is every day of four years and no other', () => {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 31; day++) {
        for (const year of [2025, 2026, 2027, 2028]) {
          const text = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
          const isDay = day <= new Date(year, month, 0).getDate()
          expect(parseAnswer(decisionOf('date'), text).kind, text).toBe(isDay ? 'answer' : 'refused')
        }
      }
    }
  })
})

describe('a url', () => {
  test.each(['https://example.org/', 'http://localhost:8080/a?b#c', 'https://bücher.example'])(
    'is %s, as typed',
    (text) => expectAnswer(decisionOf('url'), text, text),
  )

  test.each([
    'example.org',
    '/path',
    'ftp://example.org/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'https://',
    'https://exa mple.org/',
  ])('is not %j', (text) =>
    expectRefusal(decisionOf('url'), text, 'This is no full address: it begins with https:// or http://.'),
  )
})

describe('a boolean', () => {
  test('is yes or no', () => {
    expectAnswer(decisionOf('boolean'), 'yes', true)
    expectAnswer(decisionOf('boolean'), ' no ', false)
  })

  test.each(['true', 'false', '1', '0', 'y', 'yes and no', 'maybe'])('is not %j', (text) =>
    expectRefusal(decisionOf('boolean'), text, 'Answer yes or no.'),
  )
})
