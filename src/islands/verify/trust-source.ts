import { sha256Hex } from '../../core/index.ts'
import type { Reason, Trust } from '../../core/signoff/index.ts'
import type { Core } from './core.ts'

/** A trust file that was given, read and linted. */
export interface TrustSource {
  /** Where it comes from: that decides what an acceptance under it is worth. */
  origin: 'you' | 'site'
  name: string
  bytes: Uint8Array<ArrayBuffer>
  sha256: string
  /** Absent when the file is refused. */
  trust?: Trust
  /** Why it is refused. */
  reasons: readonly Reason[]
  /** What it will not do today, though it is right. */
  notices: readonly Reason[]
}

export async function readTrustSource(
  core: Core,
  origin: TrustSource['origin'],
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<TrustSource> {
  const source = { origin, name, bytes, sha256: await sha256Hex(bytes), reasons: [], notices: [] }
  try {
    const trust = await core.parseTrust(bytes)
    return { ...source, trust, notices: core.listTrustNotices(trust, now) }
  } catch (error) {
    if (error instanceof core.FormatError) return { ...source, reasons: error.reasons }
    throw error
  }
}
