// Measures the gate as pipelines run it: `golive verify` of a report with a thousand items, as a whole process.
// Prints figures and judges nothing: times depend on the machine.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleCommandLine } from '../../src/build/cli.ts'
import { sha256Hex } from '../../src/core/index.ts'
import {
  createSigner,
  encodeEnvelope,
  encodeStatement,
  encodeTrustJson,
  formatPem,
  generateKeyPair,
  mergeEnvelopes,
  type ReadinessItem,
  type ReadinessStatement,
  readinessPredicateType,
  signPayload,
} from '../../src/core/signoff/index.ts'

const items = 1_000
const runs = 15
const folder = mkdtempSync(join(tmpdir(), 'golive-bench-'))
const file = (name: string) => join(folder, name)
const image = 'd'.repeat(64)

try {
  const sizeBytes = await bundleCommandLine(file('golive.mjs'))
  console.log(`golive.mjs: ${(sizeBytes / 1000).toFixed(0)} KB, ${process.version}`)
  const envelopeBytes = await writeReport()
  console.log(`report: ${items} items, 2 signatures, ${(envelopeBytes / 1000).toFixed(0)} KB`)
  report('golive verify', verifyOnce)
  report('golive --version', () => runOnce(['golive.mjs', '--version'], 0))
  report('node, doing nothing', () => runOnce(['-e', ''], 0))
} finally {
  rmSync(folder, { recursive: true })
}

interface Run {
  timeMs: number
  /** Peak of what the process had in memory. */
  memoryKb: number
}

function verifyOnce(): Run {
  const asked = ['--subject', `sha256:${image}`, '--rollout', 'bench-1', '--environment', 'production']
  return runOnce(
    ['golive.mjs', 'verify', 'a.dsse.json', '--trust', 'trust.json', '--checklist', 'checklist.json', ...asked],
    0,
  )
}

/** The process tells its own peak when it ends, and nothing else in it is changed. */
function runOnce(args: string[], expected: number): Run {
  writeFileSync(
    file('peak.mjs'),
    "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))",
  )
  const began = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', `./peak.mjs`, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  const timeMs = performance.now() - began
  if (status !== expected) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return { timeMs, memoryKb: Number(/peak (\d+)$/.exec(stderr)?.[1]) }
}

function report(name: string, run: () => Run): void {
  run()
  const all = Array.from({ length: runs }, run)
  const times = all.map(({ timeMs }) => timeMs).sort((a, b) => a - b)
  const memory = Math.max(...all.map(({ memoryKb }) => memoryKb)) / 1024
  const [fastest = 0, median = 0] = [times[0], times[Math.floor(runs / 2)]]
  const slowest = times.at(-1) ?? 0
  const figures = [median, fastest, slowest].map((time) => time.toFixed(0))
  console.log(
    `${name}: median ${figures[0]} ms (${figures[1]} to ${figures[2]}, ${runs} runs), peak ${memory.toFixed(0)} MB`,
  )
}

/** @returns Size of the envelope. */
async function writeReport(): Promise<number> {
  const published = listItems().map(({ id, requirement, title }) => ({ id, level: requirement, title }))
  const checklist = JSON.stringify({ format: 1, sections: [{ items: published }] })
  writeFileSync(file('checklist.json'), checklist)
  const payload = encodeStatement(buildStatement(await sha256Hex(checklist)))
  const signers = await Promise.all(
    [generateKeyPair('ecdsa-p256'), generateKeyPair('ecdsa-p256')].map(async (pair) => createSigner(await pair)),
  )
  const envelope = mergeEnvelopes(await Promise.all(signers.map((signer) => signPayload(payload, signer))))
  writeFileSync(file('a.dsse.json'), encodeEnvelope(envelope))
  const people = signers.map(({ publicKey }, index) => ({
    id: `person-${index}@example.com`,
    roles: [index === 0 ? 'sre' : 'security'],
    keys: [{ publicKey: formatPem(publicKey) }],
  }))
  const require = people.map(({ roles: [role = ''] }) => ({ role, count: 1 }))
  writeFileSync(file('trust.json'), encodeTrustJson({ version: 1, signers: people, policy: { require } }))
  return readFileSync(file('a.dsse.json')).length
}

function buildStatement(checklistSha256: string): ReadinessStatement {
  const now = Date.now()
  const moment = (offsetDays: number) => `${new Date(now + offsetDays * 86_400_000).toISOString().slice(0, 19)}Z`
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'registry.example.com/bench', digest: { sha256: image } }],
    predicateType: readinessPredicateType,
    predicate: {
      result: 'PASSED',
      rollout: { id: 'bench-1', environment: 'production' },
      checklist: { name: 'bench', digest: { sha256: checklistSha256 } },
      items: listItems(),
      requiredSignoffs: [{ role: 'sre', count: 1 }],
      affirmation: 'I have reviewed this report.',
      frozenAt: moment(-1),
      expiresAt: moment(13),
      producer: { uri: 'https://golive.example/', version: '1.0.0' },
    },
  }
}

/** With as much text as people write. */
function listItems(): ReadinessItem[] {
  return Array.from({ length: items }, (_, index) => ({
    id: `item-${index}`,
    requirement: index % 3 === 0 ? 'must' : 'should',
    status: 'done',
    title: `Do what item ${index} asks for, before anybody depends on it`,
    checkedBy: 'alice@example.com',
    checkedAt: '2026-11-19T10:00:00Z',
    note: 'Seen on both clusters. The output is in the ticket, and the next check is due in spring.',
    evidence: [
      {
        uri: `https://git.example.com/payments/api/-/merge_requests/${index}`,
        annotations: { collectedAt: '2026-11-18T08:00:00Z' },
      },
    ],
  }))
}
