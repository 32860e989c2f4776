import { describe, expect, test } from 'vitest'
import {
  encodeBase64,
  encodeBundle,
  encodeEnvelope,
  encodeTrustJson,
  formatOpenSsh,
  formatPem,
} from '../../../../src/core/signoff/index.ts'
import { readArrival } from '../../../../src/islands/signoff/read-arrival.ts'
import { buildDemoStatement, makeSigner, signReport } from '../../../fixtures/signed-report.ts'

const alice = await makeSigner()
const carol = await makeSigner('ed25519')
const { envelope } = await signReport(buildDemoStatement(), [alice])
const sig = envelope.signatures[0]?.sig ?? new Uint8Array()
const pem = formatPem(alice.publicKey)
const entry = { id: 'alice@example.com', roles: ['sre'], keys: [{ publicKey: pem }] }
const trust = { version: 1 as const, signers: [entry], policy: { require: [{ role: 'sre', count: 1 }] } }

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'file') => new File([content], name)
const read = (content: string | Uint8Array<ArrayBuffer>, name?: string) => readArrival(fileOf(content, name))
const named = (name: string, roles: string[] = []) => [{ publicKey: pem, name, roles, source: 'file' }]

describe('readArrival()', () => {
  test('takes envelopes and bundles', async () => {
    const bundle = await encodeBundle(envelope, alice.publicKey)
    for (const text of [encodeEnvelope(envelope), bundle]) {
      expect(await read(text)).toMatchObject({ kind: 'envelope', envelope: { payload: envelope.payload } })
    }
  })

  test('takes a statement without signatures, byte for byte', async () => {
    expect(await read(envelope.payload)).toEqual({ name: 'file', kind: 'statement', payload: envelope.payload })
  })

  test('takes public keys with the names that come with them', async () => {
    expect(await read(pem, 'alice.pem')).toMatchObject({ kind: 'keys', signers: named('alice') })
    const line = formatOpenSsh(alice.publicKey, 'alice@example.com')
    expect(await read(line)).toMatchObject({ kind: 'keys', signers: named('alice@example.com') })
    for (const text of [encodeTrustJson(entry), encodeTrustJson(trust)]) {
      expect(await read(text)).toMatchObject({ kind: 'keys', signers: named('alice@example.com', ['sre']) })
    }
  })

  test('takes signatures as bytes and as base64, of both kinds of keys', async () => {
    const other = await carol.sign(envelope.payload)
    for (const bytes of [sig, other]) {
      expect(await read(bytes)).toEqual({ name: 'file', kind: 'signature', sig: bytes })
      expect(await read(`${encodeBase64(bytes)}\n`)).toEqual({ name: 'file', kind: 'signature', sig: bytes })
    }
  })

  test.each<[string, string, string]>([
    ['nothing', '', 'is empty'],
    ['a text', 'hello', 'no envelope'],
    ['JSON that was cut off', '{"payload":', 'not JSON'],
    ['JSON of something else', '{"name":"x"}', 'something else'],
    ['a rollout', '{"kind":"golive-rollout","format":1}', 'import it under Rollouts'],
    ['a page', '<!doctype html><p>hello', 'carries no envelope'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'private key'],
    ['an envelope of another type', '{"payload":"","payloadType":"text/plain","signatures":[]}', 'payloadType'],
    ['an entry without keys', '{"id":"alice","roles":["sre"],"keys":[]}', 'is empty'],
  ])('refuses %s in words', async (_, text, words) => {
    const arrival = await read(text)
    expect(arrival.kind === 'refused' && arrival.reasons.join()).toContain(words)
  })

  test('refuses what is too large before it is read', async () => {
    const file = { name: 'x', size: 20_000_000, arrayBuffer: () => Promise.reject(new Error('was read')) }
    expect(await readArrival(file)).toMatchObject({ kind: 'refused', reasons: [expect.stringContaining('20 MB')] })
  })
})
