import { describe, expect, test } from 'vitest'
import {
  digestHint,
  encodeSpki,
  formatOpenSsh,
  formatPem,
  parsePublicKey,
  parseSpki,
} from '../../../../src/core/signoff/index.ts'
import { codesOf, makeSigner } from './people.ts'
import { keyVectors } from './vectors.ts'

const valid = keyVectors.filter(({ keyid }) => keyid !== undefined)
const refused = keyVectors.filter(({ code }) => code !== undefined)

describe('parsePublicKey()', () => {
  test.each(valid)('gives $name the fingerprint of ssh-keygen', async ({ keys, keyid, hint }) => {
    for (const text of keys) {
      const key = await parsePublicKey(text)
      expect(key.keyid).toBe(keyid)
      if (hint) expect(await digestHint(key)).toBe(hint)
    }
  })

  test.each(refused)('refuses $name: $how', async ({ keys, code }) => {
    expect(await codesOf(() => parsePublicKey(keys[0] ?? ''))).toEqual([code])
  })

  test('reads what it writes, as PEM, as a line and as SPKI', async () => {
    for (const algorithm of ['ecdsa-p256', 'ed25519'] as const) {
      const { publicKey } = await makeSigner(algorithm)
      expect(await parsePublicKey(formatPem(publicKey))).toEqual(publicKey)
      expect(await parsePublicKey(formatOpenSsh(publicKey, 'a comment'))).toEqual(publicKey)
      expect(await parsePublicKey(formatPem(publicKey).replaceAll('\n', '\r\n'))).toEqual(publicKey)
      expect(await parseSpki(encodeSpki(publicKey))).toEqual(publicKey)
    }
  })

  test('writes the line and the PEM as openssl and ssh-keygen do', async () => {
    for (const { keys } of valid.filter((vector) => vector.keys.length === 2)) {
      const [pem = '', line = ''] = keys
      const key = await parsePublicKey(pem)
      expect(formatPem(key)).toBe(pem)
      expect(formatOpenSsh(key).split(' ').slice(0, 2)).toEqual(line.trim().split(' ').slice(0, 2))
    }
  })

  test('names the place and never repeats the text', async () => {
    const secret = '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----'
    const words = await parsePublicKey(secret, 'Trust file', 'signers[0]').catch(String)
    expect(words).toContain('signers[0]')
    expect(words).not.toContain('c2VjcmV0')
  })
})
