/** The lines that the help prints, run as they stand. Skipped where a tool is missing that they need. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { bundleCommandLine } from '../../../src/build/cli.ts'
import { sha256Hex } from '../../../src/core/index.ts'
import { parsePublicKey } from '../../../src/core/signoff/index.ts'
import { allDone, encodeChecklist, fileOf, stamp } from '../cli/contents.ts'
import { findBlock } from './help-pages.ts'

const missing = ['openssl', 'jq', 'sha256sum'].filter((tool) => spawnSync(tool, ['--help']).error !== undefined)
const patience = 120_000
const image = 'd'.repeat(64)
const commit = 'a'.repeat(40)

const fields = {
  environment: stamp('production'),
  subjects: stamp([
    { name: 'registry.example.com/payments/api', digest: `sha256:${image}` },
    { name: 'git', digest: `gitCommit:${commit}` },
  ]),
}

/** A day for which the pages have one that passes. */
const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

/** A folder as somebody has it who follows the help. */
const folder = mkdtempSync(join(tmpdir(), 'golive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

function shell(script: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-euc', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], IMAGE_SHA256: image, COMMIT: commit, ...env },
  })
  return { code: status, stdout, stderr }
}

/** Runs what has to go well. */
function succeed(script: string): string {
  const { code, stdout, stderr } = shell(script)
  if (code !== 0) throw new Error(`${script}\nended with ${code}\n${stderr}`)
  return stdout
}

/** Place of somebody's signature in the envelope, in which they are sorted. */
async function findSignature(name: string): Promise<number> {
  const { keyid } = await parsePublicKey(read(`${name}.pem`))
  const { signatures } = JSON.parse(read('payments-2.4.0.dsse.json'))
  return signatures.findIndex((signature: { keyid: string }) => signature.keyid === keyid)
}

function writeTrust(): void {
  const signerOf = (name: string, role: string) => ({
    id: `${name}@example.com`,
    roles: [role],
    keys: [{ publicKey: read(`${name}.pem`) }],
  })
  const require = ['sre', 'security'].map((role) => ({ role, count: 1 }))
  const trust = { version: 1, signers: [signerOf('ana', 'sre'), signerOf('ben', 'security')], policy: { require } }
  writeFileSync(join(folder, 'golive-trust.json'), JSON.stringify(trust))
}

