/** Who may sign for what: the trust file, read once and refused whole when anything in it is wrong. */
import { sha256Hex } from '../bytes.ts'
import { FormatError } from './errors.ts'
import { type Requirement, raiseRequirements } from './policy.ts'
import { parsePublicKey } from './public-key.ts'
import type { Reason } from './reasons.ts'
import { parseWithSchema } from './schema-reasons.ts'
import { type JsonLimits, parseStrictJson } from './strict-json.ts'
import { lintTrust } from './trust-lint.ts'
import { type SignerEntry, signerSchema, type TrustFile, trustSchema } from './trust-schema.ts'
import type { TrustedKey, TrustedSigner } from './trusted-signer.ts'

export interface Trust {
  signers: TrustedSigner[]
  policy: TrustFile['policy']
  /** Digest of the file's bytes, lower-case hexadecimal. */
  sha256: string
}

const limits: JsonLimits = {
  maxBytes: 1024 * 1024,
  maxDepth: 16,
  maxValues: 20_000,
  maxMembers: 1_000,
  foldNames: true,
}
const thing = 'Trust file'

/**
 * Reads and lints a trust file.
 *
 * @throws {FormatError} With every fault, each with its place.
 */
export async function parseTrust(bytes: Uint8Array): Promise<Trust> {
  const file = parseWithSchema(trustSchema, parseStrictJson(bytes, thing, limits), thing, 'trust-shape')
  const signers = await readSigners(file.signers, file.policy)
  return { signers, policy: file.policy, sha256: await sha256Hex(bytes) }
}

/**
 * Reads what one person sends: their entry for `signers`.
 *
 * @throws {FormatError}
 */
export async function parseSignerEntry(bytes: Uint8Array): Promise<SignerEntry> {
  const entry = parseWithSchema(signerSchema, parseStrictJson(bytes, 'Entry', limits), 'Entry', 'trust-shape')
  await readSigners([entry])
  return entry
}

/** Text of a trust file, or of a person's entry, for people to read and for review. */
export function encodeTrustJson(value: TrustFile | SignerEntry): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Who has to sign for an environment. */
export function listRequirements({ policy }: Trust, environment: string): Requirement[] {
  const own = new Map(Object.entries(policy.environments ?? {})).get(environment)
  return raiseRequirements(policy.require, own?.require ?? [])
}

/** @throws {FormatError} With what is wrong with keys, people and policy, all at once. */
async function readSigners(entries: readonly SignerEntry[], policy?: TrustFile['policy']): Promise<TrustedSigner[]> {
  const reasons: Reason[] = []
  const signers: TrustedSigner[] = []
  for (const [index, { id, roles, keys }] of entries.entries()) {
    const read = keys.map((key, at) => readKey(key, `signers[${index}].keys[${at}].publicKey`, reasons))
    signers.push({ id, roles, keys: (await Promise.all(read)).filter((key) => key !== undefined) })
  }
  const faults = [...reasons, ...lintTrust(signers, reasons.length > 0 ? undefined : policy)]
  if (faults.length > 0) throw new FormatError(faults)
  return signers
}

async function readKey(
  { publicKey, ...dates }: SignerEntry['keys'][number],
  path: string,
  reasons: Reason[],
): Promise<TrustedKey | undefined> {
  try {
    return { ...(dates as Omit<TrustedKey, 'publicKey'>), publicKey: await parsePublicKey(publicKey, thing, path) }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    reasons.push(...error.reasons)
    return undefined
  }
}
