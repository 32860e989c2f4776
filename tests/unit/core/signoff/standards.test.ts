import { describe, expect, test } from 'vitest'
import { decodeHex } from '../../../../src/core/bytes.ts'
import { decodeDerSignature, encodeDerSignature } from '../../../../src/core/signoff/der.ts'
import { decodeBase64, parseSpki, preAuthEncoding, verifySignature } from '../../../../src/core/signoff/index.ts'
import { textOf, utf8 } from './people.ts'
import { standards } from './vectors.ts'

const hexOf = (decimal: string) => BigInt(decimal).toString(16).padStart(64, '0')
const p256 = (x: string, y: string) =>
  parseSpki(decodeHex(`3059301306072a8648ce3d020106082a8648ce3d03010703420004${hexOf(x)}${hexOf(y)}`))
const ed25519 = (key: string) => parseSpki(decodeHex(`302a300506032b6570032100${key}`))

describe('DSSE 1.0.2', () => {
  const { payload, payloadType, pae, x, y, sig } = standards.dsse

  test('preAuthEncoding() gives the published bytes', () => {
    expect(textOf(preAuthEncoding(payloadType, utf8(payload)))).toBe(pae)
  })

  test('preAuthEncoding() counts bytes, not characters', () => {
    expect(textOf(preAuthEncoding('é', utf8('ü€')))).toBe('DSSEv1 2 é 5 ü€')
    expect(textOf(preAuthEncoding('', utf8('')))).toBe('DSSEv1 0  0 ')
  })

  test('verifySignature() takes the published signature as DER, and not as r and s side by side', async () => {
    const key = await p256(x, y)
    const raw = decodeBase64(sig)
    const bytes = preAuthEncoding(payloadType, utf8(payload))
    if (!raw) throw new Error('no base64')
    expect(await verifySignature(key, encodeDerSignature(raw), bytes)).toBe(true)
    expect(decodeDerSignature(encodeDerSignature(raw))).toEqual(raw)
    expect(await verifySignature(key, raw, bytes)).toBe(false)
    expect(await verifySignature(key, encodeDerSignature(raw), utf8(payload))).toBe(false)
  })
})

describe('RFC 8032', () => {
  test.each<{ name: string; key: string; message: string; sig: string }>(standards.rfc8032)(
    '§7.1 $name verifies',
    async ({ key, message, sig }) => {
      const publicKey = await ed25519(key)
      expect(await verifySignature(publicKey, decodeHex(sig), decodeHex(message))).toBe(true)
      expect(await verifySignature(publicKey, decodeHex(sig), decodeHex(`${message}00`))).toBe(false)
    },
  )

  test('§7.3 Ed25519ph does not', async () => {
    const { key, message, sig } = standards.rfc8032ph
    expect(await verifySignature(await ed25519(key), decodeHex(sig), decodeHex(message))).toBe(false)
  })
})
