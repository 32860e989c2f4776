import { describe, expect, test } from 'vitest'
import type { Evidence, ItemRecord, Progress } from '../../../../src/core/index.ts'
import {
  buildStatement,
  encodeStatement,
  freezeReport,
  inspectAttestation,
  parseEnvelope,
  parseReadinessStatement,
  type ReadinessStatement,
  readinessPredicateType,
  signPayload,
} from '../../../../src/core/signoff/index.ts'
import { copiedState, demoChecklist, demoRollout, doneState } from '../../../fixtures/checklist.ts'
import { itemRecord, link, output, stamped } from '../../../fixtures/stamps.ts'
import {
  allDone,
  codesOf,
  demoDigest,
  demoPayload,
  fileOf,
  freezeInput,
  frozenAt,
  makeSigner,
  textOf,
  utf8,
} from './people.ts'

const earlier = '2026-11-19T10:00:00.000Z'

const logFile: Evidence = { kind: 'file', name: 'log.txt', sizeBytes: 12, sha256: 'a'.repeat(64), collectedAt: earlier }

const withMust = (record: Partial<ItemRecord>): Progress => ({ ...allDone, 'a-must': itemRecord(record) })

/** The first item, a must, of a statement about a rollout in which it has this record. */
const freezeMust = (record: Partial<ItemRecord>) => {
  const { predicate } = buildStatement(freezeInput(withMust(record)))
  return { item: predicate.items[0], result: predicate.result }
}

describe('freezeReport()', () => {
  test('gives bytes that are read back, with every member of the specification', () => {
    const { predicate, ...statement } = parseReadinessStatement(demoPayload)
    expect(statement).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: readinessPredicateType,
      subject: [
        { name: 'shop.tar', digest: { sha256: 'd'.repeat(64) } },
        { name: 'demo-first.golive.json', digest: { sha256: 'e'.repeat(64) } },
      ],
    })
    expect(predicate).toMatchObject({
      result: 'PASSED',
      rollout: { id: 'demo-first', environment: 'production', service: 'shop', version: '4.1' },
      checklist: {
        name: 'demo',
        uri: 'https://golive.example/demo/checklist.json',
        digest: { sha256: demoDigest },
        annotations: { version: '1.2.0' },
      },
      items: [
        { id: 'a-must', requirement: 'must', status: 'done', title: 'Title of a-must' },
        { id: 'a-should', requirement: 'should', status: 'done' },
        { id: 'a-may', requirement: 'may', status: 'done' },
      ],
      requiredSignoffs: [
        { role: 'sre', count: 1 },
        { role: 'security', count: 1 },
      ],
      affirmation: 'I have reviewed this report.',
      frozenAt: '2026-11-20T09:00:00Z',
      expiresAt: '2026-12-04T00:00:00Z',
      producer: { uri: 'https://golive.example', version: '0.1.0' },
    })
  })

  test('gives the same bytes for the same report', () => {
    expect(freezeReport(freezeInput())).toEqual(demoPayload)
  })

  test('puts what has a SHA-256 first, leaves out what has no digest, and always has the record', () => {
    const commit = `gitCommit:${'a'.repeat(40)}`
    const subjects = [
      { name: 'git', digest: commit },
      { name: 'unknown', digest: '' },
      { name: 'image', digest: `sha256:${'b'.repeat(64)}` },
    ]
    const named = (list: typeof subjects) =>
      buildStatement(freezeInput(allDone, { ...demoRollout, subjects: list })).subject.map(({ name }) => name)
    expect(named(subjects)).toEqual(['image', 'git', 'demo-first.golive.json'])
    expect(named([])).toEqual(['demo-first.golive.json'])
  })

  test.each([
    ['no environment', { environment: ' ' }, 'identifier'],
    ['an environment that cannot be seen', { environment: 'pro\u200bd' }, 'identifier'],
    ['a subject without a name', { subjects: [{ name: '', digest: `sha256:${'a'.repeat(64)}` }] }, 'identifier'],
    ['a digest that is none', { subjects: [{ name: 'x', digest: 'sha256:abc' }] }, 'digest-malformed'],
  ])('refuses a rollout with %s', async (_, fields, code) => {
    expect(await codesOf(() => freezeReport(freezeInput(allDone, { ...demoRollout, ...fields })))).toEqual([code])
  })

  test.each([
    ['an end before the beginning', { expiresAt: new Date('2026-11-20T08:00:00Z') }, 'dates-impossible'],
    ['a count of 0', { requiredSignoffs: [{ role: 'sre', count: 0 }] }, 'count-out-of-range'],
    ['a role twice', { requiredSignoffs: Array(2).fill({ role: 'sre', count: 1 }) }, 'role-repeated'],
    ['an affirmation that says nothing', { affirmation: ' - ' }, 'statement-shape'],
    ['an affirmation that nobody can see', { affirmation: '\u3164' }, 'statement-shape'],
  ])('refuses %s', async (_, more, code) => {
    expect(await codesOf(() => freezeReport({ ...freezeInput(), ...more }))).toEqual([code])
  })

  test('throws for a report of another checklist', () => {
    const [first] = demoChecklist.sections
    if (!first) throw new Error('no section')
    const other = { sections: [{ ...first, items: first.items.map((item) => ({ ...item, level: 'may' as const })) }] }
    expect(() => buildStatement({ ...freezeInput(), checklist: other })).toThrow(RangeError)
  })

  test('writes integers and no fractions', () => {
    const input = freezeInput(withMust({ state: stamped(doneState('a-must')), 'evidence/a': stamped(logFile) }))
    expect(textOf(freezeReport(input))).not.toMatch(/: -?\d+\.\d/)
  })
})

