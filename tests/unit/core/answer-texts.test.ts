import { describe, test } from 'vitest'
import { decisionTypes } from '../../../src/core/schema.ts'
import { decisionOf, expectAnswer, expectRefusal } from '../../fixtures/decisions.ts'

test.each(decisionTypes)('an empty text takes the answer back where a %s is asked for', (type) => {
  expectAnswer(decisionOf(type, { min: 1, pattern: 'x', options: ['a', 'b'] }), ' \n', null)
})

describe('a text', () => {
  test('is taken as typed, without white space around', () => {
    expectAnswer(decisionOf('text'), '  <b>a</b>\n b  ', '<b>a</b>\n b')
  })

  test('has to match the pattern as a whole', () => {
    const version = decisionOf('text', { pattern: 'v?1\\.\\d+|latest' })
    expectAnswer(version, 'v1.29', 'v1.29')
    expectAnswer(version, 'latest', 'latest')
    for (const text of ['v1.29-beta', 'my v1.29', 'latest v1', 'v1.29\nv1.30'])
      expectRefusal(version, text, 'It has to match v?1\\.\\d+|latest.')
  })

  test('is refused with the hint rather than the pattern', () => {
    const repository = decisionOf('text', { pattern: '(https://|git@).+', hint: 'git@example.org:site.git' })
    expectRefusal(repository, 'site.git', 'It has another form than asked for: git@example.org:site.git')
  })

  test('has limits that count characters', () => {
    const short = decisionOf('text', { min: 3, max: 5 })
    expectAnswer(short, 'abc', 'abc')
    expectAnswer(short, 'abcde', 'abcde')
    expectRefusal(short, ' ab ', 'At least 3 characters are asked for, here are 2.')
    expectRefusal(short, 'abcdef', 'At most 5 characters are possible, here are 6.')
  })

  test('has at most two thousand characters where nothing else is said', () => {
    expectAnswer(decisionOf('text'), 'a'.repeat(2_000), 'a'.repeat(2_000))
    expectRefusal(decisionOf('text'), 'a'.repeat(2_001), 'It has 2001 characters, and 2000 are kept.')
  })

  test('tells both of its length and of its form', () => {
    const decision = decisionOf('text', { min: 3, pattern: '\\d+' })
    expectRefusal(decision, 'a', 'At least 3 characters are asked for, here are 1.', 'It has to match \\d+.')
  })
})

describe('a choice', () => {
  const choice = decisionOf('choice', { options: ['one', 'two, or more'] })

  test('is one of its options', () => {
    expectAnswer(choice, 'one', 'one')
    expectAnswer(choice, ' two, or more ', 'two, or more')
  })

  test.each(['One', 'on', 'one, two, or more', 'toString'])('is not %j', (text) =>
    expectRefusal(choice, text, `"${text}" is none of: one, two, or more.`),
  )
})

describe('a list', () => {
  const list = decisionOf('list')

  test.each([
    ['a', ['a']],
    ['a\nb', ['a', 'b']],
    ['a, b,c', ['a, b,c']],
    [' a \n\n b\r\n', ['a', 'b']],
    ['b\na\nb', ['b', 'a']],
    ['two words', ['two words']],
  ])('is read from %j', (text, value) => expectAnswer(list, text, value))

  test('tells of every entry that does not match, by its beginning', () => {
    const hosts = decisionOf('list', { pattern: '[a-z.]+', hint: 'api.example.org' })
    const form = 'It has another form than asked for: api.example.org'
    expectAnswer(hosts, 'a.b\nc.d', ['a.b', 'c.d'])
    expectRefusal(hosts, 'a.b\nC.d\n5', `"C.d": ${form}`, `"5": ${form}`)
    expectRefusal(hosts, '5'.repeat(100), `"${'5'.repeat(59)}…": ${form}`)
  })

  test('has limits that count entries, each once', () => {
    const two = decisionOf('list', { min: 2, max: 3 })
    expectAnswer(two, 'a\nb', ['a', 'b'])
    expectRefusal(two, 'a\na', 'At least 2 entries are asked for, here are 1.')
    expectRefusal(two, 'a\nb\nc\nd', 'At most 3 entries are possible, here are 4.')
  })

  test('has suggestions that others may join', () => {
    expectAnswer(decisionOf('list', { options: ['a', 'b'] }), 'c', ['c'])
  })
})
