import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeHex } from '../../../../src/core/bytes.ts'
import { decodeDerSignature, encodeDerSignature } from '../../../../src/core/signoff/der.ts'
import { p256Order } from '../../../../src/core/signoff/p256.ts'

const widen = (number: bigint) => number.toString(16).padStart(64, '0')
const anyNumber = fc.oneof(
  fc.bigInt({ min: 1n, max: p256Order - 1n }),
  fc.bigInt({ min: 1n, max: 0xffffn }),
  fc.constant(p256Order - 1n),
)

describe('decodeDerSignature()', () => {
  test('reads what encodeDerSignature() writes', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (r, s) => {
        const raw = decodeHex(widen(r) + widen(s))
        expect(decodeDerSignature(encodeDerSignature(raw))).toEqual(raw)
      }),
    )
  })

  test('reads nothing else: whatever it reads is written back the same', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, fc.nat(), fc.integer({ min: 0, max: 255 }), (r, s, place, byte) => {
        const der = encodeDerSignature(decodeHex(widen(r) + widen(s)))
        der[place % der.length] = byte
        const raw = decodeDerSignature(der)
        if (raw) expect(encodeDerSignature(raw)).toEqual(der)
      }),
    )
  })

  test.each([
    ['0', 0n, 1n],
    ['the order', 1n, p256Order],
  ])('refuses %s', (_, r, s) => {
    expect(decodeDerSignature(encodeDerSignature(decodeHex(widen(r) + widen(s))))).toBeUndefined()
  })
})

test('encodeDerSignature() throws for what is no r and s', () => {
  expect(() => encodeDerSignature(new Uint8Array(63))).toThrow(RangeError)
})