describe('encodeStatement()', () => {
  const maxBytes = 6_242_304
  const statement = buildStatement(freezeInput())

  /** The demo statement with pasted evidence, so that it has so many bytes. */
  function fillStatement(sizeBytes: number): ReadinessStatement {
    const [first, ...others] = statement.predicate.items
    if (!first) throw new Error('no item')
    const build = (lengths: number[]): ReadinessStatement => {
      const evidence = lengths.map((length) => ({ content: 'A'.repeat(length) }))
      return { ...statement, predicate: { ...statement.predicate, items: [{ ...first, evidence }, ...others] } }
    }
    const full = Array<number>(Math.floor(sizeBytes / 100_100)).fill(100_000)
    const sizeOf = (built: ReadinessStatement) => utf8(`${JSON.stringify(built, null, 2)}\n`).length
    return build([...full, sizeBytes - sizeOf(build([...full, 0]))])
  }

  test('makes no statement that its envelope could not carry', async () => {
    const payload = encodeStatement(fillStatement(maxBytes))
    const signatures = Array.from({ length: 64 }, (_, index) => ({
      keyid: `SHA256:${'k'.repeat(43)}`,
      sig: new Uint8Array(72).fill(index),
    }))
    expect(payload).toHaveLength(maxBytes)
    expect(parseEnvelope(fileOf({ payload, signatures })).signatures).toHaveLength(64)
  }, 30_000)

  test('says of one that is too large what to shorten', () => {
    expect(() => encodeStatement(fillStatement(maxBytes + 1))).toThrow(
      'Statement has 6242305 bytes, and at most 6242304 fit into an envelope: shorten notes and pasted evidence',
    )
  }, 30_000)
})

