/**
 * Frozen reports on this device: the very bytes that people sign, and the signatures collected so far.
 *
 * They are bytes of up to megabytes, which is why they are in IndexedDB. Nothing here changes a payload: a report that
 * says something else is another report, under another digest.
 */
import { createStore, del, entries, update } from 'idb-keyval'
import type { Bytes } from '../core/bytes.ts'
import { findSignoffs, signoffDatabase } from './signoff-hint.ts'

/** A key that made one of the signatures, with the name that somebody gave it: a claim. */
export interface StoredSigner {
  /** PEM. */
  publicKey: string
  name: string
  roles: string[]
  /** `own`: the key of this browser. */
  source: 'own' | 'file'
}

export interface StoredReport {
  payload: Bytes
  signatures: { keyid: string; sig: Bytes }[]
  signers: StoredSigner[]
  /** The exported record that the statement names, where it was frozen here. */
  record?: { name: string; text: string }
  /** Secrets were masked, so that it differs from the answers on purpose. */
  isMasked?: boolean
  keptAt: string
  origin: 'frozen' | 'opened'
}

/** Opened when it is first needed: a browser that blocks it throws then. */
let database: ReturnType<typeof createStore> | undefined
const openDatabase = () => (database ??= createStore(signoffDatabase, 'reports'))

/** What other tabs say to each other: that something changed, never what. */
let channel: BroadcastChannel | undefined
const openChannel = () => (channel ??= new BroadcastChannel(signoffDatabase))

/**
 * Every report by the digest of its payload; undefined for one that cannot be read.
 *
 * @throws {unknown} Where the browser blocks IndexedDB.
 */
export async function readReports(): Promise<[sha256: string, report: StoredReport | undefined][]> {
  // Looking would make the database, and every later page would take it for a sign of reports.
  if ((await findSignoffs()) === 'absent') return []
  const stored = await entries<string, unknown>(openDatabase())
  return stored.map(([sha256, value]) => [sha256, isStoredReport(value) ? value : undefined])
}

/**
 * Changes a report in one step, so that two tabs never lose each other's signatures.
 *
 * @throws {unknown} Where it cannot be stored, or what is stored cannot be read; nothing is changed then.
 */
export async function changeReport(
  sha256: string,
  change: (stored: StoredReport | undefined) => StoredReport,
): Promise<void> {
  const changeStored = (stored: unknown) => {
    // A newer Golive may have written it.
    if (stored !== undefined && !isStoredReport(stored))
      throw new Error(`Cannot change report "${sha256}": unknown form`)
    return change(stored)
  }
  await update<unknown>(sha256, changeStored, openDatabase())
  announceChange()
}

/** Takes a report and its signatures off this device. */
export async function removeReport(sha256: string): Promise<void> {
  await del(sha256, openDatabase())
  announceChange()
}

/** Tells other tabs that a report, or the key of this browser, changed. */
export function announceChange(): void {
  openChannel().postMessage('changed')
}

export function onChange(listener: () => void): void {
  openChannel().addEventListener('message', listener)
}

function isStoredReport(value: unknown): value is StoredReport {
  if (typeof value !== 'object' || value === null) return false
  const { payload, signatures, signers, keptAt } = value as Partial<StoredReport>
  return (
    payload instanceof Uint8Array &&
    Array.isArray(signatures) &&
    signatures.every((each) => typeof each?.keyid === 'string' && each.sig instanceof Uint8Array) &&
    Array.isArray(signers) &&
    typeof keptAt === 'string'
  )
}
