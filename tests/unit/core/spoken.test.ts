import { expect, test } from 'vitest'
import { saysSomething } from '../../../src/core/index.ts'

test.each(['No nodes', '4', ' - ja', 'Größe', '支付', 'שלום', '\u3164a'])('saysSomething() takes %j', (text) => {
  expect(saysSomething(text)).toBe(true)
})

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t'],
  ['signs', '...?! -'],
  ['a filler that is a letter without ink', '\u3164'],
  ['the other fillers', '\u115f\u1160\uffa0'],
  ['blanks without width', '\u200b\u200e\u2060\ufeff'],
])('saysSomething() does not take %s', (_, text) => {
  expect(saysSomething(text)).toBe(false)
})
