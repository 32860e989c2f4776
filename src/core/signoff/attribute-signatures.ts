/** Whose signatures an envelope carries: every key of the trust file with every signature (signoff.md §8, step 4). */
import type { Bytes } from '../bytes.ts'
import { type Envelope, type EnvelopeSignature, encodeSignedBytes } from './envelope.ts'
import { buildReason } from './errors.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import { type CheckSignature, createCheck, decodeSignature } from './signature.ts'
import type { KeyAlgorithm } from './ssh-key.ts'
import { judgeKey, type KeyStanding, type TrustedKey, type TrustedSigner } from './trusted-signer.ts'

/** What became of one signature. */
export interface SignatureFinding {
  /** Place in the envelope, from 0. */
  index: number
  /** The hint that came with it, as far as it is ASCII: a claim, shown so that people find the signature. */
  hint: string
  /** Whose key made it; absent when no key of the trust file did. */
  person?: string
  /** Key id of the key that made it. */
  keyid?: string
  /** Why it does not count; absent when it does. */
  ignored?: Reason
}

/** A key of the trust file with whose it is. */
interface Candidate {
  signer: TrustedSigner
  key: TrustedKey
  standing: KeyStanding
  /** Undefined where the browser does not know the algorithm. */
  check: CheckSignature | undefined
}

/**
 * How many bytes are hashed in all, a small payload counting as if it had the least: 4,000 attempts, or 200 MB. That is
 * 64 signatures with all keys of a company, or those keys that the hints name over a payload of 3 MB.
 */
const workLimit = 200_000_000
const leastWork = 50_000

const parallelChecks = 4

const algorithms: readonly KeyAlgorithm[] = ['ecdsa-p256', 'ed25519']

/**
 * Tries every key with every signature. A hint decides nothing but which key comes first; the key's type fixes the
 * algorithm.
 *
 * @returns One finding for each signature, in the order of the envelope; a person counts once.
 */
export async function attributeSignatures(
  { payload, signatures }: Envelope,
  signers: readonly TrustedSigner[],
  now: Date,
): Promise<SignatureFinding[]> {
  const candidates = await listCandidates(signers, now)
  const trial = new Trial(encodeSignedBytes(payload))
  // First those that are most likely to fit, of all signatures, so that rubbish cannot use up the work before them.
  for (const rank of [0, 1, 2, 3]) {
    for (const signature of signatures) {
      await trial.attempt(
        signature,
        candidates.filter((candidate) => rankOf(candidate, signature) === rank),
      )
    }
  }
  const counted = new Set<string>()
  return signatures.map((signature, index) => describeSignature(signature, index, trial, counted))
}

function listCandidates(signers: readonly TrustedSigner[], now: Date): Promise<Candidate[]> {
  const keys = signers.flatMap((signer) => signer.keys.map((key) => ({ signer, key, standing: judgeKey(key, now) })))
  return Promise.all(keys.map(async (each) => ({ ...each, check: await createCheck(each.key.publicKey) })))
}

/** Keys that are valid now before others, which are tried only to tell people why a signature does not count. */
function rankOf({ key, standing }: Candidate, { keyid }: EnvelopeSignature): number {
  return (standing === 'valid' ? 0 : 2) + (keyid === key.publicKey.keyid ? 0 : 1)
}

/** All attempts over one payload. */
class Trial {
  readonly makers = new Map<EnvelopeSignature, Candidate>()
  readonly skipped = new Map<EnvelopeSignature, ReasonCode>()
  private readonly bytes: Bytes
  private workLeft = workLimit

  constructor(bytes: Bytes) {
    this.bytes = bytes
  }

  async attempt(signature: EnvelopeSignature, candidates: readonly Candidate[]): Promise<void> {
    for (const algorithm of algorithms) {
      const raw = decodeSignature(algorithm, signature.sig)
      const fitting = candidates.filter(({ key }) => key.publicKey.algorithm === algorithm)
      if (raw) await this.attemptRaw(signature, raw, fitting)
    }
  }

  private async attemptRaw(signature: EnvelopeSignature, raw: Bytes, fitting: readonly Candidate[]): Promise<void> {
    if (fitting.some(({ check }) => !check)) this.skipped.set(signature, 'algorithm-unsupported')
    for (let start = 0; start < fitting.length && !this.makers.has(signature); start += parallelChecks) {
      const batch = fitting.slice(start, start + parallelChecks)
      this.workLeft -= batch.length * Math.max(leastWork, this.bytes.length)
      if (this.workLeft < 0) return void this.skipped.set(signature, 'attempts-exhausted')
      const fits = await Promise.all(batch.map(({ check }) => check?.(raw, this.bytes)))
      const maker = batch.find((_, index) => fits[index])
      if (maker) this.makers.set(signature, maker)
    }
  }
}

const ignoredWords: Partial<Record<ReasonCode, string>> = {
  'signature-malformed': 'is neither strict DER of ECDSA P-256 nor 64 bytes of Ed25519',
  'signature-unknown': 'is by no key of the trust file over these bytes',
  'signature-repeated': 'is by somebody who has already signed',
  'key-not-yet-valid': 'is by a key that is not valid yet',
  'key-expired': 'is by a key that is no longer valid',
  'key-revoked': 'is by a key that was revoked',
  'algorithm-unsupported': 'cannot be checked: this browser does not know Ed25519',
  'attempts-exhausted': 'was not tried with every key, because that would take too long',
}

function describeSignature(
  signature: EnvelopeSignature,
  index: number,
  trial: Trial,
  counted: Set<string>,
): SignatureFinding {
  const maker = trial.makers.get(signature)
  const finding = { index, hint: signature.keyid.replace(/[^ -~]/g, '').slice(0, 100) }
  const ignore = (code: ReasonCode) => buildReason(code, 'Envelope', ignoredWords[code] ?? '', `signatures[${index}]`)
  if (!maker) {
    const isKnownForm = algorithms.some((algorithm) => decodeSignature(algorithm, signature.sig))
    const code = isKnownForm ? (trial.skipped.get(signature) ?? 'signature-unknown') : 'signature-malformed'
    return { ...finding, ignored: ignore(code) }
  }
  const { signer, key, standing } = maker
  const made = { ...finding, person: signer.id, keyid: key.publicKey.keyid }
  if (standing !== 'valid') return { ...made, ignored: ignore(standing) }
  if (counted.has(signer.id)) return { ...made, ignored: ignore('signature-repeated') }
  counted.add(signer.id)
  return made
}
