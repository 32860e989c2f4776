/** The vectors of `tests/vectors/signoff`, which openssl, ssh-keygen and Python made. */
import { readFileSync } from 'node:fs'
import type { VerificationStatus, VerifyOptions } from '../../../../src/core/signoff/index.ts'

export interface VectorCase {
  row: string
  name: string
  how: string
  files: string[]
  trust: string | null
  options?: Record<string, unknown>
  status: VerificationStatus
  codes: string[]
  /** People who count, in the order of the trust file. */
  signers?: string[]
  /** Codes of signatures that do not. */
  ignored?: string[]
  /** Spaces are added at the end up to this many bytes. */
  size?: number
}

export interface KeyVector {
  name: string
  keys: string[]
  keyid?: string
  hint?: string
  how?: string
  code?: string
}

const folder = new URL('../../../vectors/signoff/', import.meta.url)

export const readVector = (path: string) => new Uint8Array(readFileSync(new URL(path, folder)))

const readLines = (path: string) =>
  new TextDecoder()
    .decode(readVector(path))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const [defaults, ...all] = readLines('cases.jsonl')

export const vectorCases: VectorCase[] = all
export const keyVectors: KeyVector[] = readLines('keys.jsonl')
export const publishedChecklist = readVector('checklist.published')
export const standards = JSON.parse(new TextDecoder().decode(readVector('standards.json')))

/** What a case is verified against. */
export function readCaseOptions({ options = {} }: Pick<VectorCase, 'options'> = {}): VerifyOptions {
  const merged = { checklist: publishedChecklist, ...defaults.options, ...options }
  return {
    ...merged,
    checklist: merged.checklist ?? undefined,
    rollout: merged.rollout ?? undefined,
    now: new Date(merged.now),
  }
}

export const readCaseFiles = ({ files, size = 0 }: VectorCase) =>
  files.map((path) => {
    const bytes = readVector(path)
    const padded = new Uint8Array(Math.max(size, bytes.length)).fill(0x20)
    padded.set(bytes)
    return padded
  })

export const goodEnvelope = readVector('envelopes/good.dsse')
export const goodTrust = readVector('trust/trust.trust')
