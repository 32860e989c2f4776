import type { Envelope } from '../core/signoff/envelope.ts'
import type { PublicKey } from '../core/signoff/public-key.ts'
import type { ReadinessStatement } from '../core/signoff/statement-schema.ts'

/** A frozen report with the signatures that it has so far: what everything is exported from. */
export interface SignedReport {
  /** Parsed from the payload of the envelope. */
  statement: ReadinessStatement
  /** Digest of the payload, lower-case hexadecimal. */
  payloadSha256: string
  envelope: Envelope
  /** Keys of those who signed, as far as they are known here; their signatures may have no hint at them. */
  keys: readonly PublicKey[]
}
