/**
 * The curve of Ed25519 (RFC 8032 §5.1): our own checks of keys and signatures, because runtimes differ. With a key of
 * small order one constant signature fits every message in openssl, cosign and Chromium (signoff.md §1, finding 4).
 */
import { decodeLittleEndian } from '../bytes.ts'

const prime = 2n ** 255n - 19n
const order = 2n ** 252n + 27742317777372353535851937790883648493n
const coefficient = 37095705934669439343138083508754565189542113879843219016388785533085940283555n

/** y of the points whose order divides 8: of order 1, 2, 4 and, twice, 8. */
const smallOrderY = [
  1n,
  prime - 1n,
  0n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  prime - 2707385501144840649318225287225658788936804267575313519463743609750303402022n,
]

export const ed25519KeyLength = 32
export const ed25519SignatureLength = 64

export type Ed25519Fault = 'key-malformed' | 'key-not-canonical' | 'key-small-order' | 'key-off-curve'

/** What is wrong with a public key, or undefined. */
export function findEd25519Fault(key: Uint8Array): Ed25519Fault | undefined {
  if (key.length !== ed25519KeyLength) return 'key-malformed'
  const number = decodeLittleEndian(key)
  // The top bit is the sign of x.
  const y = number & (2n ** 255n - 1n)
  if (y >= prime) return 'key-not-canonical'
  if (smallOrderY.includes(y)) return 'key-small-order'
  return hasPoint(y) ? undefined : 'key-off-curve'
}

/** Whether the second half, S, lies below the order: S + L would be a second signature for the same (RFC 8032 §5.1.7). */
export function isEd25519Signature(signature: Uint8Array): boolean {
  return signature.length === ed25519SignatureLength && decodeLittleEndian(signature.subarray(32)) < order
}

/** x² = (y² - 1) / (dy² + 1) has to be a square (RFC 8032 §5.1.3), which Euler's criterion tells of the product too. */
function hasPoint(y: bigint): boolean {
  const square = (y * y - 1n) * (coefficient * y * y + 1n)
  return power(((square % prime) + prime) % prime, (prime - 1n) / 2n) === 1n
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % prime
    if (bit === '1') result = (result * base) % prime
  }
  return result
}
