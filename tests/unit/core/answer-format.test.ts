import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { formatAnswer, parseAnswer } from '../../../src/core/answer.ts'
import type { Answer } from '../../../src/core/index.ts'
import type { Decision } from '../../../src/core/schema.ts'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'
import { decisionOf } from '../../fixtures/decisions.ts'

// Properties of large values take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

test.each<[Answer | null, string]>([
  [null, ''],
  [true, 'yes'],
  [false, 'no'],
  [12, '12'],
  [-2.5, '-2.5'],
  ['a text', 'a text'],
  [['a', 'b'], 'a\nb'],
])('formatAnswer() writes %j as %j', (answer, text) => {
  expect(formatAnswer(answer)).toBe(text)
})

describe('parseAnswer() reads what formatAnswer() wrote as the same value', () => {
  const line = fc.string({ unit: fc.oneof(fc.constantFrom(' ', 'ß', '日', '<', '"'), fc.string()), maxLength: 12 })
  const entry = line.map((text) => text.replace(/[\n,]/g, '').trim()).filter((text) => text !== '')
  const text = fc.oneof(
    entry,
    fc.tuple(entry, entry).map((lines) => lines.join(',\n')),
  )
  const network = fc
    .tuple(fc.integer({ min: 1, max: 255 }), fc.integer({ min: 16, max: 24 }))
    .map(([first, bits]) => `${first}.0.0.0/${bits}`)
  const day = fc
    .date({ min: new Date('1000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T00:00:00.000Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  const values: [Decision['type'], fc.Arbitrary<Answer>][] = [
    ['integer', fc.maxSafeInteger()],
    ['number', fc.integer().map((value) => value / 1_000)],
    ['text', text],
    ['choice', fc.constantFrom('a', 'two, or more')],
    ['list', fc.uniqueArray(entry, { minLength: 1, maxLength: 5 })],
    ['cidrs', fc.uniqueArray(network, { minLength: 1, maxLength: 5, selector: (text) => text.split('.')[0] })],
    ['date', day],
    ['url', fc.webUrl({ withQueryParameters: true, withFragments: true })],
    ['boolean', fc.boolean()],
  ]

  test.each(values)('for a %s', (type, anyValue) => {
    const decision = decisionOf(type, { options: ['a', 'two, or more'] })
    fc.assert(
      fc.property(fc.option(anyValue), (value) => {
        expect(parseAnswer(decision, formatAnswer(value))).toEqual({ kind: 'answer', value })
      }),
    )
  })

  test.each(values)('whatever was typed for a %s, unless it was refused', (type) => {
    const decision = decisionOf(type, { options: ['a', 'two, or more'] })
    const anyTyped = fc.oneof(
      fc.string(),
      fc.constantFrom('12', ' -3 ', 'yes', 'a', 'a,b', '10.0.0.0/8 ', '2026-11-21', 'https://a.b'),
    )
    fc.assert(
      fc.property(
        anyTyped.filter((typed) => !/^[\s,]*$|^[+-]?0*\.?0*$/.test(typed)),
        (typed) => {
          const parsed = parseAnswer(decision, typed)
          if (parsed.kind === 'answer') expect(parseAnswer(decision, formatAnswer(parsed.value))).toEqual(parsed)
          else expect(parsed.reasons.every((reason) => reason !== '')).toBe(true)
        },
      ),
    )
  })
})

test('parseAnswer() never throws and gives reasons for every refusal', () => {
  const anyDecision = fc
    .record(
      {
        min: fc.integer({ min: -5, max: 5 }),
        max: fc.integer({ min: -5, max: 5 }),
        unit: fc.constantFrom('GB', '%', 'h'),
        pattern: fc.constantFrom('\\d+', 'a|b', '.{2,}'),
        hint: fc.constant('like this'),
      },
      { requiredKeys: [] },
    )
    .chain((terms) =>
      fc
        .constantFrom<Decision['type'][]>(
          'integer',
          'number',
          'text',
          'choice',
          'list',
          'cidrs',
          'date',
          'url',
          'boolean',
        )
        .map((type) => decisionOf(type, terms)),
    )
  const anyText = fc.oneof(anyUtf16, fc.string({ unit: fc.constantFrom(...'0123456789abf.:/-,\n ') }))
  fc.assert(
    fc.property(anyDecision, anyText, (decision, text) => {
      const parsed = parseAnswer(decision, text)
      if (parsed.kind === 'refused') expect(parsed.reasons).not.toEqual([])
    }),
    { numRuns: 500 },
  )
})
