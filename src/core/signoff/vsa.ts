/** The Verification Summary Attestation v1 of SLSA that a gate emits after it accepted (signoff.md §6.3). */
import { formatMoment } from './moment.ts'
import type { Verification } from './verification.ts'

/** Our level; those that begin with `SLSA_` are not ours to give. */
export const signedOffLevel = 'READINESS_SIGNED_OFF'

export interface VsaOptions {
  /** URI of whoever verified: the pipeline that is about to sign this. */
  verifierId: string
  /** URI of what is rolled out. */
  resourceUri: string
  /** URI of the trust file. */
  policyUri: string
}

export interface Vsa {
  verifier: { id: string }
  /** RFC 3339. */
  timeVerified: string
  resourceUri: string
  policy: { uri: string; digest: { sha256: string } }
  inputAttestations: { digest: { sha256: string } }[]
  verificationResult: 'PASSED'
  verifiedLevels: string[]
}

/**
 * The predicate, which `cosign attest --predicate` and `actions/attest` put into a statement and sign.
 *
 * @throws {RangeError} Unless the verification accepted: nobody may take a summary of a "no" for a "yes".
 */
export function buildVsa(verification: Verification, { verifierId, resourceUri, policyUri }: VsaOptions): Vsa {
  const { status, digests, judgedAt, rules } = verification
  if (status !== 'accepted' || rules !== 'readiness' || digests.trust === undefined) {
    throw new RangeError(`Cannot summarise verification: it is ${status}, and rules applied are ${rules}`)
  }
  return {
    verifier: { id: verifierId },
    timeVerified: formatMoment(judgedAt),
    resourceUri,
    policy: { uri: policyUri, digest: { sha256: digests.trust } },
    inputAttestations: digests.files.map((sha256) => ({ digest: { sha256 } })),
    verificationResult: 'PASSED',
    verifiedLevels: [signedOffLevel],
  }
}