describe.skipIf(missing.length > 0)(`recipes${missing.map((tool) => `, for which ${tool} is missing`)}`, () => {
  beforeAll(async () => {
    mkdirSync(join(folder, 'tools'))
    for (const name of ['checklist.json', 'tools/checklist.json']) writeFileSync(join(folder, name), encodeChecklist())
    writeFileSync(join(folder, 'payments-2.4.0.golive.json'), fileOf(allDone, fields, 'payments-2.4.0'))
    await bundleCommandLine(join(folder, 'tools/golive.mjs'))
    const outside = findBlock('sign-off', 'sh', 'openssl dgst')
    // The page makes a key with a password, which would be asked for.
    const lines = outside.split('\n').filter((line) => !line.includes('genpkey'))
    succeed('openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ana.key')
    succeed('openssl genpkey -algorithm ed25519 -out ben.key')
    succeed(findBlock('sign-off', 'sh', 'golive.mjs freeze').replaceAll('2026-12-04', soon))
    succeed(lines.join('\n'))
    succeed('mv payments-2.4.0.dsse.json ana.dsse.json')
    const byEd25519 = findBlock('sign-off', 'sh', 'pkeyutl -sign')
    const others = lines.map((line) => (line.startsWith('openssl dgst') ? byEd25519 : line)).join('\n')
    succeed(others.replaceAll('ana.', 'ben.').replace('-o payments-2.4.0.dsse.json', '-o ben.dsse.json'))
    succeed(findBlock('sign-off', 'sh', 'merge ana.dsse.json'))
    writeTrust()
  }, patience)

  test('golive verify accepts what openssl signed, and refuses it with one signature', () => {
    const verify = findBlock('verify', 'sh', '--checklist')
    expect(succeed(verify)).toMatch(/^ACCEPTED: payments-2\.4\.0 may go to production\n/)
    expect(shell(verify.replace('payments-2.4.0.dsse.json', 'ana.dsse.json')).code).toBe(1)
    expect(shell(verify, { COMMIT: '' }).code).toBe(2)
  })

  test('openssl and jq agree', async () => {
    const split = findBlock('verify', 'sh', 'openssl dgst').replace('[0]', `[${await findSignature('ana')}]`)
    expect(succeed(split)).toContain('Verified OK')
    const other = split.replace(/^openssl.*$/m, findBlock('verify', 'sh', 'pkeyutl'))
    expect(succeed(other.replace(/\[\d\]/, `[${await findSignature('ben')}]`))).toContain('Verified Successfully')
    const look = findBlock('verify', 'sh', 'jq -e')
    expect(succeed(look)).toBe('true\n')
    expect(shell(look, { IMAGE_SHA256: 'e'.repeat(64) }).code).toBe(1)
  })

  test('the trust file is linted and exported', () => {
    expect(succeed(findBlock('trust-file', 'sh', 'trust lint'))).toMatch(/^RIGHT: 2 of 2 people/)
    succeed(findBlock('trust-file', 'sh', 'trust export'))
    expect(read('keys/ana@example.com-1.pem')).toBe(read('ana.pem'))
    expect(read('allowed_signers')).toContain('ben@example.com ssh-ed25519 ')
  })

  test('the job of GitLab goes on for a signed report only, and with the pinned tool only', async () => {
    const job = parse(findBlock('pipelines', 'yaml', 'stage: verify'))
    const digest = async (name: string) => sha256Hex(new Uint8Array(readFileSync(join(folder, name))))
    const env = {
      GOLIVE_SHA256: await digest('tools/golive.mjs'),
      CHECKLIST_SHA256: await digest('tools/checklist.json'),
      READINESS_TRUST: 'golive-trust.json',
      SIGNOFF_FILE: 'payments-2.4.0.dsse.json',
      CI_COMMIT_SHA: commit,
      IMAGE_DIGEST: `sha256:${image}`,
      CI_PROJECT_NAME: 'payments',
      CI_COMMIT_TAG: '2.4.0',
    }
    const codeOf = (changes: Partial<typeof env> = {}) =>
      shell(job.readiness.script.join('\n'), { ...env, ...changes }).code
    expect(codeOf()).toBe(0)
    expect(JSON.parse(read('readiness.json'))).toMatchObject({ status: 'accepted' })
    expect(read('readiness.junit.xml')).toContain('failures="0"')
    expect(codeOf({ SIGNOFF_FILE: 'ana.dsse.json' })).toBe(1)
    expect(read('readiness.junit.xml')).not.toContain('failures="0"')
    expect(codeOf({ CI_COMMIT_TAG: '2.5.0' })).toBe(1)
    expect(codeOf({ IMAGE_DIGEST: '' })).toBe(2)
    expect(codeOf({ GOLIVE_SHA256: '0'.repeat(64) })).not.toBe(0)
  })

  test('the step of GitHub writes a summary for a signed report only', () => {
    const { steps } = parse(findBlock('pipelines', 'yaml', 'runs-on')).jobs.readiness
    const { run } = steps.find(({ name }: { name?: string }) => name === 'Verify')
    mkdirSync(join(folder, 'trust'), { recursive: true })
    succeed('cp tools/golive.mjs checklist.json golive-trust.json trust/')
    const env = { ROLLOUT: 'payments-2.4.0', IMAGE_DIGEST: image }
    expect(shell(run, env).code).toBe(0)
    expect(JSON.parse(read('vsa.json'))).toMatchObject({
      verifier: { id: 'https://ci.example.com/golive/production' },
      resourceUri: 'registry.example.com/payments/api',
      verificationResult: 'PASSED',
      verifiedLevels: ['READINESS_SIGNED_OFF'],
    })
    expect(shell(run, { ...env, IMAGE_DIGEST: 'e'.repeat(64) }).code).toBe(1)
    expect(read('vsa.json')).toBe('')
  })
})
