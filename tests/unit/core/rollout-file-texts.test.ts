import { describe, expect, test } from 'vitest'
import { formatPath } from '../../../src/core/json.ts'
import { encodeRolloutFile } from '../../../src/core/rollout-file.ts'
import { faultsOfFile, faultsWith, type Path, rolloutOf, setAt, validFile } from '../../fixtures/rollout-file.ts'
import { stamped } from '../../fixtures/stamps.ts'

const item = (...path: Path) => ['items', 'protect-main', ...path]

/** Every place of a file where people's words stand. */
const places: [string, Path][] = [
  ['the name', ['rollout', 'name', 'value']],
  ['a former name', ['rollout', 'name', 'before', 0, 'value']],
  ['the environment', ['rollout', 'environment', 'value']],
  ['the service', ['rollout', 'service', 'value']],
  ['the version', ['rollout', 'version', 'value']],
  ['the name of a subject', ['rollout', 'subjects', 'value', 0, 'name']],
  ['the rollback command', ['rollout', 'rollbackCommand', 'value']],
  ['an abort criterion', ['rollout', 'abortCriteria', 'value', 0]],
  ['the name of a person', ['rollout', 'people', 'value', 0, 'name']],
  ['the role of a person', ['rollout', 'people', 'value', 0, 'role']],
  ['who set the name', ['rollout', 'name', 'by']],
  ['who set a state', item('state', 'by')],
  ['a note', item('note', 'value')],
  ['an answer', item('answer', 'value')],
  ['pasted output', item('evidence/b', 'value', 'text')],
  ['the name of a file', item('evidence/c', 'value', 'name')],
  ['why it is blocked', ['items', 'count-nodes', 'state', 'value', 'reason']],
  ['why it does not apply', ['items', 'spread-nodes', 'state', 'value', 'reason']],
  ['why a risk is small', ['items', 'test-restore', 'state', 'value', 'reason']],
  ['who accepted a risk', ['items', 'test-restore', 'state', 'value', 'acceptedBy']],
  ['what makes a risk smaller', ['items', 'test-restore', 'state', 'value', 'compensatingControl']],
  ['a wording', ['wordings', '0123456789abcdef']],
]

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((member, name) => (member as Record<string | number, unknown>)[name], value)

describe.each(places)('%s', (_, path) => {
  test.each([
    ['an override of direction', 'a\u202egpj.exe'],
    ['an isolate', 'a\u2066b\u2069'],
    ['an embedding', 'a\u202ab\u202c'],
    ['a control character', 'a\u0000b'],
    ['an escape sequence', 'a\u001b[2Jb'],
    ['a carriage return', 'a\rb'],
  ])('is refused with %s', (_, text) => {
    const fault = 'holds control characters, or characters that turn the direction of the text'
    expect(faultsWith(path, text)).toEqual([`${formatPath(path)}: ${fault}`])
  })

  test.each([
    '<script>alert("1")</script>',
    '<img src=x onerror=alert(1)> &amp; &lt;',
    '{{ 7 * 7 }} <%= 7 * 7 %> `id` $(id)',
    '=HYPERLINK("https://example.org/")',
    'a "quoted" \\ back\\slash \'and\' /* more */',
    'Größe, 日本語, שלום, 👩🏽‍💻',
    'constructor',
  ])('is kept as typed: %s', (text) => {
    const file = JSON.stringify(setAt(validFile, path, text))
    expect(faultsOfFile(file)).toEqual([])
    expect(at(JSON.parse(encodeRolloutFile(rolloutOf(file))), path)).toBe(text)
  })
})

test('lines and tabs are no control characters', () => {
  const note = 'First.\n\n\tSecond.\n'
  expect(
    rolloutOf(JSON.stringify(setAt(validFile, item('note', 'value'), note))).items['protect-main']?.note?.value,
  ).toBe(note)
})

describe('addresses of evidence', () => {
  test.each([
    'javascript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    '//example.org/',
    'example.org',
    '',
  ])('are refused where they lead elsewhere: %j', (url) => {
    const fault = 'items.protect-main.evidence/a.value.url: is no http or https address'
    expect(faultsWith(item('evidence/a', 'value', 'url'), url)).toEqual([fault])
  })

  test('are refused in what was replaced, too', () => {
    const script = { kind: 'link', url: 'javascript:alert(1)', collectedAt: '2026-11-01T08:00:00.000Z' }
    const field = stamped<unknown>(null, '2026-11-02T08:00:00.000Z', stamped(script))
    expect(faultsWith(item('evidence/a'), field)).toEqual([
      'items.protect-main.evidence/a.before[0].value.url: is no http or https address',
    ])
  })

  test.each(['https://example.org/a?b=<c>#"d"', 'http://[fd00::1]:8080/', 'https://ada:secret@example.org/'])(
    'are kept as typed: %s',
    (url) => {
      const file = JSON.stringify(setAt(validFile, item('evidence/a', 'value', 'url'), url))
      expect(rolloutOf(file).items['protect-main']).toMatchObject({ 'evidence/a': { value: { url } } })
    },
  )
})
