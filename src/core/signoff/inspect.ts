/** Looking into a file without judging it: nothing that comes out of here is verified. */
import { parseAttestation } from './bundle.ts'
import { sha256HexOf } from './byte-text.ts'
import type { Envelope } from './envelope.ts'
import { FormatError } from './errors.ts'
import type { Reason } from './reasons.ts'
import { parseReadiness, parseStatement, readinessPredicateType } from './statement.ts'
import type { Readiness, Statement } from './statement-schema.ts'

export interface Inspection {
  envelope: Envelope
  /** Digest of the payload, lower-case hexadecimal. */
  payloadSha256: string
  /** Absent when the payload is no statement. */
  statement?: Statement
  /** Absent when the statement is none of ours. */
  readiness?: Readiness
  /** What is wrong with the payload. */
  reasons: readonly Reason[]
}

/** @throws {FormatError} When the file is neither an envelope nor a bundle. */
export async function inspectAttestation(bytes: Uint8Array): Promise<Inspection> {
  const envelope = parseAttestation(bytes)
  const inspection: Inspection = { envelope, payloadSha256: await sha256HexOf(envelope.payload), reasons: [] }
  try {
    inspection.statement = parseStatement(envelope.payload)
    if (inspection.statement.predicateType === readinessPredicateType) {
      inspection.readiness = parseReadiness(inspection.statement.predicate)
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    inspection.reasons = error.reasons
  }
  return inspection
}
