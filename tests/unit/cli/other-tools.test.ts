/** The same report in the hands of tools that know nothing of us. Each test is skipped where its tool is missing. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../../src/cli/commands.ts'
import { nodeIo } from '../../../src/cli/io.ts'
import {
  encodeBundle,
  encodeEnvelope,
  encodeTrustJson,
  formatPem,
  parseEnvelope,
} from '../../../src/core/signoff/index.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'
import { signByAll } from '../core/signoff/people.ts'
import { allDone, encodeChecklist, fileOf } from './contents.ts'
import { alice, asked, bob, freezeArgs, image, rolloutFields, trust } from './signed-files.ts'

const isThere = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const missing = {
  openssl: !isThere('openssl', 'version'),
  jq: !isThere('jq', '--version'),
  ssh: spawnSync('ssh-keygen', ['-?']).error !== undefined,
  cosign: !isThere('cosign', 'version'),
}
const patience = { timeout: 60_000 }

/** Since cosign 3. */
const signsStatements = () =>
  spawnSync('cosign', ['attest-blob', '--help'], { encoding: 'utf8' }).stdout.includes('--statement')

/** A folder with a frozen report, in which the tool and others run. */
async function openDesk(signers = trust.signers) {
  const folder = writeFolder({
    'demo-1.golive.json': fileOf(allDone, rolloutFields),
    'checklist.json': encodeChecklist(),
    'trust.json': encodeTrustJson({ ...trust, signers }),
  })
  const shell = (script: string, env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-euc', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, ...env },
    })
    return { code: status, stdout, stderr }
  }
  /** Paths in arguments are those of the folder. */
  const golive = async (...args: string[]) => {
    const said: string[] = []
    const hear = (text: string) => void said.push(text)
    const inFolder = (path: string) => join(folder, path)
    const code = await run(args, {
      ...nodeIo,
      stdout: hear,
      stderr: hear,
      readFile: (path) => nodeIo.readFile(inFolder(path)),
      digestFile: (path) => nodeIo.digestFile(inFolder(path)),
      writeFile: (path, content) => nodeIo.writeFile(inFolder(path), content),
      makeFolder: (path) => nodeIo.makeFolder(inFolder(path)),
      listFolder: (path) => nodeIo.listFolder(inFolder(path)),
      removeFile: (path) => nodeIo.removeFile(inFolder(path)),
      now: () => new Date('2026-11-21T09:30:00Z'),
    })
    return { code, said: said.join('') }
  }
  const frozen = ['demo-1.golive.json', '--checklist', 'checklist.json', ...freezeArgs, '-o', 'a.statement.json']
  expect(await golive('freeze', ...frozen)).toMatchObject({ code: 0 })
  return { folder, shell, golive }
}

type Desk = Awaited<ReturnType<typeof openDesk>>

/** The report signed by us, with the keys as PEM files. */
async function writeSigned({ folder }: Desk) {
  const payload = new Uint8Array(readFileSync(join(folder, 'a.statement.json')))
  writeFileSync(join(folder, 'a.dsse.json'), encodeEnvelope(await signByAll(payload, alice, bob)))
  for (const [name, { publicKey }] of Object.entries({ alice, bob })) {
    writeFileSync(join(folder, `${name}.pem`), formatPem(publicKey))
  }
}

/** The lines of signoff.md §6.1, as the help pages print them. */
const splitEnvelope = `
jq -r .payload a.dsse.json | base64 -d > payload.json
{ printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < payload.json)"; cat payload.json; } > pae.bin
`

