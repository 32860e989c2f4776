import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { StoredReport } from '../../../src/browser/signoff-store.ts'
import { encodeSignedBytes, encodeStatement, formatPem, type Signer } from '../../../src/core/signoff/index.ts'
import { $frozen, refreshFrozen } from '../../../src/stores/signoff.ts'
import { type Arrival, takeArrivals } from '../../../src/stores/signoff-files.ts'
import { buildDemoStatement, makeSigner, mixedItems, signReport } from '../../fixtures/signed-report.ts'

/** IndexedDB belongs to the browser, and is tried there; here its place is taken by a map. */
const stored = vi.hoisted(() => new Map<string, StoredReport>())
vi.mock('../../../src/browser/signoff-store.ts', () => ({
  readReports: async () => [...stored],
  changeReport: async (sha256: string, change: (report: StoredReport | undefined) => StoredReport) =>
    void stored.set(sha256, change(stored.get(sha256))),
  removeReport: async (sha256: string) => stored.delete(sha256),
  onChange: () => {},
}))
vi.mock('../../../src/browser/environment.ts', () => ({ now: () => new Date('2026-11-21T12:00:00Z') }))

const [alice, bob] = [await makeSigner(), await makeSigner()]
const statement = buildDemoStatement()
const report = await signReport(statement, [alice])
const byBob = await signReport(statement, [bob])
const other = await signReport(buildDemoStatement(mixedItems, { affirmation: 'Other words.' }), [bob])
const elsewhere = await signReport(
  buildDemoStatement(mixedItems, { rollout: { id: 'shop-1', environment: 'production' } }),
  [bob],
)

const keyOf = (name: string, { publicKey }: Signer): Arrival => ({
  kind: 'keys',
  name: `${name}.pem`,
  signers: [{ publicKey: formatPem(publicKey), name, roles: [], source: 'file' }],
})
const fileOf = ({ envelope }: typeof report): Arrival => ({
  kind: 'envelope',
  name: 'r.dsse.json',
  envelope,
  signers: [],
})
const shown = () => $frozen.get().reports[0]
const take = (...arrivals: Arrival[]) => takeArrivals(arrivals, shown())
const namesOf = () => shown()?.signatures.map(({ signer }) => signer?.name)

beforeEach(async () => {
  stored.clear()
  await refreshFrozen()
})

describe('takeArrivals()', () => {
  test('opens a report that this device does not have', async () => {
    expect(await take(fileOf(report))).toEqual([
      { kind: 'opened', name: 'r.dsse.json', sha256: report.payloadSha256, added: 1, leftOut: 0 },
    ])
    expect(shown()).toMatchObject({ sha256: report.payloadSha256, origin: 'opened', statement })
    expect(shown()?.envelope).toEqual(report.envelope)
  })

  test('merges signatures over identical bytes, in any order and twice', async () => {
    await take(fileOf(byBob))
    expect(await take(fileOf(report))).toMatchObject([{ kind: 'merged', added: 1 }])
    expect(await take(fileOf(byBob))).toMatchObject([{ kind: 'merged', added: 0 }])
    expect(shown()?.envelope.signatures).toHaveLength(2)
  })

  test('changes nothing for another report about the same rollout, until it is asked to', async () => {
    await take(fileOf(report))
    const [outcome] = await take(fileOf(other))
    expect([outcome?.kind, stored.size]).toEqual(['other', 1])
    if (outcome?.kind === 'other') expect(await outcome.open()).toMatchObject({ kind: 'opened' })
    expect(stored.size).toBe(2)
  })

  test('opens a report about another rollout beside the one that is shown', async () => {
    await take(fileOf(report))
    expect(await take(fileOf(elsewhere))).toMatchObject([{ kind: 'opened' }])
  })

  test('names signatures by the keys that come with them, before or after', async () => {
    await take(keyOf('alice', alice), fileOf(report))
    expect(namesOf()).toEqual(['alice'])
    await take(fileOf(byBob))
    expect(namesOf()).toContain(undefined)
    expect(await take(keyOf('bob', bob))).toEqual([{ kind: 'named', name: 'bob.pem', names: ['bob'] }])
    expect(new Set(namesOf())).toEqual(new Set(['alice', 'bob']))
  })

  test('takes a bare signature with the key that made it, and gives it its hint', async () => {
    await take({ kind: 'statement', name: 's.json', payload: encodeStatement(statement) })
    const sig = await bob.sign(encodeSignedBytes(encodeStatement(statement)))
    expect(await take({ kind: 'signature', name: 'r.sig', sig }, keyOf('bob', bob))).toMatchObject([
      { kind: 'merged', added: 1 },
      { kind: 'named' },
    ])
    expect(shown()?.envelope.signatures).toEqual([{ keyid: bob.publicKey.keyid, sig }])
  })

  test('refuses a signature over other bytes, or by a key that is not there', async () => {
    await take(fileOf(report))
    const overOther = await bob.sign(encodeSignedBytes(other.envelope.payload))
    const overOurs = await bob.sign(encodeSignedBytes(report.envelope.payload))
    expect(await take({ kind: 'signature', name: 'r.sig', sig: overOther }, keyOf('bob', bob))).toMatchObject([
      { kind: 'refused' },
      { kind: 'refused' },
    ])
    expect(await take({ kind: 'signature', name: 'r.sig', sig: overOurs })).toMatchObject([{ kind: 'refused' }])
    expect(shown()?.envelope.signatures).toHaveLength(1)
  })

  test('leaves out a signature that names a known key which did not make it', async () => {
    await take(fileOf(report), keyOf('alice', alice))
    const sig = await bob.sign(report.envelope.payload)
    const lie = { ...report, envelope: { ...report.envelope, signatures: [{ keyid: alice.publicKey.keyid, sig }] } }
    expect(await take(fileOf(lie))).toMatchObject([{ kind: 'merged', added: 0, leftOut: 1 }])
    expect(shown()?.envelope).toEqual(report.envelope)
  })

  test('refuses an envelope with a signature that is none', async () => {
    const broken = { ...report, envelope: { ...report.envelope, signatures: [{ keyid: '', sig: new Uint8Array(9) }] } }
    expect(await take(fileOf(broken))).toMatchObject([{ kind: 'refused' }])
    expect(stored.size).toBe(0)
  })

  test('refuses an envelope of something else', async () => {
    const payload = new TextEncoder().encode('{"_type":"https://in-toto.io/Statement/v1"}')
    const outcomes = await take(fileOf({ ...report, envelope: { ...report.envelope, payload } }))
    expect(outcomes).toMatchObject([{ kind: 'refused' }])
  })
})

test('refreshFrozen() shows no report whose bytes are not those of its digest', async () => {
  await take(fileOf(report))
  const [[sha256, kept] = []] = [...stored]
  if (!sha256 || !kept) throw new Error('Nothing was kept')
  stored.set(sha256, { ...kept, payload: other.envelope.payload })
  await refreshFrozen()
  expect($frozen.get()).toMatchObject({ reports: [], unreadable: [sha256] })
})
