import { sha256Hex } from '../../core/index.ts'
import type { PublicKey, Reason, Trust } from '../../core/signoff/index.ts'
import type { Core } from '../verify/core.ts'
import { buildTrustFile, type TrustDraft } from './draft.ts'

/** What the core says of a draft. */
export interface Lint {
  /** Text of the file that would be saved. */
  text: string
  sha256: string
  /** Absent while the file is refused. */
  trust?: Trust
  reasons: readonly Reason[]
  notices: readonly Reason[]
  /** The keys that can be read, by their text. */
  keys: ReadonlyMap<string, PublicKey>
}

/** Lints the very bytes that would be saved, as every verifier does. */
export async function lintDraft(core: Core, draft: TrustDraft, now: Date): Promise<Lint> {
  const text = core.encodeTrustJson(buildTrustFile(draft))
  const lint = { text, sha256: await sha256Hex(text), reasons: [], notices: [], keys: await readKeys(core, draft) }
  try {
    const trust = await core.parseTrust(new TextEncoder().encode(text))
    return { ...lint, trust, notices: core.listTrustNotices(trust, now) }
  } catch (error) {
    if (error instanceof core.FormatError) return { ...lint, reasons: error.reasons }
    throw error
  }
}

async function readKeys(core: Core, { signers }: TrustDraft): Promise<Map<string, PublicKey>> {
  const keys = new Map<string, PublicKey>()
  for (const { publicKey } of signers.flatMap((signer) => signer.keys)) {
    const key = await core.parsePublicKey(publicKey).catch(() => undefined)
    if (key) keys.set(publicKey, key)
  }
  return keys
}
