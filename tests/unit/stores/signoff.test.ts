import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { StoredReport } from '../../../src/browser/signoff-store.ts'
import { type EnvelopeSignature, encodeStatement } from '../../../src/core/signoff/index.ts'
import { $frozen, discardReport, keepReport, refreshFrozen } from '../../../src/stores/signoff.ts'
import { buildDemoStatement, makeSigner, signReport } from '../../fixtures/signed-report.ts'

type Change = (report: StoredReport | undefined) => StoredReport

/** IndexedDB belongs to the browser, and is tried there; here its place is taken by a map that may be full. */
const disk = vi.hoisted(() => ({ reports: new Map<string, StoredReport | undefined>(), wait: async () => {} }))
vi.mock('../../../src/browser/signoff-store.ts', () => ({
  readReports: async () => [...disk.reports],
  changeReport: async (sha256: string, change: Change) => {
    const next = change(disk.reports.get(sha256))
    await disk.wait()
    disk.reports.set(sha256, next)
  },
  removeReport: async (sha256: string) => disk.reports.delete(sha256),
  onChange: () => {},
}))
vi.mock('../../../src/browser/environment.ts', () => ({ now: () => new Date('2026-11-21T12:00:00Z') }))

const full = async () => {
  throw new DOMException('full', 'QuotaExceededError')
}

const statement = buildDemoStatement()
const payload = encodeStatement(statement)
const [byAlice, byBob, byCarol] = [
  await signatureOfSomebody(),
  await signatureOfSomebody(),
  await signatureOfSomebody(),
]
const record = { name: 'r.golive.json', text: '{}' }

async function signatureOfSomebody(): Promise<EnvelopeSignature> {
  const [signature] = (await signReport(statement, [await makeSigner()])).envelope.signatures
  if (!signature) throw new Error('Nobody signed')
  return signature
}

const shown = () => $frozen.get().reports[0]
const isShown = ({ sig }: EnvelopeSignature) => shown()?.envelope.signatures.some((other) => other.sig === sig)

beforeEach(async () => {
  for (const { sha256 } of $frozen.get().reports) await discardReport(sha256)
  disk.reports.clear()
  disk.wait = async () => {}
  await refreshFrozen()
})

describe('keepReport()', () => {
  test('shows what is stored and what could not be stored together', async () => {
    await keepReport(payload, { signatures: [byAlice], origin: 'frozen', record })
    disk.wait = full
    await keepReport(payload, { signatures: [byBob] })
    expect(shown()).toMatchObject({ isOnlyHere: true, origin: 'frozen', record })
    expect([byAlice, byBob].every(isShown)).toBe(true)
  })

  test('stores later what could not be stored at first', async () => {
    disk.wait = full
    await keepReport(payload, { signatures: [byAlice] })
    disk.wait = async () => {}
    await keepReport(payload, { signatures: [byBob] })
    expect(shown()).toMatchObject({ isOnlyHere: false })
    expect([byAlice, byBob].every(isShown)).toBe(true)
  })

  test('keeps what fails to be stored while something else is being stored', async () => {
    const waiting: (() => void)[] = []
    disk.wait = () => new Promise((resolve) => waiting.push(resolve))
    const storing = keepReport(payload, { signatures: [byAlice] })
    await vi.waitFor(() => expect(waiting).toHaveLength(1))
    disk.wait = full
    await keepReport(payload, { signatures: [byCarol] })
    waiting[0]?.()
    await storing
    expect(shown()).toMatchObject({ isOnlyHere: true })
    expect([byAlice, byCarol].every(isShown)).toBe(true)
  })

  test('keeps a report only here where its place holds other bytes, and says that those cannot be read', async () => {
    const sha256 = await keepReport(payload, { signatures: [byAlice] })
    const damaged = { ...disk.reports.get(sha256), payload: new Uint8Array([1]) } as StoredReport
    disk.reports.set(sha256, damaged)
    await keepReport(payload, { signatures: [byBob] })
    expect(disk.reports.get(sha256)).toBe(damaged)
    expect($frozen.get()).toMatchObject({ reports: [{ sha256, isOnlyHere: true }], unreadable: [sha256] })
    expect(isShown(byBob)).toBe(true)
  })
})
