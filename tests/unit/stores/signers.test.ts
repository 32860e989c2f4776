import { describe, expect, test } from 'vitest'
import { signPayload } from '../../../src/core/signoff/index.ts'
import { type KnownSigner, listSignatures, screenSignatures } from '../../../src/stores/signers.ts'
import { makeSigner } from '../../fixtures/signed-report.ts'

const payload = new Uint8Array(1_000_000).fill(32)
const [alice, bob] = [await makeSigner(), await makeSigner()]
const known = ({ publicKey }: typeof alice, name: string): KnownSigner => ({
  key: publicKey,
  name,
  roles: [],
  source: 'file',
})
const signers = [known(alice, 'Alice'), known(bob, 'Bob')]

async function signatureOf(signer: typeof alice, bytes = payload, keyid = signer.publicKey.keyid) {
  const [signature] = (await signPayload(bytes, signer)).signatures
  if (!signature) throw new Error('Nobody signed')
  return { ...signature, keyid }
}

describe('listSignatures()', () => {
  test('attributes by key, whatever the hint says, and as often as somebody signed', async () => {
    const hints = ['', alice.publicKey.keyid, 'SHA256:other']
    const signatures = await Promise.all(hints.map((hint) => signatureOf(bob, payload, hint)))
    const seen = await listSignatures({ payload, signatures }, signers)
    expect(seen.map(({ signer }) => signer?.name)).toEqual(['Bob', 'Bob', 'Bob'])
    expect(seen.map(({ hint }) => hint)).toEqual(hints)
  })
})

describe('screenSignatures()', () => {
  test('gives every signature of a known key its hint, and leaves out what others made in its name', async () => {
    const ours = await signatureOf(alice, payload, '')
    const lie = await signatureOf(await makeSigner(), payload, bob.publicKey.keyid)
    const strange = await signatureOf(await makeSigner())
    const screened = await screenSignatures({ payload, signatures: [ours, lie, strange] }, signers)
    expect(screened).toMatchObject({ signers: [{ name: 'Alice' }], leftOut: 1 })
    expect(screened.signatures).toEqual([{ ...ours, keyid: alice.publicKey.keyid }, strange])
  })
})
