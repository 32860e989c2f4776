/** Digests that count (signoff.md §8, step 7): what is weak or of another length matches nothing. */

const digitCounts = new Map([
  ['sha256', [64]],
  ['sha384', [96]],
  ['sha512', [128]],
  ['gitCommit', [40, 64]],
])

/** A digest by its algorithm, as a subject of a statement names it. */
export interface SubjectDigest {
  algorithm: string
  hex: string
}

export const isAcceptedAlgorithm = (algorithm: string): boolean => digitCounts.has(algorithm)

/** Whether a digest is whole: lower-case digits, as many as its algorithm gives. */
export function isWholeDigest({ algorithm, hex }: SubjectDigest): boolean {
  return /^[0-9a-f]+$/.test(hex) && (digitCounts.get(algorithm) ?? []).includes(hex.length)
}

/**
 * Reads `ALGORITHM:HEX`, as `--subject` takes it; the digits may be of either case.
 *
 * @returns Undefined when it is no digest that counts.
 */
export function parseSubjectDigest(text: string): SubjectDigest | undefined {
  const [, algorithm = '', hex = ''] = /^([A-Za-z0-9]+):([0-9A-Fa-f]+)$/.exec(text) ?? []
  const digest = { algorithm, hex: hex.toLowerCase() }
  return isWholeDigest(digest) ? digest : undefined
}
