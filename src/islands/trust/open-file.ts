/** A trust file that is there already, to go on from. */
import type { Core } from '../verify/core.ts'
import type { TrustDraft } from './draft.ts'
import { readDraftText } from './read-draft.ts'

export type OpenResult = { kind: 'opened'; draft: TrustDraft } | { kind: 'refused'; messages: readonly string[] }

/**
 * Reads a trust file into the fields, also one that is refused for what it says: it can be mended here.
 *
 * What is no trust file at all, what two programs would read differently, and what the fields cannot hold is not
 * opened, because saving it would lose something.
 */
export async function openTrustFile(core: Core, bytes: Uint8Array): Promise<OpenResult> {
  const reasons = await core.parseTrust(bytes).then(
    () => [],
    (error: unknown) => {
      if (error instanceof core.FormatError) return error.reasons
      throw error
    },
  )
  const isReadable = reasons.every(({ code }) => mendable.has(code))
  const draft = isReadable ? readDraftText(new TextDecoder().decode(bytes)) : undefined
  if (draft) return { kind: 'opened', draft }
  const messages = reasons.map(({ message, code }) => `${message} (${code})`)
  return { kind: 'refused', messages: messages.length > 0 ? messages : ['It holds what these fields cannot show.'] }
}

/** Reasons that a field of the screen can put right. */
const mendable: ReadonlySet<string> = new Set([
  'trust-shape',
  'key-malformed',
  'key-algorithm',
  'key-off-curve',
  'key-small-order',
  'key-not-canonical',
  'key-reused',
  'key-dates',
  'dates-impossible',
  'identifier',
  'lookalike',
  'id-reused',
  'role-unheld',
  'role-repeated',
  'count-out-of-range',
  'requirement-missing',
  'policy-unsatisfiable',
])
