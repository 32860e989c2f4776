/** What people send: an entry of the trust file, a PEM, or a line of OpenSSH. */
import type { Core } from '../verify/core.ts'
import { type DraftSigner, emptyKey, type TrustDraft } from './draft.ts'
import { readKey } from './read-draft.ts'

export type EntryResult = { kind: 'entry'; signer: DraftSigner } | { kind: 'refused'; message: string; code?: string }

const refuse = (message: string): EntryResult => ({ kind: 'refused', message })

/**
 * Reads one of them.
 *
 * @param id Whose key it is, for a key that comes alone; an entry says so itself.
 */
export async function readEntry(core: Core, text: string, id: string): Promise<EntryResult> {
  if (text.trim() === '') return refuse('Paste an entry or a public key first.')
  try {
    return text.trim().startsWith('{') ? await readJsonEntry(core, text) : await readKeyEntry(core, text.trim(), id)
  } catch (error) {
    if (!(error instanceof core.FormatError)) throw error
    const [first] = error.reasons
    return first ? { kind: 'refused', message: first.message, code: first.code } : refuse('It cannot be read.')
  }
}

async function readJsonEntry(core: Core, text: string): Promise<EntryResult> {
  const entry = await core.parseSignerEntry(new TextEncoder().encode(text))
  return { kind: 'entry', signer: { id: entry.id, roles: [...entry.roles], keys: entry.keys.map(readKey) } }
}

async function readKeyEntry(core: Core, text: string, id: string): Promise<EntryResult> {
  // Read first: that a private key was pasted matters more than whose it is.
  await core.parsePublicKey(text)
  const owner = id.trim() || readComment(text)
  if (owner === '') return refuse('Say whose key this is: the key itself does not.')
  const publicKey = text.includes('-----') ? `${text}\n` : text
  return { kind: 'entry', signer: { id: owner, roles: [], keys: [{ ...emptyKey, publicKey }] } }
}

/** What stands after the key in a line of OpenSSH: by custom whose it is. */
function readComment(line: string): string {
  return line.includes('-----')
    ? ''
    : line
        .split(/[ \t]+/)
        .slice(2)
        .join(' ')
}

/** Adds somebody; whoever is there already gets the keys that they have not, and no role by that. */
export function addSigner(draft: TrustDraft, signer: DraftSigner): TrustDraft {
  const known = draft.signers.find(({ id }) => id === signer.id)
  if (!known) return { ...draft, signers: [...draft.signers, signer] }
  const texts = known.keys.map(({ publicKey }) => publicKey.trim())
  const keys = [...known.keys, ...signer.keys.filter(({ publicKey }) => !texts.includes(publicKey.trim()))]
  return { ...draft, signers: draft.signers.map((each) => (each === known ? { ...known, keys } : each)) }
}

/** What the addition did, in words. */
export function describeAddition(before: TrustDraft, { id, keys }: DraftSigner, after: TrustDraft): string {
  const count = (draft: TrustDraft) => draft.signers.find((each) => each.id === id)?.keys.length ?? 0
  const added = count(after) - count(before)
  if (count(before) === 0) return `Added ${id} with ${keys.length === 1 ? '1 key' : `${keys.length} keys`}.`
  return added === 0 ? `${id} has this key already.` : `Added ${added === 1 ? 'a key' : `${added} keys`} to ${id}.`
}
