/**
 * What screens and the command line use of the sign-off. It brings zod, so pages load it only when somebody signs or
 * verifies; a page that only signs takes the modules that it needs.
 */

export type { Bytes } from '../bytes.ts'
export { countOpenMusts, proposeAffirmation, saysNoGo } from './affirmation.ts'
export { attributeSignatures, type SignatureFinding } from './attribute-signatures.ts'
export { decodeBase64, encodeBase64 } from './base64.ts'
export { bundleMediaType, encodeBundle, parseAttestation } from './bundle.ts'
export { parseSubjectDigest } from './digest-set.ts'
export {
  type Envelope,
  type EnvelopeSignature,
  encodeEnvelope,
  encodeSignedBytes,
  inTotoPayloadType,
  maxSignatures,
  parseEnvelope,
  preAuthEncoding,
} from './envelope.ts'
export { FormatError } from './errors.ts'
export { buildStatement, type FreezeInput, freezeReport } from './freeze.ts'
export { type Inspection, inspectAttestation, inspectPayload, type PayloadInspection } from './inspect.ts'
export { addSignature, identifySignatures, mergeEnvelopes } from './merge-envelopes.ts'
export { parseMoment } from './moment.ts'
export {
  type Assignment,
  assignRoles,
  type FilledRole,
  type Holder,
  type Requirement,
  raiseRequirements,
} from './policy.ts'
export {
  digestHint,
  encodeSpki,
  formatOpenSsh,
  formatPem,
  type PublicKey,
  parsePublicKey,
  parseSpki,
} from './public-key.ts'
export { type Reason, type ReasonCode, reasonWords } from './reasons.ts'
export { computeResult } from './result.ts'
export { createSigner, generateKeyPair, type Signer, signPayload, verifySignature } from './signature.ts'
export type { KeyAlgorithm } from './ssh-key.ts'
export { encodeStatement, parseReadinessStatement, parseStatement, readinessPredicateType } from './statement.ts'
export type {
  Readiness,
  ReadinessItem,
  ReadinessStatement,
  Result,
  Statement,
  StatementSubject,
} from './statement-schema.ts'
export {
  buildSvr,
  buildTestResult,
  type Svr,
  type TestResult,
} from './summaries.ts'
export { encodeTrustJson, listRequirements, parseSignerEntry, parseTrust, type Trust } from './trust.ts'
export { formatAllowedSigners, listTrustPems } from './trust-export.ts'
export { listTrustNotices } from './trust-notices.ts'
export type { SignerEntry, TrustFile } from './trust-schema.ts'
export { judgeKey, type KeyStanding, type TrustedKey, type TrustedSigner } from './trusted-signer.ts'
export {
  type Verification,
  type VerificationStatus,
  type VerifiedSigner,
  verificationExitCodes,
} from './verification.ts'
export { verifyAttestation } from './verify.ts'
export type { VerifyOptions } from './verify-options.ts'
export {
  buildVsa,
  signedOffLevel,
  type Vsa,
  type VsaOptions,
} from './vsa.ts'
