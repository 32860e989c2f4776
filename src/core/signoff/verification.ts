/** What a verification found; made for screens and `--json` alike. */

import type { Bytes } from '../bytes.ts'
import type { SignatureFinding } from './attribute-signatures.ts'
import type { Requirement } from './policy.ts'
import type { Reason } from './reasons.ts'
import type { Readiness, Statement, StatementSubject } from './statement-schema.ts'

/** Exit status by outcome (signoff.md §6.1); whatever keeps it from judging is trouble, never a "yes" and never a "no". */
export const verificationExitCodes = { accepted: 0, refused: 1, trouble: 2 } as const

export type VerificationStatus = keyof typeof verificationExitCodes

/** Somebody of the trust file who signed these bytes with a key that is valid now. */
export interface VerifiedSigner {
  id: string
  /** Every role that the trust file gives them. */
  roles: readonly string[]
  /** The required role that they fill: at most one, and none when they were not needed. */
  fills?: string
}

export interface Verification {
  status: VerificationStatus
  exitCode: 0 | 1 | 2
  /** Empty when it was accepted. */
  reasons: readonly Reason[]
  /** Moment at which keys, dates and risks were judged, RFC 3339. */
  judgedAt: string
  signers: VerifiedSigner[]
  /** What became of each signature, in the order of the file; of several files, of their merged envelope. */
  signatures: SignatureFinding[]
  /** Who had to sign, after every list that may raise the bar. */
  required: Requirement[]
  /** Who of them did not. */
  missing: Requirement[]
  /** Whether the rules of readiness were applied; to another predicate type they are not. */
  rules: 'readiness' | 'none'
  /** Whether every item was compared with the checklist's; with its digest alone that cannot be. */
  comparedItems: boolean
  /** Digests of the bytes that were read, lower-case hexadecimal. */
  digests: { files: string[]; trust?: string; payload?: string }
  /** The bytes that enough people signed; absent before that is known. */
  payload?: Bytes
  /** What they say; it was verified, and may still be refused for what it says. */
  statement?: Statement
  /** The predicate of a statement of ours. */
  readiness?: Readiness
  /** Those subjects of the statement that were asked for. */
  subjects: StatementSubject[]
}
