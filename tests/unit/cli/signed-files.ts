/** A rollout of the demo platform with two people who sign its report, as files for the tool. */
import {
  createSigner,
  encodeTrustJson,
  generateKeyPair,
  mergeEnvelopes,
  type Signer,
  signPayload,
} from '../../../src/core/signoff/index.ts'
import { bytesOf, fileOf as envelopeFileOf, trustOf } from '../core/signoff/people.ts'
import { allDone, encodeChecklist, fileOf, stamp } from './contents.ts'
import { runCli } from './run-cli.ts'

export const image = `sha256:${'d'.repeat(64)}`
export const commit = `gitCommit:${'a'.repeat(40)}`

export const [alice, bob, carol] = (await Promise.all(
  (['ecdsa-p256', 'ed25519', 'ecdsa-p256'] as const).map(async (algorithm) =>
    createSigner(await generateKeyPair(algorithm)),
  ),
)) as [Signer, Signer, Signer]

export const trust = trustOf({
  'alice@example.com': { roles: ['sre'], signer: alice },
  'bob@example.com': { roles: ['security', 'sre'], signer: bob },
})

export const rolloutFields = {
  environment: stamp('production'),
  service: stamp('shop'),
  version: stamp('4.1'),
  subjects: stamp([
    { name: 'git', digest: commit },
    { name: 'registry.example.com/shop', digest: image },
  ]),
}

export const freezeArgs = ['--require', 'sre', '--expires', '2026-12-04', '--affirmation', 'I have reviewed this.']

/** What "golive freeze" makes of a rollout file. */
export async function freezeRollout(items: Parameters<typeof fileOf>[0] = allDone): Promise<Uint8Array> {
  const files = { 'a.golive.json': fileOf(items, rolloutFields), '/tool/demo/checklist.json': encodeChecklist() }
  const { fileAt, stderr } = await runCli(['freeze', 'a.golive.json', ...freezeArgs, '-o', 'a.statement.json'], files)
  const statement = fileAt('a.statement.json')
  if (!(statement instanceof Uint8Array)) throw new Error(stderr)
  return statement
}

/** Files for "golive verify", with a report that both signed. */
export async function signedFiles(statement?: Uint8Array) {
  const payload = statement ?? (await freezeRollout())
  const [first, second] = await Promise.all([signPayload(payload, alice), signPayload(payload, bob)])
  return {
    'a.dsse.json': envelopeFileOf(mergeEnvelopes([first, second])),
    'alice.dsse.json': envelopeFileOf(first),
    'bob.dsse.json': envelopeFileOf(second),
    'a.statement.json': payload,
    'trust.json': encodeTrustJson(trust),
    'checklist.json': encodeChecklist(),
    '/tool/demo/checklist.json': encodeChecklist(),
    'empty.json': '',
    'other.json': bytesOf({ kind: 'something' }),
  }
}

export const asked = (options: Record<string, string> = {}) =>
  Object.entries({
    trust: 'trust.json',
    subject: image,
    rollout: 'demo-1',
    environment: 'production',
    checklist: 'checklist.json',
    ...options,
  }).flatMap(([name, value]) => [`--${name}`, value])
