import type { FileCheck, SignatureCheck } from './check.ts'

/** What became of the check; green only for `whole`: nothing changed, and every signature fits a key in the file. */
export type CheckState = 'whole' | 'partly' | 'changed' | 'unchecked'

export interface CheckWords {
  state: CheckState
  word: string
  lines: string[]
}

export function describeCheck({ signatures, payloadSha256, faults }: FileCheck): CheckWords {
  const fitting = signatures.filter(({ kind }) => kind === 'fits').length
  const lines = signatures.map((signature, index) => `Signature ${index + 1} ${describeSignature(signature)}`)
  if (faults.length > 0 || fitting === 0 || signatures.some(({ kind }) => kind === 'broken')) {
    const notice = 'This file is not as it was signed and exported. Rely on nothing in it.'
    return { state: 'changed', word: 'Changed', lines: [notice, ...faults, ...lines] }
  }
  const whole = `Every word of this page follows from the signed bytes, sha256:${payloadSha256}.`
  return { ...judgeWhole(fitting, signatures.length), lines: [whole, ...lines, keysNotice] }
}

/** What cannot be read was changed, unless the browser is too old to tell. */
export function describeFailure(error: unknown, canCheck: boolean): CheckWords {
  if (!canCheck) {
    const advice = 'This browser cannot check signatures. Open the file in a current one.'
    return { state: 'unchecked', word: 'Not checked', lines: [advice] }
  }
  const notice = 'This file cannot be read as it was exported. Rely on nothing in it.'
  return { state: 'changed', word: 'Changed', lines: [notice, error instanceof Error ? error.message : String(error)] }
}

/** For a file whose script does not run. */
export function describeRefusal(): CheckWords {
  const notice = 'The script or the policy of this file is not as it was exported. Rely on nothing in it.'
  return { state: 'changed', word: 'Changed', lines: [notice] }
}

const keysNotice =
  'The keys came with the file. This shows that nothing was changed since these keys signed, not who holds them: ' +
  'compare the key ids with the signers, or verify with a trust file. Whoever rewrites the whole file, script ' +
  'included, can make it say anything: before a decision, verify it with golive, cosign or openssl.'

function judgeWhole(fitting: number, count: number): Omit<CheckWords, 'lines'> {
  if (fitting < count) {
    const rest = count - fitting
    return { state: 'partly', word: `Unchanged, but ${rest} of ${count} signatures cannot be checked here` }
  }
  return {
    state: 'whole',
    word: `Unchanged, and ${count === 1 ? 'the signature fits' : `all ${count} signatures fit`}`,
  }
}

function describeSignature({ kind, keyid }: SignatureCheck): string {
  if (kind === 'fits') return `fits the key ${keyid}`
  return kind === 'broken' ? `does not fit the key ${keyid} that it names` : 'is by a key that is not in this file'
}