describe('openssl', patience, () => {
  test('signs what "golive pae" writes, and golive takes the signatures over', async ({ skip }) => {
    skip(missing.openssl, 'openssl is not on this machine')
    const desk = await openDesk()
    const { code, stderr } = desk.shell(`
      openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out alice.key
      openssl genpkey -algorithm ed25519 -out bob.key
      for name in alice bob; do openssl pkey -in $name.key -pubout -out $name.pem; done`)
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    const publicKey = (name: string) => readFileSync(join(desk.folder, `${name}.pem`), 'utf8')
    const signers = trust.signers.map((signer, at) => ({
      ...signer,
      keys: [{ publicKey: publicKey(at === 0 ? 'alice' : 'bob') }],
    }))
    writeFileSync(join(desk.folder, 'trust.json'), encodeTrustJson({ ...trust, signers }))
    expect((await desk.golive('pae', 'a.statement.json', '-o', 'pae.bin')).code).toBe(0)
    const signed = desk.shell(`
      openssl dgst -sha256 -sign alice.key pae.bin | base64 -w0 > alice.sig
      openssl pkeyutl -sign -inkey bob.key -rawin -in pae.bin -out bob.sig`)
    expect(signed.code).toBe(0)
    const signatures = ['alice', 'bob'].flatMap((name) => ['--signature', `${name}.sig`, '--key', `${name}.pem`])
    expect((await desk.golive('merge', 'a.statement.json', ...signatures, '-o', 'a.dsse.json')).code).toBe(0)
    const verified = await desk.golive('verify', 'a.dsse.json', ...asked())
    expect(verified).toMatchObject({ code: 0, said: expect.stringMatching(/^ACCEPTED: demo-1 may go to production\n/) })
    const one = ['a.statement.json', ...signatures.slice(0, 4), '-o', 'one.dsse.json']
    expect((await desk.golive('merge', ...one)).code).toBe(0)
    expect((await desk.golive('verify', 'one.dsse.json', ...asked())).code).toBe(1)
    const commit = `gitCommit:${'b'.repeat(40)}`
    expect((await desk.golive('verify', 'a.dsse.json', ...asked({ subject: commit }))).code).toBe(1)
    expect((await desk.golive('verify', 'a.dsse.json', ...asked({ trust: 'none.json' }))).code).toBe(2)
  })

  test('verifies signatures that golive made, by the lines that the help prints', async ({ skip }) => {
    skip(missing.openssl || missing.jq, 'openssl and jq are not both on this machine')
    const desk = await openDesk()
    await writeSigned(desk)
    const { code, stdout } = desk.shell(`${splitEnvelope}
      cmp payload.json a.statement.json
      for place in 0 1; do
        jq -r ".signatures[$place].sig" a.dsse.json | base64 -d > sig.bin
        openssl dgst -sha256 -verify alice.pem -signature sig.bin pae.bin || true
        openssl pkeyutl -verify -pubin -inkey bob.pem -rawin -in pae.bin -sigfile sig.bin || true
      done`)
    expect(code).toBe(0)
    expect(stdout.match(/^Verified OK$/gm)).toHaveLength(1)
    expect(stdout.match(/^Signature Verified Successfully$/gm)).toHaveLength(1)
  })

  test('verifies over the bytes of "golive pae" the signatures that golive made', async ({ skip }) => {
    skip(missing.openssl, 'openssl is not on this machine')
    const desk = await openDesk()
    await writeSigned(desk)
    expect((await desk.golive('pae', 'a.dsse.json', '-o', 'pae.bin')).code).toBe(0)
    const { signatures } = JSON.parse(readFileSync(join(desk.folder, 'a.dsse.json'), 'utf8'))
    for (const { keyid, sig } of signatures) {
      writeFileSync(join(desk.folder, 'sig.bin'), Buffer.from(sig, 'base64'))
      const line =
        keyid === alice.publicKey.keyid
          ? 'openssl dgst -sha256 -verify alice.pem -signature sig.bin pae.bin'
          : 'openssl pkeyutl -verify -pubin -inkey bob.pem -rawin -in pae.bin -sigfile sig.bin'
      expect(desk.shell(line)).toMatchObject({ code: 0 })
      expect(desk.shell(line.replace('pae.bin', 'a.statement.json')).code).not.toBe(0)
    }
  })
})

