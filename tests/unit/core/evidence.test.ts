import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceName, isEvidence, isEvidenceName, listEvidence, parseLink } from '../../../src/core/index.ts'
import { anyEvidence, anyRecord } from '../../fixtures/arbitraries.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { itemRecord, link, output, stamped } from '../../fixtures/stamps.ts'

const file = { kind: 'file', name: 'report.pdf', sizeBytes: 3, sha256: 'e'.repeat(64), collectedAt: early }

test('isEvidence() takes every kind of evidence, also with members that it does not know', () => {
  fc.assert(fc.property(anyEvidence, (piece) => void expect(isEvidence({ ...piece, mood: 'calm' })).toBe(true)))
})

test.each([
  ['null', null],
  ['a text', 'https://example.org/'],
  ['a list', [link()]],
  ['no kind', { collectedAt: early, url: 'https://example.org/' }],
  ['an unknown kind', { ...link(), kind: 'video' }],
  ['a kind that is a list', { ...link(), kind: ['link'] }],
  ['no moment', { kind: 'text', text: 'ok' }],
  ['a day instead of a moment', { ...output(), collectedAt: '2026-11-01' }],
  ['a day that does not exist', { ...output(), collectedAt: '2026-02-30T00:00:00.000Z' }],
  ['a link without address', { ...output(), kind: 'link' }],
  ['a text without text', { ...link(), kind: 'text' }],
  ['a file without digest', { ...file, sha256: undefined }],
  ['a file without name', { ...file, name: undefined }],
  ['a file whose size is text', { ...file, sizeBytes: '3' }],
  ['a file of half a byte', { ...file, sizeBytes: 0.5 }],
  ['a file larger than numbers reach', { ...file, sizeBytes: 1e300 }],
])('isEvidence() refuses %s', (_, value) => {
  expect(isEvidence(value)).toBe(false)
})

test.each([
  [evidenceName('a'), true],
  ['evidence/', true],
  ['evidence', false],
  ['Evidence/a', false],
  ['my-evidence/a', false],
])('isEvidenceName() says of %j: %s', (name, isOne) => {
  expect(isEvidenceName(name)).toBe(isOne)
})

describe('listEvidence()', () => {
  test('gives the pieces that are there, oldest first, whenever they were attached', () => {
    const record = itemRecord({
      'evidence/c': stamped(link(late), early),
      'evidence/b': stamped(output(early), late),
      'evidence/a': stamped(output(noon), noon),
      'evidence/gone': stamped(null, late, stamped(link(), early)),
      note: stamped('evidence/a'),
    })
    expect(listEvidence(record)).toEqual([
      ['evidence/b', output(early)],
      ['evidence/a', output(noon)],
      ['evidence/c', link(late)],
    ])
  })

  test('gives pieces of the same moment in the order of their names', () => {
    const record = itemRecord({ 'evidence/b': stamped(link()), 'evidence/a': stamped(output()) })
    expect(listEvidence(record).map(([name]) => name)).toEqual(['evidence/a', 'evidence/b'])
  })

  test('gives nothing where no record is', () => {
    expect(listEvidence(undefined)).toEqual([])
  })

  test('leaves out what is no evidence', () => {
    const odd = {
      format: 2 as const,
      'evidence/a': 'bare',
      'evidence/b': null,
      'evidence/c': stamped({ kind: 'link' }),
    }
    expect(listEvidence(odd)).toEqual([])
  })

  test('is in the order of collection for any record', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const pieces = listEvidence(record).map(([, piece]) => piece)
        expect(pieces.every(isEvidence)).toBe(true)
        const moments = pieces.map(({ collectedAt }) => collectedAt)
        expect(moments).toEqual([...moments].sort())
      }),
    )
  })
})

describe('parseLink()', () => {
  test.each([
    ['https://example.org/run/1?full=yes#log', 'https://example.org/run/1?full=yes#log'],
    ['  http://example.org \n', 'http://example.org/'],
    ['HTTPS://EXAMPLE.ORG/Run', 'https://example.org/Run'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['http://[fd00::1]:8080/', 'http://[fd00::1]:8080/'],
  ])('reads %j', (text, href) => {
    expect(parseLink(text)).toBe(href)
  })

  test.each([
    '',
    ' ',
    'example.org',
    '/run/1',
    '//example.org/',
    'https://',
    'https:// example.org/',
    'see https://example.org/',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ftp://example.org/',
    'mailto:ada@example.org',
  ])('refuses %j', (text) => {
    expect(parseLink(text)).toBeUndefined()
  })

  test('gives an http or https address that reads back as itself, or nothing', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.tuple(fc.stringMatching(/^[a-z]{2,12}:/), fc.string()).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const href = parseLink(text)
        if (href === undefined) return
        expect(href).toMatch(/^https?:\/\//)
        expect(parseLink(href)).toBe(href)
      }),
    )
  })
})
