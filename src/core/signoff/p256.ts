/** The curve P-256 (FIPS 186-5, SEC 2 secp256r1): what has to hold before a runtime is given a key or a signature. */
import { decodeNumber } from '../bytes.ts'

const prime = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const coefficient = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

/** Number of points; r and s of a signature lie below it. */
export const p256Order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** Bytes of one coordinate, and of r and s. */
export const p256Length = 32

/**
 * Whether an uncompressed point lies on the curve (SEC 1 §3.2.2.1). The curve has no small subgroup, so that every such
 * point is a usable key.
 */
export function isP256Point(point: Uint8Array): boolean {
  if (point.length !== 1 + 2 * p256Length || point[0] !== 4) return false
  const x = decodeNumber(point.subarray(1, 1 + p256Length))
  const y = decodeNumber(point.subarray(1 + p256Length))
  if (x >= prime || y >= prime) return false
  return (y * y - (x * x * x - 3n * x + coefficient)) % prime === 0n
}