describe('ssh-keygen', patience, () => {
  test('reads what "golive trust export --allowed-signers" prints', async ({ skip }) => {
    skip(missing.ssh, 'ssh-keygen is not on this machine')
    const desk = await openDesk()
    const { said } = await desk.golive('trust', 'export', 'trust.json', '--allowed-signers')
    writeFileSync(join(desk.folder, 'allowed_signers'), said)
    for (const { id } of trust.signers) {
      const found = desk.shell(`ssh-keygen -Y match-principals -I '${id}' -f allowed_signers`)
      expect(found).toMatchObject({ code: 0, stdout: `${id}\n` })
    }
    expect(desk.shell('ssh-keygen -Y match-principals -I mallory@example.com -f allowed_signers').code).not.toBe(0)
  })
})

describe('cosign', patience, () => {
  const type = '--type https://golive.example/attestation/readiness/v1'
  const verifyBlob = `cosign verify-blob-attestation --insecure-ignore-tlog=true ${type}`

  test('verifies what golive made, by the record file and each key', async ({ skip }) => {
    skip(missing.cosign, 'cosign is not on this machine')
    const desk = await openDesk()
    await writeSigned(desk)
    for (const name of ['alice', 'bob']) {
      const line = `${verifyBlob} --key ${name}.pem --signature a.dsse.json demo-1.golive.json`
      expect(desk.shell(line)).toMatchObject({ code: 0 })
      expect(desk.shell(line.replace('demo-1.golive.json', 'checklist.json')).code).not.toBe(0)
    }
  })

  test('verifies a bundle that golive made', async ({ skip }) => {
    skip(missing.cosign, 'cosign is not on this machine')
    skip(!signsStatements(), 'this cosign asks the network about bundles: 3 does not')
    const desk = await openDesk()
    await writeSigned(desk)
    const envelope = parseEnvelope(new Uint8Array(readFileSync(join(desk.folder, 'a.dsse.json'))))
    for (const [name, { publicKey }] of Object.entries({ alice, bob })) {
      writeFileSync(join(desk.folder, 'one.sigstore.json'), await encodeBundle(envelope, publicKey))
      const line = `${verifyBlob} --key ${name}.pem --bundle one.sigstore.json demo-1.golive.json`
      expect(desk.shell(line)).toMatchObject({ code: 0 })
      expect(desk.shell(line.replace('demo-1.golive.json', 'checklist.json')).code).not.toBe(0)
    }
  })

  test('signs a frozen report, and golive takes its bundle over', async ({ skip }) => {
    skip(missing.cosign, 'cosign is not on this machine')
    skip(!signsStatements(), 'this cosign cannot sign a statement as it is: that takes cosign 3')
    const desk = await openDesk()
    await writeSigned(desk)
    const env = { COSIGN_PASSWORD: 'a word' }
    expect(desk.shell('cosign generate-key-pair', env).code).toBe(0)
    const made = desk.shell(
      `cosign attest-blob --key cosign.key --statement a.statement.json --use-signing-config=false \\
        --tlog-upload=false --yes --bundle bundle.json`,
      env,
    )
    expect({ code: made.code, stderr: made.code === 0 ? '' : made.stderr }).toEqual({ code: 0, stderr: '' })
    const [first, second] = trust.signers
    const key = { publicKey: readFileSync(join(desk.folder, 'cosign.pub'), 'utf8') }
    const signers = [...(first ? [{ ...first, keys: [key] }] : []), ...(second ? [second] : [])]
    writeFileSync(join(desk.folder, 'trust.json'), encodeTrustJson({ ...trust, signers }))
    const args = ['bundle.json', 'a.dsse.json', '--key', 'cosign.pub', '-o', 'both.dsse.json']
    expect(await desk.golive('merge', ...args)).toMatchObject({ code: 0 })
    expect(await desk.golive('verify', 'both.dsse.json', ...asked({ subject: image }))).toMatchObject({ code: 0 })
  })
})
