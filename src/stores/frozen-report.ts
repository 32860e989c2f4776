/** A frozen report as screens show it: read from the very bytes that people sign. */
import type { StoredReport } from '../browser/signoff-store.ts'
import { sha256Hex } from '../core/bytes.ts'
import {
  type Envelope,
  mergeEnvelopes,
  parseReadinessStatement,
  type ReadinessStatement,
} from '../core/signoff/index.ts'
import { type KnownSigner, listSignatures, mergeSigners, readSigners, type SeenSignature } from './signers.ts'

export interface FrozenReport {
  /** Digest of the payload, lower-case hexadecimal. */
  sha256: string
  statement: ReadinessStatement
  envelope: Envelope
  signers: KnownSigner[]
  signatures: SeenSignature[]
  record: StoredReport['record']
  isMasked: boolean
  keptAt: string
  origin: StoredReport['origin']
  /** Only this page holds it: the browser did not store it. */
  isOnlyHere: boolean
}

/** The union of what two tabs or files know of the same bytes. */
export function mergeReports(stored: StoredReport, added: StoredReport): StoredReport {
  const { signatures } = mergeEnvelopes([stored, added])
  const record = stored.record ?? added.record
  return { ...stored, signatures, signers: mergeSigners(stored.signers, added.signers), ...(record && { record }) }
}

/** @returns The digest alone for bytes that are not what they were, or no report. */
export async function readFrozen(
  sha256: string,
  stored: StoredReport | undefined,
  isOnlyHere: boolean,
): Promise<FrozenReport | string> {
  if (!stored || (await sha256Hex(stored.payload)) !== sha256) return sha256
  try {
    const statement = parseReadinessStatement(stored.payload)
    const envelope = { payload: stored.payload, signatures: stored.signatures }
    const signers = await readSigners(stored.signers)
    const signatures = await listSignatures(envelope, signers)
    const { record, isMasked = false, keptAt, origin } = stored
    return { sha256, statement, envelope, signers, signatures, record, isMasked, keptAt, origin, isOnlyHere }
  } catch {
    return sha256
  }
}
