/** How the procedure ends before its last step. */
import { FormatError } from './errors.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import type { Verification, VerificationStatus } from './verification.ts'

/** Carries the outcome out of whatever step it was found in; never seen from outside. */
export class Stop extends Error {
  readonly status: VerificationStatus
  readonly reasons: readonly Reason[]

  constructor(status: VerificationStatus, reasons: readonly Reason[]) {
    super(status)
    this.status = status
    this.reasons = reasons
  }
}

/** Runs a step; what it refuses is the outcome. */
export async function orStop<T>(status: VerificationStatus, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof FormatError) throw new Stop(status, error.reasons)
    throw error
  }
}

const peopleCodes: readonly ReasonCode[] = ['no-valid-signature', 'role-missing', 'signoff-missing']

/** Ends where there is a reason to. If only people are missing and some signature could not be checked here, that is no "no". */
export function stopFor({ signatures }: Verification, reasons: readonly Reason[]): void {
  if (reasons.length === 0) return
  const unsupported = signatures.flatMap(({ ignored }) => (ignored?.code === 'algorithm-unsupported' ? [ignored] : []))
  const isTrouble = unsupported.length > 0 && reasons.every(({ code }) => peopleCodes.includes(code))
  throw isTrouble ? new Stop('trouble', [...unsupported, ...reasons]) : new Stop('refused', reasons)
}