describe('an item of a statement', () => {
  test.each<[string, Partial<ItemRecord>, object]>([
    ['nothing', {}, { status: 'open' }],
    ['started', { state: stamped({ kind: 'started' }, earlier) }, { status: 'open', reason: 'Started' }],
    [
      'blocked',
      { state: stamped({ kind: 'blocked', reason: 'No quota' }, earlier) },
      { status: 'open', reason: 'Blocked: No quota' },
    ],
    [
      'copied',
      { state: stamped(copiedState('a-must'), earlier) },
      { status: 'open', reason: 'To be confirmed: Copied from spring' },
    ],
    [
      'an excuse without words',
      { state: stamped({ kind: 'not-applicable', reason: '-' }, earlier) },
      { status: 'open' },
    ],
    [
      'an excuse that nobody can see',
      { state: stamped({ kind: 'not-applicable', reason: '\u3164' }, earlier) },
      { status: 'open' },
    ],
    [
      'a risk without words',
      {
        state: stamped(
          { kind: 'risk-accepted', reason: '...', acceptedBy: 'Ada', expiresAt: '2027-01-31T00:00:00.000Z' },
          earlier,
        ),
      },
      { status: 'open' },
    ],
    [
      'a risk that has ended',
      { state: stamped({ kind: 'risk-accepted', reason: 'Later', acceptedBy: 'Ada', expiresAt: earlier }, earlier) },
      { status: 'open' },
    ],
    [
      'an answer to other words',
      { state: stamped({ kind: 'done', itemDigest: 'f'.repeat(16) }, earlier) },
      { status: 'open', reason: 'To be confirmed: Changed since you answered' },
    ],
  ])('is open of %s, and the result FAILED', (_, record, expected) => {
    const { item, result } = freezeMust(record)
    expect(item).toMatchObject(expected)
    expect(result).toBe('FAILED')
  })

  test('is a risk with its end and who accepts it, and the result WARNED', () => {
    const expiresAt = '2027-01-31T00:00:00.000Z'
    const state = {
      kind: 'risk-accepted',
      reason: 'One zone',
      acceptedBy: 'Ada',
      expiresAt,
      followUp: 'https://x.example/1',
    } as const
    const { item, result } = freezeMust({ state: { ...stamped(state, earlier), by: 'Bob' } })
    expect(item).toEqual({
      id: 'a-must',
      requirement: 'must',
      status: 'risk-accepted',
      title: 'Title of a-must',
      checkedBy: 'Bob',
      checkedAt: '2026-11-19T10:00:00Z',
      reason: 'One zone',
      expiresAt: '2027-01-31T00:00:00Z',
      acceptedBy: 'Ada',
      followUp: 'https://x.example/1',
    })
    expect(result).toBe('WARNED')
  })

  test('does not apply with its reason, and the result stays PASSED', () => {
    const { item, result } = freezeMust({ state: stamped({ kind: 'not-applicable', reason: 'No nodes' }, earlier) })
    expect(item).toMatchObject({ status: 'not-applicable', reason: 'No nodes' })
    expect(result).toBe('PASSED')
  })

  test('has its evidence as descriptors, its note and its decision', () => {
    const progress = withMust({
      state: stamped(doneState('a-must'), earlier),
      note: stamped('Two\r\nlines \u202e', earlier),
      'evidence/a': stamped(link(earlier), earlier),
      'evidence/b': stamped(output(earlier), earlier),
      'evidence/c': stamped(logFile, earlier),
    })
    const item = buildStatement(freezeInput(progress)).predicate.items[0]
    expect(item?.note).toBe('Two\nlines ')
    expect(item?.evidence?.map((each) => Object.keys(each).sort())).toEqual([
      ['annotations', 'uri'],
      ['annotations', 'content', 'mediaType'],
      ['annotations', 'digest', 'name'],
    ])
    expect(() => freezeReport(freezeInput(progress))).not.toThrow()
  })
})

test('encodeStatement() refuses what would not be read back', async () => {
  const statement = buildStatement(freezeInput())
  const failed = { ...statement, predicate: { ...statement.predicate, result: 'FAILED' as const } }
  expect(await codesOf(() => encodeStatement(failed))).toEqual(['result-mismatch'])
})

describe('inspectAttestation()', () => {
  test('shows what a file says', async () => {
    const { readiness, reasons } = await inspectAttestation(fileOf(await signPayload(demoPayload, await makeSigner())))
    expect(readiness?.frozenAt).toBe(`${frozenAt.slice(0, 19)}Z`)
    expect(reasons).toEqual([])
  })

  test('shows what is wrong with a payload, and the signatures all the same', async () => {
    const envelope = await signPayload(new TextEncoder().encode('{}'), await makeSigner())
    const { statement, reasons, envelope: shown } = await inspectAttestation(fileOf(envelope))
    expect(statement).toBeUndefined()
    expect(reasons[0]?.code).toBe('statement-shape')
    expect(shown.signatures).toHaveLength(1)
  })
})
