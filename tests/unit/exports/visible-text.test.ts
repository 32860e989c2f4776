import { expect, test } from 'vitest'
import { formatMinute, parseReportLink, showUnseen } from '../../../src/exports/visible-text.ts'

test.each([
  ['turns of direction', 'user\u202etxt.exe', 'user[U+202E]txt.exe'],
  ['marks of direction', 'a\u200fb\u061cc', 'a[U+200F]b[U+061C]c'],
  ['what takes no room', 'pay\u200bments\u00ad\ufeff', 'pay[U+200B]ments[U+00AD][U+FEFF]'],
  ['controls', 'a\u0000b\u001b[31mc\u0085', 'a[U+0000]b[U+001B][31mc[U+0085]'],
  ['separators', 'a\u2028b\u2029c', 'a[U+2028]b[U+2029]c'],
  ['letters without ink', 'a\u3164b\u115f', 'a[U+3164]b[U+115F]'],
  ['tags that nobody sees', 'a\u{e0041}', 'a[U+E0041]'],
  ['half characters', 'a\ud800b', 'a[U+D800]b'],
])('showUnseen() writes out %s', (_, text, shown) => {
  expect(showUnseen(text)).toBe(shown)
})

test.each(['Zwölf Boxkämpfer\n\tjagen', 'می\u200cخواهم', '👩\u200d🚀 ☑️', '日本語'])(
  'showUnseen() leaves %j as it is',
  (text) => {
    expect(showUnseen(text)).toBe(text)
  },
)

test.each([
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['HTTPS://EXAMPLE.com', 'https://example.com/'],
  ['https:\\\\evil.example', 'https://evil.example/'],
  ['https://b\u0430nk.example/', 'https://xn--bnk-6cd.example/'],
  ['mailto:alice@example.com', 'mailto:alice@example.com'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['vbscript:x', undefined],
  ['/relative', undefined],
  [`https://example.com/${'a'.repeat(3_000)}`, undefined],
])('parseReportLink() reads %j as %j', (text, href) => {
  expect(parseReportLink(text)).toBe(href)
})

test('formatMinute() is the same in every time zone', () => {
  expect(formatMinute('2026-11-20T09:00:59Z')).toBe('2026-11-20 09:00 UTC')
})
