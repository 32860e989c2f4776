/**
 * The procedure that decides whether a rollout may go, in the order of signoff.md §8: the same in the browser and on
 * the command line.
 */

import { sha256Hex } from '../bytes.ts'
import { attributeSignatures } from './attribute-signatures.ts'
import { parseAttestationJson, readAttestation } from './bundle.ts'
import { checkPredicateType, checkReadiness, checkSubjects, matchSubjects } from './check-statement.ts'
import type { Envelope } from './envelope.ts'
import { FormatError, refuse } from './errors.ts'
import { mergeEnvelopes } from './merge-envelopes.ts'
import { raiseRequirements } from './policy.ts'
import type { Reason } from './reasons.ts'
import { parseReadiness, parseStatement } from './statement.ts'
import type { Statement } from './statement-schema.ts'
import { listRequirements, parseTrust, type Trust } from './trust.ts'
import type { TrustedSigner } from './trusted-signer.ts'
import { type Verification, type VerificationStatus, verificationExitCodes } from './verification.ts'
import { type Expectation, readOptions, type VerifyOptions } from './verify-options.ts'
import { assignPeople, listPeople } from './verify-people.ts'
import { orStop, Stop, stopFor } from './verify-stop.ts'

/**
 * Verifies an attestation.
 *
 * @param files Envelopes or bundles; several have to sign the same bytes.
 * @param trustFile Bytes of `golive-trust.json`, from a protected place; undefined when there is none.
 * @returns Never a rejection for what files and options hold. The statement is in it only when enough people signed
 *   its bytes.
 */
export async function verifyAttestation(
  files: readonly Uint8Array[],
  trustFile: Uint8Array | undefined,
  options: VerifyOptions,
): Promise<Verification> {
  const draft = startVerification(options)
  try {
    await runProcedure(draft, files, trustFile, options)
    return conclude(draft, 'accepted', [])
  } catch (error) {
    if (error instanceof Stop) return conclude(draft, error.status, error.reasons)
    throw error
  }
}

/** The steps are numbered as in signoff.md §8. Each one stops the rest. */
async function runProcedure(
  draft: Verification,
  files: readonly Uint8Array[],
  trustFile: Uint8Array | undefined,
  options: VerifyOptions,
): Promise<void> {
  const expected = await orStop('trouble', () => readArguments(files, trustFile, options))
  draft.rules = expected.isReadiness ? 'readiness' : 'none'
  // 1. Strict JSON of a bounded size.
  const documents = await orStop('refused', () => files.map(parseAttestationJson))
  draft.digests.files = await Promise.all(files.map(sha256Hex))
  // 2. The trust file, whole or not at all.
  const trust = await orStop('trouble', () => readTrust(trustFile, expected))
  draft.digests.trust = trust.sha256
  // 3. Payload type, base64, number of signatures.
  const envelope = await orStop('refused', () => readEnvelopes(documents))
  draft.digests.payload = await sha256Hex(envelope.payload)
  // 4. Every key with every signature.
  draft.signatures = await attributeSignatures(envelope, trust.signers, expected.now)
  // 5. People, not signatures.
  const people = listPeople(draft, trust.signers)
  draft.required = raiseRequirements(listRequirements(trust, expected.environment), expected.require)
  stopFor(draft, assignPeople(draft, people, 'role-missing'))
  // 6. Only now the payload, and the very bytes that were verified.
  draft.payload = envelope.payload
  const statement = await orStop('refused', () => parseStatement(envelope.payload))
  draft.statement = statement
  // 7. The right kind of statement, about what is to be rolled out.
  stopFor(draft, checkPredicateType(statement, expected))
  draft.subjects = matchSubjects(statement, expected.subjects)
  const reasons = checkSubjects(statement, expected.subjects)
  // 8. What it says.
  if (expected.isReadiness) reasons.push(...judgeReadiness(draft, statement, people, trust, expected))
  stopFor(draft, reasons)
}

function readArguments(
  files: readonly Uint8Array[],
  trustFile: Uint8Array | undefined,
  options: VerifyOptions,
): Promise<Expectation> {
  if (files.length === 0) refuse('option-missing', 'Argument', 'is missing', 'files')
  if (trustFile === undefined) refuse('trust-missing', 'Trust file', 'is missing')
  return readOptions(options)
}

async function readTrust(trustFile: Uint8Array | undefined, { trustSha256 }: Expectation): Promise<Trust> {
  const trust = await parseTrust(trustFile ?? new Uint8Array())
  if (trustSha256 !== undefined && trust.sha256 !== trustSha256) {
    refuse('trust-digest', 'Trust file', `has sha256:${trust.sha256}, expected sha256:${trustSha256}`)
  }
  return trust
}

/** One file stays as it is, so that what is said of its signatures can be found in it. */
function readEnvelopes(documents: readonly unknown[]): Envelope {
  const [first, ...others] = documents.map(readAttestation)
  return first && others.length === 0 ? first : mergeEnvelopes(first ? [first, ...others] : [])
}

function judgeReadiness(
  draft: Verification,
  { predicate }: Statement,
  people: readonly TrustedSigner[],
  trust: Trust,
  expected: Expectation,
): Reason[] {
  try {
    const readiness = parseReadiness(predicate)
    draft.readiness = readiness
    const { sha256, items } = expected.checklist
    draft.comparedItems = items !== undefined && readiness.checklist.digest['sha256'] === sha256
    // The statement can raise the bar and never lower it.
    draft.required = raiseRequirements(draft.required, readiness.requiredSignoffs)
    const faults = checkReadiness(readiness, expected, trust.policy)
    return [...faults, ...assignPeople(draft, people, 'signoff-missing')]
  } catch (error) {
    if (error instanceof FormatError) return [...error.reasons]
    throw error
  }
}

function startVerification({ now }: VerifyOptions): Verification {
  return {
    status: 'trouble',
    exitCode: verificationExitCodes.trouble,
    reasons: [],
    judgedAt: Number.isNaN(now.getTime()) ? '' : now.toISOString(),
    signers: [],
    signatures: [],
    required: [],
    missing: [],
    rules: 'readiness',
    comparedItems: false,
    digests: { files: [] },
    subjects: [],
  }
}

function conclude(draft: Verification, status: VerificationStatus, reasons: readonly Reason[]): Verification {
  return { ...draft, status, exitCode: verificationExitCodes[status], reasons }
}
