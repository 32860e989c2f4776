/** Other predicates that a gate emits after it accepted, for policy engines that know them and not ours (signoff.md §3.1). */
import { formatMoment } from './moment.ts'
import { computeResult } from './result.ts'
import type { Readiness, ReadinessItem, Result } from './statement-schema.ts'
import type { Verification } from './verification.ts'
import { signedOffLevel, type VsaOptions } from './vsa.ts'

/** Simple Verification Result v0.2 of in-toto: who verified by which policy, and what they found to be so. */
export interface Svr {
  verifier: { id: string; policies: { uri: string; digest: { sha256: string } }[] }
  /** RFC 3339. */
  timeCreated: string
  /** Those of ours begin with `GOLIVE_`. */
  properties: string[]
}

/** Test Result v0.1 of in-toto: the checklist as a configuration, and its items as tests. What does not apply is no test, nor is a may that is open. */
export interface TestResult {
  result: Result
  configuration: { name?: string; uri?: string; digest: Record<string, string> }[]
  passedTests: string[]
  warnedTests: string[]
  failedTests: string[]
}

/** @throws {RangeError} Unless the verification accepted. */
export function buildSvr(verification: Verification, { verifierId, policyUri }: Omit<VsaOptions, 'resourceUri'>): Svr {
  const { result } = acceptedReadiness(verification)
  const sha256 = verification.digests.trust ?? ''
  return {
    verifier: { id: verifierId, policies: [{ uri: policyUri, digest: { sha256 } }] },
    timeCreated: formatMoment(verification.judgedAt),
    properties: [`GOLIVE_${signedOffLevel}`, `GOLIVE_READINESS_${result}`],
  }
}

/** @throws {RangeError} Unless the verification accepted. */
export function buildTestResult(verification: Verification): TestResult {
  const { result, checklist, items } = acceptedReadiness(verification)
  const { name, uri, digest } = checklist
  const idsOf = (isSo: (item: ReadinessItem) => boolean) => items.filter(isSo).map(({ id }) => id)
  return {
    result,
    configuration: [{ ...(name !== undefined && { name }), ...(uri !== undefined && { uri }), digest }],
    passedTests: idsOf(({ status }) => status === 'done'),
    warnedTests: idsOf((item) => computeResult([item]) === 'WARNED'),
    // An open must is never accepted.
    failedTests: [],
  }
}

function acceptedReadiness({ status, readiness }: Verification): Readiness {
  if (status === 'accepted' && readiness) return readiness
  throw new RangeError(`Cannot summarise verification: it is ${status}`)
}
