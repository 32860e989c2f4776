import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addSignature,
  type Envelope,
  type EnvelopeSignature,
  encodeEnvelope,
  encodeSignedBytes,
  identifySignatures,
  mergeEnvelopes,
  signPayload,
} from '../../../../src/core/signoff/index.ts'
import { codesOf, makeSigner, utf8 } from './people.ts'

const payload = utf8('{"a":1}')
const envelopeOf = (signatures: EnvelopeSignature[]): Envelope => ({ payload, signatures })

/** Few different values, so that two envelopes often share one. */
const anySignature = fc.record({
  keyid: fc.constantFrom('', 'SHA256:a', 'SHA256:b', 'other'),
  sig: fc.constantFrom('a', 'b', 'c', 'd').map(utf8),
})
const anyEnvelope = fc.array(anySignature, { minLength: 1, maxLength: 5 }).map(envelopeOf)
const merge = (...envelopes: Envelope[]) => encodeEnvelope(mergeEnvelopes(envelopes))

describe('mergeEnvelopes()', () => {
  test('is commutative', () => {
    fc.assert(fc.property(anyEnvelope, anyEnvelope, (a, b) => void expect(merge(a, b)).toBe(merge(b, a))))
  })

  test('is associative', () => {
    fc.assert(
      fc.property(anyEnvelope, anyEnvelope, anyEnvelope, (a, b, c) => {
        expect(merge(mergeEnvelopes([a, b]), c)).toBe(merge(a, mergeEnvelopes([b, c])))
        expect(merge(a, b, c)).toBe(merge(a, mergeEnvelopes([b, c])))
      }),
    )
  })

  test('is idempotent', () => {
    fc.assert(fc.property(anyEnvelope, (a) => void expect(merge(a, a)).toBe(merge(a))))
  })

  test('keeps every signature once, with a fingerprint before any other hint', () => {
    const a = envelopeOf([{ keyid: '', sig: utf8('x') }])
    const b = envelopeOf([{ keyid: 'mine', sig: utf8('x') }])
    const c = envelopeOf([{ keyid: 'SHA256:abc', sig: utf8('x') }])
    expect(mergeEnvelopes([a, b]).signatures.map(({ keyid }) => keyid)).toEqual(['mine'])
    expect(mergeEnvelopes([a, b, c]).signatures.map(({ keyid }) => keyid)).toEqual(['SHA256:abc'])
  })

  test('refuses other bytes, even one space more', async () => {
    const other = { ...envelopeOf([]), payload: utf8('{"a": 1}') }
    expect(await codesOf(() => mergeEnvelopes([envelopeOf([]), other]))).toEqual(['payloads-differ'])
  })

  test('refuses more than 64 signatures together', async () => {
    const many = Array.from({ length: 13 }, (_, part) =>
      envelopeOf(Array.from({ length: 5 }, (_, index) => ({ keyid: '', sig: utf8(`${part} ${index}`) }))),
    )
    expect(await codesOf(() => mergeEnvelopes(many))).toEqual(['signature-count'])
  })

  test('throws when there is nothing to merge', () => {
    expect(() => mergeEnvelopes([])).toThrow(RangeError)
  })
})

test('addSignature() takes a signature that was made elsewhere, and only by that key over those bytes', async () => {
  const [alice, bob] = [await makeSigner(), await makeSigner('ed25519')]
  const envelope = await signPayload(payload, alice)
  const sig = await bob.sign(encodeSignedBytes(payload))
  const both = await addSignature(envelope, sig, bob.publicKey)
  expect(both?.signatures.map(({ keyid }) => keyid).sort()).toEqual(
    [alice, bob].map((each) => each.publicKey.keyid).sort(),
  )
  expect(await addSignature(envelope, sig, alice.publicKey)).toBeUndefined()
  expect(await addSignature(envelope, await bob.sign(payload), bob.publicKey)).toBeUndefined()
})

test('identifySignatures() writes the right hint where it knows the key, and leaves others alone', async () => {
  const [alice, bob, mallory] = [await makeSigner(), await makeSigner('ed25519'), await makeSigner()]
  const bytes = encodeSignedBytes(payload)
  const envelope = envelopeOf([
    { keyid: '', sig: await alice.sign(bytes) },
    { keyid: alice.publicKey.keyid, sig: await bob.sign(bytes) },
    { keyid: 'x', sig: await mallory.sign(bytes) },
  ])
  const { signatures } = await identifySignatures(envelope, [alice.publicKey, bob.publicKey])
  expect(signatures.map(({ keyid }) => keyid)).toEqual([alice.publicKey.keyid, bob.publicKey.keyid, 'x'])
})
