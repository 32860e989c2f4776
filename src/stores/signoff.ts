/** Frozen reports of this device: read from the very bytes that people sign, with everybody who signed so far. */
import { atom } from 'nanostores'
import { now } from '../browser/environment.ts'
import { keepStorage } from '../browser/keep-storage.ts'
import type { SigningKey } from '../browser/signing-keys.ts'
import {
  changeReport,
  onChange,
  readReports,
  removeReport,
  type StoredReport,
  type StoredSigner,
} from '../browser/signoff-store.ts'
import { equalBytes, sha256Hex } from '../core/bytes.ts'
import { createSigner, encodeSignedBytes, FormatError, signPayload, verifySignature } from '../core/signoff/index.ts'
import { type FrozenReport, mergeReports, readFrozen } from './frozen-report.ts'

export type { FrozenReport }

export interface FrozenReports {
  isLoaded: boolean
  /** Newest first. */
  reports: FrozenReport[]
  /** Digests of what cannot be read any more. */
  unreadable: string[]
  /** The browser does not let the page read what it may hold. */
  isBlocked: boolean
}

export const $frozen = atom<FrozenReports>({ isLoaded: false, reports: [], unreadable: [], isBlocked: false })

/** What the browser did not store of a report, so that work goes on and files can be taken out. */
const onlyHere = new Map<string, StoredReport>()

let readings = 0
let latest = Promise.resolve()

/** Reads all frozen reports again. */
export function refreshFrozen(): Promise<void> {
  latest = readFrozenReports(++readings)
  return latest
}

/** @param reading Number of this reading. */
async function readFrozenReports(reading: number): Promise<void> {
  const stored = await readReports().catch(() => undefined)
  const { known, covered } = addOnlyHere(stored ?? [])
  const read = await Promise.all([...known].map(([sha256, report]) => readFrozen(sha256, report, onlyHere.has(sha256))))
  // A later reading sees more, and may come first.
  if (reading !== readings) return latest
  const reports = read.filter((report) => typeof report !== 'string')
  const unreadable = [...read.filter((report) => typeof report === 'string'), ...covered]
  $frozen.set({ isLoaded: true, reports: reports.sort(byTime), unreadable, isBlocked: !stored })
}

/** What is stored with what is only here; digests of what cannot be read and lies where something is only here. */
function addOnlyHere(stored: Awaited<ReturnType<typeof readReports>>) {
  const known = new Map(stored)
  const covered: string[] = []
  for (const [sha256, here] of onlyHere) {
    const there = known.get(sha256)
    const isSame = there && equalBytes(there.payload, here.payload)
    if (known.has(sha256) && !isSame) covered.push(sha256)
    known.set(sha256, isSame ? mergeReports(there, here) : here)
  }
  return { known, covered }
}

/** Keeps the bytes of a statement, or adds what is known of them. Returns their digest. */
export async function keepReport(
  payload: Uint8Array,
  more: Partial<Pick<StoredReport, 'signatures' | 'signers' | 'record' | 'isMasked' | 'origin'>>,
): Promise<string> {
  const bytes = new Uint8Array(payload)
  const sha256 = await sha256Hex(bytes)
  const added: StoredReport = {
    payload: bytes,
    signatures: [],
    signers: [],
    keptAt: now().toISOString(),
    origin: 'opened',
    ...more,
  }
  const change = (stored: StoredReport | undefined) => {
    if (!stored) return added
    if (!equalBytes(stored.payload, bytes)) throw new Error(`Cannot store "${sha256}": its place holds other bytes`)
    return mergeReports(stored, added)
  }
  // Some browsers ask the person, who may answer later or never.
  keepStorage()
  try {
    const waiting = onlyHere.get(sha256)
    await changeReport(sha256, (stored) => (waiting ? mergeReports(change(stored), waiting) : change(stored)))
    // What failed meanwhile is not stored.
    if (onlyHere.get(sha256) === waiting) onlyHere.delete(sha256)
  } catch (error) {
    // Faults of the files themselves are the caller's to tell.
    if (error instanceof FormatError) throw error
    onlyHere.set(sha256, change(onlyHere.get(sha256)))
  }
  await refreshFrozen()
  return sha256
}

/**
 * Signs exactly the bytes that are kept, and keeps the signature once it verifies.
 *
 * @throws {Error} When the browser's signature does not verify; nothing is kept then.
 */
export async function signReport({ envelope }: FrozenReport, key: SigningKey): Promise<void> {
  const signer = await createSigner(key.pair)
  const signed = await signPayload(envelope.payload, signer)
  const sig = signed.signatures[0]?.sig
  if (!sig || !(await verifySignature(signer.publicKey, sig, encodeSignedBytes(envelope.payload)))) {
    throw new Error('The signature that this browser made does not verify, so it was not kept')
  }
  const own: StoredSigner = { publicKey: key.publicKey, name: key.name, roles: [key.role], source: 'own' }
  await keepReport(envelope.payload, { signatures: signed.signatures, signers: [own] })
}

/** Takes a frozen report and its signatures off this device. */
export async function discardReport(sha256: string): Promise<void> {
  const wasOnlyHere = onlyHere.delete(sha256)
  await removeReport(sha256).catch((error: unknown) => {
    // Where nothing can be stored there is nothing more to take away.
    if (!wasOnlyHere) throw error
  })
  await refreshFrozen()
}

/** By the author's clock; what was frozen in the same second, by when it came here. */
function byTime(left: FrozenReport, right: FrozenReport): number {
  const order = ({ statement, keptAt }: FrozenReport) => `${statement.predicate.frozenAt} ${keptAt}`
  return order(left) < order(right) ? 1 : -1
}

onChange(refreshFrozen)
