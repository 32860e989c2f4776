import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reason } from '../../../src/core/signoff/index.ts'
import { encodeJunit, type JunitInput } from '../../../src/exports/junit.ts'
import { anyUtf16 } from '../../fixtures/arbitraries.ts'
import { buildDemoStatement, mixedItems } from '../../fixtures/signed-report.ts'
import { readXml } from '../../fixtures/xml.ts'

const required = [
  { role: 'sre', count: 2 },
  { role: 'security', count: 1 },
]
const signers = [
  { id: 'alice@example.com', roles: ['sre'], fills: 'sre' },
  { id: 'bob@example.com', roles: ['sre'], fills: 'sre' },
  { id: 'carol@example.com', roles: ['security'], fills: 'security' },
]
const good: JunitInput = { statement: buildDemoStatement(), required, missing: [], reasons: [], signers }
const expired: Reason = { code: 'expired', message: 'Statement: predicate.expiresAt is past', path: '' }

/** The cases of a file, by their names, with what their test is. */
function listCases(xml: string): Record<string, string> {
  const suite = readXml(xml).children[0]
  const cases = suite?.children.filter(({ name }) => name === 'testcase') ?? []
  return Object.fromEntries(
    cases.map(({ attributes, children: [outcome] }) => [
      attributes['name'],
      outcome ? `${outcome.name}: ${outcome.attributes['message'] ?? outcome.text}` : 'passed',
    ]),
  )
}

describe('encodeJunit()', () => {
  test('gives one case for the verification, each role and each item', () => {
    expect(listCases(encodeJunit(good))).toEqual({
      'The sign-off is accepted': 'passed',
      'sre (2 people)': 'system-out: Signed by alice@example.com, bob@example.com',
      security: 'system-out: Signed by carol@example.com',
      'restore-drill: Restore a backup into an empty cluster': 'passed',
      'cost-alert: Set an alert on cost': 'skipped: Does not apply: billed centrally',
      'multi-zone: Run in more than one zone':
        'system-out: Risk accepted until 2027-01-31T00:00:00Z: single zone until Q1',
      'dashboards: Show latency on a dashboard': 'skipped: Open, and only a should: Started',
    })
  })

  test('names the suite by the checklist, and counts', () => {
    const { attributes, children } = readXml(encodeJunit(good))
    const counts = { tests: '7', failures: '0', errors: '0', skipped: '2' }
    expect(attributes).toMatchObject({ name: 'golive', ...counts })
    expect(children[0]?.attributes).toMatchObject({
      name: 'kubernetes 3.2.0',
      timestamp: '2026-11-20T09:00:00',
      ...counts,
    })
  })

  test('fails a must that is open', () => {
    const items = mixedItems.map((item) =>
      item.id === 'dashboards' ? { ...item, requirement: 'must' as const } : item,
    )
    const xml = encodeJunit({ ...good, statement: buildDemoStatement(items) })
    expect(listCases(xml)['dashboards: Show latency on a dashboard']).toBe('failure: A must is open: Started')
    expect(readXml(xml).attributes['failures']).toBe('1')
  })

  test('fails a role of which people are missing', () => {
    const xml = encodeJunit({ ...good, missing: [{ role: 'sre', count: 1 }], signers: signers.slice(1) })
    expect(listCases(xml)['sre (2 people)']).toBe('failure: Lacks 1 of 2 people who sign as sre')
  })

  test('stays small, however many people a statement asks for', () => {
    const many = [{ role: 'sre', count: 2 ** 53 - 1 }]
    expect(encodeJunit({ ...good, required: many, missing: many }).length).toBeLessThan(5_000)
  })

  test('never looks green for a file that was refused, even when nobody could look into it', () => {
    const some = encodeJunit({ ...good, reasons: [expired, { ...expired, code: 'too-old' }] })
    expect(listCases(some)['The sign-off is accepted']).toBe(`failure: ${expired.message}, and 1 more`)
    const none = encodeJunit({ required: [], missing: [], reasons: [expired] })
    expect(readXml(none).attributes).toMatchObject({ tests: '1', failures: '1' })
    expect(readXml(none).children[0]?.children[0]?.children[0]).toMatchObject({
      name: 'failure',
      attributes: { type: 'expired' },
      text: `expired: ${expired.message}`,
    })
  })

  test('says of which moment it is, when that was chosen', () => {
    const xml = encodeJunit({ ...good, chosenMoment: '2026-11-25T00:00:00.000Z' })
    expect(listCases(xml)['The sign-off is accepted as of 2026-11-25 00:00 UTC, which is not about now']).toBe('passed')
    expect(xml).toContain('<property name="judgedAt" value="2026-11-25T00:00:00.000Z"')
    const refused = encodeJunit({ required, missing: [], reasons: [expired], chosenMoment: '2026-11-25T00:00:00.000Z' })
    expect(refused).toContain('as of 2026-11-25 00:00 UTC')
    expect(refused).toContain('<property name="judgedAt"')
  })

  test('says of another predicate type that no rule of readiness was applied, whether it is accepted or not', () => {
    const name = 'Envelope, people and subject are accepted: no rule of readiness was applied'
    const other: JunitInput = { required, missing: [], reasons: [], signers, rules: 'none' }
    expect(listCases(encodeJunit(other))[name]).toBe('passed')
    expect(listCases(encodeJunit({ ...other, reasons: [expired] }))[name]).toBe(`failure: ${expired.message}`)
    expect(encodeJunit(other)).not.toMatch(/readiness"|sign-off is accepted/)
  })

  test('says nothing of a verification that nobody made', () => {
    const { reasons: _, ...unverified } = good
    expect(Object.keys(listCases(encodeJunit(unverified)))).not.toContain('The sign-off is accepted')
  })

  const hostile = [
    '<failure>]]></testcase><!-- & -->',
    '"\' onerror="x"',
    '&#0; &lt; &unknown;',
    'bell \u0007, escape \u001b[2J, null \u0000, \ufffe\uffff',
    'half \ud83d, whole 👩🏽‍💻',
    'true',
    '2026',
    'two\nlines\r\nand\ttabs',
    '\u202eabc',
    '__proto__',
    ']]>',
    '<?xml version="1.1"?>',
  ]
  const withText = (text: string) => {
    const item = { id: text, title: text, reason: text, requirement: 'must', status: 'open' } as const
    const statement = buildDemoStatement([item, { ...item, status: 'not-applicable' }, { ...item, status: 'done' }], {
      checklist: { name: text, digest: { sha256: text }, annotations: { version: text } },
      rollout: { id: text, environment: text },
    })
    const role = { role: text, count: 1 }
    const reasons: Reason[] = [{ code: 'expired', message: text, path: text }]
    return { statement, required: [role], missing: [role], reasons, signers: [{ id: text, roles: [], fills: text }] }
  }

  test.each(hostile)('is well-formed with %j everywhere', (text) => {
    const { attributes, children } = readXml(encodeJunit(withText(text)))
    expect(attributes).toMatchObject({ tests: '5', failures: '3', skipped: '1' })
    expect(children[0]?.children.map(({ name }) => name)).toEqual(['properties', ...Array(5).fill('testcase')])
  })

  test('keeps what people can read', () => {
    const readable = '<b>"5 & 6" > \'4\'</b>'
    const properties = readXml(encodeJunit(withText(readable))).children[0]?.children[0]
    expect(properties?.children[0]?.attributes).toEqual({ name: 'rollout', value: readable })
  })

  test('is well-formed with any text everywhere', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyUtf16), (text) => {
        expect(readXml(encodeJunit(withText(text))).attributes['tests']).toBe('5')
      }),
    )
  })
})
