/** People with fresh keys, and files about them. */

import { buildReport, type Progress, sha256Hex } from '../../../../src/core/index.ts'
import {
  createSigner,
  type Envelope,
  encodeEnvelope,
  FormatError,
  formatPem,
  freezeReport,
  generateKeyPair,
  type KeyAlgorithm,
  mergeEnvelopes,
  type Signer,
  signPayload,
  type TrustFile,
  type VerifyOptions,
} from '../../../../src/core/signoff/index.ts'
import { demoChecklist, demoRollout, doneState, progressOf } from '../../../fixtures/checklist.ts'

export const utf8 = (text: string) => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Moment at which the demo report is frozen, and one at which it is verified. */
export const frozenAt = '2026-11-20T09:00:00.500Z'
export const now = new Date('2026-11-21T12:00:00Z')

export const makeSigner = async (algorithm: KeyAlgorithm = 'ecdsa-p256') =>
  createSigner(await generateKeyPair(algorithm))

export const demoChecklistBytes = utf8(JSON.stringify(demoChecklist))
export const demoDigest = await sha256Hex(JSON.stringify(demoChecklist))

export const allDone = progressOf({
  'a-must': doneState('a-must'),
  'a-should': doneState('a-should'),
  'a-may': doneState('a-may'),
})

/** What a report is frozen with, unless a test says otherwise. */
export function freezeInput(progress: Progress = allDone, rollout = demoRollout) {
  return {
    report: buildReport(demoChecklist, demoDigest, { ...rollout, plannedLaunch: '' }, progress, new Date(frozenAt)),
    checklist: demoChecklist,
    checklistUri: 'https://golive.example/demo/checklist.json',
    recordFile: { name: 'demo-first.golive.json', sha256: 'e'.repeat(64) },
    requiredSignoffs: [
      { role: 'sre', count: 1 },
      { role: 'security', count: 1 },
    ],
    affirmation: 'I have reviewed this report.',
    expiresAt: new Date('2026-12-04T00:00:00Z'),
    producer: { uri: 'https://golive.example', version: '0.1.0' },
  }
}

export const demoPayload = freezeReport(freezeInput())

export const demoOptions: VerifyOptions = {
  subjects: [`sha256:${'d'.repeat(64)}`],
  rollout: 'demo-first',
  environment: 'production',
  checklist: demoChecklistBytes,
  now,
}

/** A trust file of people by id, each with roles and one key. */
export function trustOf(people: Record<string, { roles: string[]; signer: Signer }>, policy = {}): TrustFile {
  return {
    version: 1,
    signers: Object.entries(people).map(([id, { roles, signer }]) => ({
      id,
      roles,
      keys: [{ publicKey: formatPem(signer.publicKey) }],
    })),
    policy: {
      require: [
        { role: 'sre', count: 1 },
        { role: 'security', count: 1 },
      ],
      ...policy,
    },
  }
}

export const bytesOf = (value: unknown) => utf8(JSON.stringify(value))

export const signByAll = async (payload: Uint8Array, ...signers: Signer[]): Promise<Envelope> =>
  mergeEnvelopes(await Promise.all(signers.map((signer) => signPayload(payload, signer))))

export const fileOf = (envelope: Envelope) => utf8(encodeEnvelope(envelope))

/** Codes of what is thrown; anything but our own error fails the test. */
export async function codesOf(work: () => unknown): Promise<string[]> {
  try {
    await work()
  } catch (error) {
    if (error instanceof FormatError) return error.reasons.map(({ code }) => code)
    throw error
  }
  return []
}
