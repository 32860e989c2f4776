/** Looking into a file without judging it: nothing that comes out of here is verified. */
import { sha256Hex } from '../bytes.ts'
import { parseAttestation } from './bundle.ts'
import type { Envelope } from './envelope.ts'
import { FormatError } from './errors.ts'
import type { Reason } from './reasons.ts'
import { parseReadiness, parseStatement, readinessPredicateType } from './statement.ts'
import type { Readiness, Statement } from './statement-schema.ts'

export interface PayloadInspection {
  /** Digest of the payload, lower-case hexadecimal. */
  payloadSha256: string
  /** Absent when the payload is no statement. */
  statement?: Statement
  /** Absent when the statement is none of ours. */
  readiness?: Readiness
  /** What is wrong with the payload. */
  reasons: readonly Reason[]
}

export interface Inspection extends PayloadInspection {
  envelope: Envelope
}

/** @throws {FormatError} When the file is neither an envelope nor a bundle. */
export async function inspectAttestation(bytes: Uint8Array): Promise<Inspection> {
  const envelope = parseAttestation(bytes)
  return { envelope, ...(await inspectPayload(envelope.payload)) }
}

/** Like {@link inspectAttestation}, of a payload that may not be signed yet. */
export async function inspectPayload(payload: Uint8Array): Promise<PayloadInspection> {
  const inspection: PayloadInspection = { payloadSha256: await sha256Hex(payload), reasons: [] }
  try {
    inspection.statement = parseStatement(payload)
    if (inspection.statement.predicateType === readinessPredicateType) {
      inspection.readiness = parseReadiness(inspection.statement.predicate)
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    inspection.reasons = error.reasons
  }
  return inspection
}
