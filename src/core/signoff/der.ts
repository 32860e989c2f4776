/** ECDSA signatures of P-256: r‖s as WebCrypto has it (IEEE P1363), and DER as DSSE tools read it (signoff.md §4, §8). */
import { type Bytes, decodeNumber, joinBytes } from '../bytes.ts'
import { p256Length, p256Order } from './p256.ts'

const sequenceTag = 0x30
const integerTag = 0x02

/**
 * DER of a signature that WebCrypto made.
 *
 * @throws {RangeError} When it is not r‖s of 64 bytes.
 */
export function encodeDerSignature(p1363: Uint8Array): Bytes {
  if (p1363.length !== 2 * p256Length) throw new RangeError(`Signature has ${p1363.length} bytes, expected 64`)
  const content = joinBytes(encodeInteger(p1363.subarray(0, p256Length)), encodeInteger(p1363.subarray(p256Length)))
  return joinBytes(Uint8Array.of(sequenceTag, content.length), content)
}

/**
 * The r‖s that WebCrypto verifies, from strict DER.
 *
 * @returns Undefined for everything that is not the one encoding: long lengths, integers that are negative or begin with
 *   zeros for nothing, r or s of 0 or not below the order, bytes after the end, and r‖s itself.
 */
export function decodeDerSignature(der: Uint8Array): Bytes | undefined {
  if (der[0] !== sequenceTag || der[1] !== der.length - 2) return undefined
  const r = readInteger(der, 2)
  const s = r && readInteger(der, r.end)
  if (!s || s.end !== der.length) return undefined
  return joinBytes(r.value, s.value)
}

function encodeInteger(number: Uint8Array): Bytes {
  let start = 0
  while (start < number.length - 1 && number[start] === 0) start++
  const digits = number.subarray(start)
  // A first bit of 1 would make it negative.
  const sign = (digits[0] ?? 0) >= 0x80 ? 1 : 0
  return joinBytes(Uint8Array.of(integerTag, digits.length + sign), new Uint8Array(sign), digits)
}

/** An integer from 1 to the order less 1, widened to 32 bytes, and where it ends. */
function readInteger(der: Uint8Array, start: number): { value: Bytes; end: number } | undefined {
  const length = der[start + 1] ?? 0
  const end = start + 2 + length
  // 32 bytes, and one for the sign; a longer length, or one in several bytes, is no number of this curve.
  if (der[start] !== integerTag || length < 1 || length > p256Length + 1 || end > der.length) return undefined
  const [first = 0, second = 0] = der.subarray(start + 2, end)
  const isNegative = first >= 0x80
  const isPadded = first === 0 && second < 0x80
  if (isNegative || isPadded) return undefined
  const digits = der.subarray(start + 2 + (first === 0 ? 1 : 0), end)
  const number = decodeNumber(digits)
  if (number < 1n || number >= p256Order) return undefined
  return { value: joinBytes(new Uint8Array(p256Length - digits.length), digits), end }
}
