import { describe, expect, test } from 'vitest'
import {
  bundleMediaType,
  decodeBase64,
  digestHint,
  encodeBundle,
  encodeEnvelope,
  encodeSignedBytes,
  generateKeyPair,
  parseAttestation,
  parseEnvelope,
  signPayload,
  verifySignature,
} from '../../../../src/core/signoff/index.ts'
import { codesOf, fileOf, makeSigner, signByAll, utf8 } from './people.ts'

const payload = utf8('{"a":1}')

describe.each(['ecdsa-p256', 'ed25519'] as const)('an envelope signed with %s', (algorithm) => {
  test('is read back, and its signature verifies', async () => {
    const signer = await makeSigner(algorithm)
    const envelope = await signPayload(payload, signer)
    const read = parseEnvelope(fileOf(envelope))
    expect(read).toEqual(envelope)
    const [signature] = read.signatures
    if (!signature) throw new Error('no signature')
    expect(signature.keyid).toBe(signer.publicKey.keyid)
    expect(await verifySignature(signer.publicKey, signature.sig, encodeSignedBytes(read.payload))).toBe(true)
    expect(
      await verifySignature((await makeSigner(algorithm)).publicKey, signature.sig, encodeSignedBytes(payload)),
    ).toBe(false)
  })

  test('becomes a bundle of one signature that is read back', async () => {
    const [signer, other] = [await makeSigner(algorithm), await makeSigner()]
    const envelope = await signByAll(payload, other, signer)
    const bundle = JSON.parse(await encodeBundle(envelope, signer.publicKey))
    expect(bundle).toMatchObject({
      mediaType: bundleMediaType,
      verificationMaterial: { publicKey: { hint: await digestHint(signer.publicKey) } },
    })
    expect(Object.keys(bundle)).toEqual(['mediaType', 'verificationMaterial', 'dsseEnvelope'])
    const read = parseAttestation(utf8(JSON.stringify(bundle)))
    expect(read.payload).toEqual(payload)
    expect(read.signatures.map(({ keyid }) => keyid)).toEqual([signer.publicKey.keyid])
  })
})

test('encodeEnvelope() writes standard base64 and the three members that DSSE has', async () => {
  const bytes = utf8('??>>~~')
  const json = JSON.parse(encodeEnvelope(await signPayload(bytes, await makeSigner())))
  expect(Object.keys(json)).toEqual(['payload', 'payloadType', 'signatures'])
  expect(json.payload).toBe('Pz8+Pn5+')
  expect(decodeBase64(json.payload)).toEqual(bytes)
  expect(Object.keys(json.signatures[0])).toEqual(['keyid', 'sig'])
})

test('encodeEnvelope() leaves an absent hint out', () => {
  const text = encodeEnvelope({ payload, signatures: [{ keyid: '', sig: utf8('x') }] })
  expect(JSON.parse(text).signatures).toEqual([{ sig: 'eA==' }])
})

test('encodeBundle() throws for a key that did not sign', async () => {
  const envelope = await signPayload(payload, await makeSigner())
  await expect(encodeBundle(envelope, (await makeSigner()).publicKey)).rejects.toThrow(RangeError)
})

test('parseAttestation() names the place of what it refuses', async () => {
  const file = { payload: '', payloadType: 'application/vnd.in-toto+json', signatures: [{ sig: '' }, { sig: 'A' }] }
  expect(() => parseAttestation(utf8(JSON.stringify(file)))).toThrow(
    'Envelope: signatures[1].sig is no canonical base64',
  )
  const bundle = { mediaType: bundleMediaType, verificationMaterial: {}, dsseEnvelope: file }
  expect(await codesOf(() => parseAttestation(utf8(JSON.stringify(bundle))))).toEqual(['base64'])
})

test('parseEnvelope() takes no signature that is longer than any, before anybody works on it', async () => {
  const withSig = (length: number) => fileOf({ payload, signatures: [{ keyid: '', sig: new Uint8Array(length) }] })
  expect(parseEnvelope(withSig(8_192)).signatures).toHaveLength(1)
  expect(await codesOf(() => parseEnvelope(withSig(8_193)))).toEqual(['signature-malformed'])
  expect(() => parseEnvelope(withSig(6_000_000))).toThrow(
    'Envelope: signatures[0].sig has 6000000 bytes, and at most 8192 are read',
  )
})

test('a private key that was made here cannot be exported', async () => {
  for (const algorithm of ['ecdsa-p256', 'ed25519'] as const) {
    const { privateKey } = await generateKeyPair(algorithm)
    expect(privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
  }
})

test('a signature of ECDSA is DER, as openssl and cosign take it, and one of Ed25519 has 64 bytes', async () => {
  const [ecdsa, ed25519] = [await makeSigner(), await makeSigner('ed25519')]
  expect((await ecdsa.sign(payload))[0]).toBe(0x30)
  expect(await ed25519.sign(payload)).toHaveLength(64)
})
