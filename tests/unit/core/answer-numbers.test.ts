import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnswer } from '../../../src/core/answer.ts'
import { decisionOf, expectAnswer, expectRefusal } from '../../fixtures/decisions.ts'

const noInteger = 'This is no whole number: digits only, like 12.'
const noNumber = 'This is no number: digits, with a point for fractions, like 2.5.'

describe('an integer', () => {
  const integer = decisionOf('integer')

  test.each([
    ['12', 12],
    [' 12\n', 12],
    ['0', 0],
    ['+3', 3],
    ['-3', -3],
    ['007', 7],
    ['9007199254740991', 9_007_199_254_740_991],
    ['-9007199254740991', -9_007_199_254_740_991],
    ['', null],
    [' \n\t', null],
  ])('is read from %j', (text, value) => expectAnswer(integer, text, value))

  test.each(['2.5', '1e3', '1,000', '1 000', '0x10', 'twelve', '--1', '+', '٣', '12 nodes', 'NaN', 'Infinity', '1_0'])(
    'is not read from %j',
    (text) => expectRefusal(integer, text, noInteger),
  )

  test.each(['9007199254740993', '-9007199254740993', '9'.repeat(400)])('is too large as %s', (text) =>
    expectRefusal(integer, text, 'This number is too large.'),
  )

  test('is every safe integer', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => expectAnswer(integer, String(value), value)))
  })
})

describe('a number', () => {
  const number = decisionOf('number')

  test.each([
    ['2.5', 2.5],
    ['-0.25', -0.25],
    ['12', 12],
    ['1.50', 1.5],
    ['', null],
  ])('is read from %j', (text, value) => expectAnswer(number, text, value))

  test.each(['2,5', '.5', '5.', '1e3', '1.2.3', '½', 'many'])('is not read from %j', (text) =>
    expectRefusal(number, text, noNumber),
  )

  test('is too large beyond what is counted without gaps', () =>
    expectRefusal(number, '9007199254740993.5', 'This number is too large.'))
})

describe('limits', () => {
  const nodes = decisionOf('integer', { min: 3, max: 9, unit: 'nodes' })

  test.each([3, 9])('are part of what they allow, like %d', (value) => expectAnswer(nodes, String(value), value))

  test('name the limit with its unit', () => {
    expectRefusal(nodes, '2', 'At least 3 nodes is asked for.')
    expectRefusal(nodes, '10', 'At most 9 nodes is possible.')
    expectRefusal(decisionOf('number', { min: 0.5 }), '0.4', 'At least 0.5 is asked for.')
  })

  test('may be zero or below', () => {
    const below = decisionOf('integer', { min: -5, max: 0 })
    expectAnswer(below, '-5', -5)
    expectRefusal(below, '1', 'At most 0 is possible.')
  })

  test('refuse exactly what lies outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), (value) => {
        expect(parseAnswer(nodes, String(value)).kind).toBe(value >= 3 && value <= 9 ? 'answer' : 'refused')
      }),
    )
  })
})

describe('a unit', () => {
  const percent = decisionOf('number', { unit: '% per year' })

  test.each(['99.9', '99.9 % per year', '99.9% per year', ' 99.9  % per year '])('may stand behind: %j', (text) =>
    expectAnswer(percent, text, 99.9),
  )

  test.each(['99.9 %', '% per year', '99.9 % per year % per year', '99.9 hours'])(
    'has to be the one asked for: %j',
    (text) => expectRefusal(percent, text, noNumber),
  )
})
