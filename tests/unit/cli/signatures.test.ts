import { describe, expect, test } from 'vitest'
import {
  encodeBase64,
  encodeBundle,
  encodeEnvelope,
  encodeSignedBytes,
  formatOpenSsh,
  formatPem,
  parseEnvelope,
} from '../../../src/core/signoff/index.ts'
import { bytesOf, signByAll, utf8 } from '../core/signoff/people.ts'
import { fileOf } from './contents.ts'
import { runCli } from './run-cli.ts'
import { alice, asked, bob, carol, signedFiles } from './signed-files.ts'

const files = await signedFiles()
const statement = files['a.statement.json']
const signature = await alice.sign(encodeSignedBytes(statement))
const keys = { 'alice.pem': formatPem(alice.publicKey), 'bob.pub': formatOpenSsh(bob.publicKey, 'bob') }
const bundle = await encodeBundle(await signByAll(statement, bob), bob.publicKey)
/** As cosign writes it, without a key id. */
const unnamed = utf8(bundle.replace(/"keyid":"[^"]+",/, ''))

const merge = (args: string[], more: Record<string, string | Uint8Array> = {}) =>
  runCli(['merge', ...args, '-o', 'out.json'], { ...files, ...keys, 'alice.sig': signature, ...more })

const keyidsIn = (file: unknown) => parseEnvelope(utf8(String(file))).signatures.map(({ keyid }) => keyid)
const both = [alice, bob].map(({ publicKey }) => publicKey.keyid).sort()

describe('golive pae', () => {
  test.each(['a.statement.json', 'a.dsse.json'])('writes the bytes that are signed, of %s', async (name) => {
    const { code, stdout, stderr, fileAt } = await runCli(['pae', name, '-o', 'pae.bin'], files)
    expect([code, stderr]).toEqual([0, ''])
    expect(fileAt('pae.bin')).toEqual(encodeSignedBytes(statement))
    expect(stdout).toMatch(/^Wrote \d+ bytes to "pae.bin"\nThey sign the statement with sha256:[0-9a-f]{64}: /)
  })

  test.each([
    ['is missing', 'none.json', 'there is no such file or folder'],
    ['is empty', 'empty.json', 'is empty'],
    ['is something else', 'trust.json', 'Envelope: payloadType is no text'],
    ['is no JSON', 'text', 'Attestation is not JSON, or was cut off (not-json)'],
    ['is half a statement', 'half', '2 faults'],
  ])('refuses a file that %s', async (_, name, complaint) => {
    const given = { ...files, text: 'Dear all', half: bytesOf({ _type: 'x', subject: [{ digest: { sha1: 'ab' } }] }) }
    const { code, stderr, fileAt } = await runCli(['pae', name, '-o', 'pae.bin'], given)
    expect([code, fileAt('pae.bin')]).toEqual([2, undefined])
    expect(stderr).toContain(`golive: Cannot read "${name}": ${name === 'half' ? '' : complaint}`)
  })
})

describe('golive merge of signatures', () => {
  test.each<[string, string[]]>([
    ['two envelopes', ['alice.dsse.json', 'bob.dsse.json']],
    ['the same with one that has both', ['alice.dsse.json', 'bob.dsse.json', 'a.dsse.json', 'a.statement.json']],
    ['an envelope and a bundle', ['alice.dsse.json', 'bob.sigstore.json']],
    ['a signature of its own', ['bob.dsse.json', '--signature', 'alice.sig', '--key', 'alice.pem']],
    [
      'a statement, a bundle of cosign and a signature in base64',
      ['a.statement.json', 'bob.cosign.json', '--signature', 'alice.b64', '--key', 'bob.pub', '--key', 'alice.pem'],
    ],
  ])('makes one envelope of %s', async (_, args) => {
    const more = {
      'bob.sigstore.json': bundle,
      'bob.cosign.json': unnamed,
      'alice.b64': `${encodeBase64(signature).replace(/.{40}/g, '$&\n')}\n`,
    }
    const { code, stdout, stderr, fileAt } = await merge(args, more)
    expect([code, stderr]).toEqual([0, ''])
    expect(keyidsIn(fileAt('out.json')).sort()).toEqual(both)
    expect(stdout).toMatch(/^Wrote 2 signatures over sha256:[0-9a-f]{64} to "out.json"\n/)
    const merged = { ...files, 'out.json': String(fileAt('out.json')) }
    expect((await runCli(['verify', 'out.json', ...asked()], merged)).code).toBe(0)
  })

  test('says that a signature has no key id', async () => {
    const { stdout, fileAt } = await merge(['bob.cosign.json', 'alice.dsse.json'], { 'bob.cosign.json': unnamed })
    expect(keyidsIn(fileAt('out.json'))).toContain('')
    expect(stdout).toContain('Some tools skip signatures without a key id: name the public keys with --key to add it\n')
  })

  test.each<[string, string[], string]>([
    ['other bytes', ['alice.dsse.json', 'other.dsse.json'], 'Cannot merge "alice.dsse.json" and "other.dsse.json": '],
    ['a rollout file', ['alice.dsse.json', 'a.golive.json'], 'Cannot merge: "a.golive.json" is a rollout file, and '],
    ['something else', ['alice.dsse.json', 'trust.json'], 'Cannot read "trust.json": '],
    ['an empty file', ['alice.dsse.json', 'empty.json'], 'Cannot read "empty.json": is empty\n'],
    ['a missing file', ['alice.dsse.json', 'none.json'], 'Cannot read "none.json": there is no such file or folder\n'],
    ['no signature', ['a.statement.json', 'a.statement.json'], 'Cannot merge "a.statement.json" and '],
    [
      'a signature by another key',
      ['bob.dsse.json', '--signature', 'alice.sig', '--key', 'bob.pub'],
      'Cannot take the signature "alice.sig": it is by none of the keys that --key names',
    ],
    [
      'a signature over other bytes',
      ['other.dsse.json', '--signature', 'alice.sig', '--key', 'alice.pem'],
      'Cannot take the signature "alice.sig": ',
    ],
    [
      'a private key',
      ['bob.dsse.json', '--key', 'private.pem'],
      'Cannot read the public key "private.pem": Public key is a private key',
    ],
  ])('writes nothing for %s', async (_, args, complaint) => {
    const more = {
      'other.dsse.json': encodeEnvelope(await signByAll(utf8(`${new TextDecoder().decode(statement)} `), carol)),
      'a.golive.json': fileOf(),
      'private.pem': '-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----\n',
    }
    const { code, stdout, stderr, fileAt } = await merge(args, more)
    expect([code, stdout, fileAt('out.json')]).toEqual([2, '', undefined])
    expect(stderr.slice(0, complaint.length + 8)).toBe(`golive: ${complaint}`)
  })

  test.each<[string, string[], string]>([
    ['keys for rollouts', ['a.golive.json', 'a.golive.json', '--key', 'alice.pem'], 'Rollout files have no signatures'],
    ['a base for signatures', ['alice.dsse.json', 'bob.dsse.json', '--base', 'x'], 'Option "--base" is of use with'],
    ['three rollouts', Array(3).fill('a.golive.json'), 'Unexpected argument "a.golive.json": rollout files are merged'],
    ['one file', ['alice.dsse.json'], 'Missing another FILE'],
  ])('refuses %s as a mistake in the call', async (_, args, complaint) => {
    const { code, stderr } = await merge(args, { 'a.golive.json': fileOf() })
    expect([code, stderr.startsWith(`golive merge: ${complaint}`)]).toEqual([2, true])
  })
})

describe('golive inspect', () => {
  test.each([
    ['a.dsse.json', '2 signatures'],
    ['bob.sigstore.json', '1 signature'],
    ['a.statement.json', '0 signatures'],
  ])('shows %s, and says that it verified nothing', async (name, count) => {
    const { code, stdout } = await runCli(['inspect', name], { ...files, 'bob.sigstore.json': bundle })
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`^NOT VERIFIED: this is what the file says. It holds ${count}, and none was`))
    expect(stdout).toContain('\nRollout       demo-1\n')
    expect(stdout).toContain('\nAsks for sign-offs (1)\n  sre\n')
    if (name !== 'a.statement.json') expect(stdout).toContain(bob.publicKey.keyid)
  })

  test('prints the same as JSON', async () => {
    const { code, stdout } = await runCli(['inspect', 'a.dsse.json', '--json'], files)
    const json = JSON.parse(stdout)
    expect([code, json.isVerified, json.keyids.sort()]).toEqual([0, false, both])
    expect(json.readiness.rollout.id).toBe('demo-1')
  })

  test('shows what is wrong with a payload, and takes nothing else for a file of the sign-off', async () => {
    const odd = encodeEnvelope(await signByAll(utf8('{}'), alice))
    const { code, stdout } = await runCli(['inspect', 'odd.json'], { 'odd.json': odd })
    expect([code, stdout.includes('\nWhat is wrong with it (')]).toEqual([0, true])
    for (const name of ['trust.json', 'empty.json', 'none.json', 'other.json']) {
      expect(await runCli(['inspect', name], files)).toMatchObject({ code: 2, stdout: '' })
    }
  })
})

test.each([
  ['deep', '['.repeat(20_000_000)],
  ['deep in objects', '{"a":'.repeat(1_500_000)],
  ['long', '"'.repeat(20_000_000)],
  ['of many values', `[${'0,'.repeat(2_000_000)}0]`],
])('refuses in under two seconds a file that is hostile: %s', async (_, text) => {
  const given = { a: new TextEncoder().encode(text) }
  for (const args of [
    ['inspect', 'a'],
    ['pae', 'a', '-o', 'b'],
    ['merge', 'a', 'a', '-o', 'b'],
    ['trust', 'lint', 'a'],
  ]) {
    const began = performance.now()
    expect((await runCli(args, given)).code).toBe(2)
    expect(performance.now() - began).toBeLessThan(2_000)
  }
})
