import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, isPlainText } from '../../../src/core/index.ts'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'

test.each([
  ['nothing', ''],
  ['lines and tabs', 'a\n\tb'],
  ['HTML', '<script>alert("1")</script>'],
  ['accents, composed or not', 'Größe Gro\u0308ße'],
  ['right-to-left script', 'שלום مرحبا'],
  ['emoji joined from several', '👩🏽‍💻'],
  ['no-break and ideographic spaces', 'a\u00a0b\u3000c'],
])('isPlainText() takes %s', (_, text) => {
  expect(isPlainText(text)).toBe(true)
  expect(cleanText(text)).toBe(text)
})

test.each([
  ['a null', 'a\u0000b', 'ab'],
  ['a bell', 'a\u0007b', 'ab'],
  ['an escape sequence of terminals', 'a\u001b[31mb', 'a[31mb'],
  ['a carriage return', 'a\rb', 'ab'],
  ['a delete', 'a\u007fb', 'ab'],
  ['a control of the second block', 'a\u0085b', 'ab'],
  ['an embedding', '\u202aa\u202bb', 'ab'],
  ['an override', 'exe.\u202egpj', 'exe.gpj'],
  ['the end of an override', 'a\u202cb', 'ab'],
  ['isolates', '\u2066a\u2067b\u2068c\u2069', 'abc'],
  ['the first half of a character', 'a\ud83db', 'a\ufffdb'],
  ['the second half of a character', 'a\udc69', 'a\ufffd'],
])('isPlainText() refuses %s, and cleanText() takes it away', (_, text, cleaned) => {
  expect(isPlainText(text)).toBe(false)
  expect(cleanText(text)).toBe(cleaned)
})

test('cleanText() makes lines of those that Windows ends', () => {
  expect(cleanText('a\r\nb\r\n')).toBe('a\nb\n')
})

test('cleanText() makes plain text of any, once and for all', () => {
  const anyText = fc.string({ unit: fc.oneof(fc.constantFrom('\r', '\n', '\u202e', '\ud800', '\u0000'), fc.string()) })
  fc.assert(
    fc.property(fc.oneof(anyText, anyUtf16), (text) => {
      const cleaned = cleanText(text)
      expect(isPlainText(cleaned)).toBe(true)
      expect(cleanText(cleaned)).toBe(cleaned)
      if (isPlainText(text)) expect(cleaned).toBe(text)
    }),
  )
})
