import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from '../../../../src/core/signoff/index.ts'

describe('decodeBase64()', () => {
  test('reads what encodeBase64() writes, in either alphabet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes)
        expect(decodeBase64(text)).toEqual(bytes)
        expect(decodeBase64(text.replaceAll('+', '-').replaceAll('/', '_'))).toEqual(bytes)
      }),
    )
  })

  test('gives for every text nothing, or bytes that only this text and its other alphabet give', () => {
    fc.assert(
      fc.property(
        fc.base64String().chain((text) => fc.mixedCase(fc.constant(text))),
        (text) => {
          const bytes = decodeBase64(text)
          if (bytes) expect(encodeBase64(bytes)).toBe(text)
        },
      ),
    )
  })

  test.each([
    'A',
    'AA',
    'AAA',
    'AB==',
    'AAB=',
    'AA==\n',
    ' AA==',
    'AA= =',
    'AA===',
    '=',
    'AAAA=',
    'AA+-',
    '_A/A',
    'ÄAAA',
  ])('refuses %j', (text) => expect(decodeBase64(text)).toBeUndefined())

  test('keeps large payloads', () => {
    const bytes = new Uint8Array(100_000).map((_, index) => index * 7)
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes)
  })
})
