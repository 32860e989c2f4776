/** The signing key of this browser, as screens show it. */
import { atom } from 'nanostores'
import { now } from '../browser/environment.ts'
import {
  type FormerKey,
  type KeyFacts,
  makeSigningKey,
  readSigningKeys,
  removeSigningKey,
  type SigningKey,
} from '../browser/signing-keys.ts'
import { announceChange, onChange } from '../browser/signoff-store.ts'
import { encodeTrustJson, type KeyAlgorithm, parsePublicKey, parseSignerEntry } from '../core/signoff/index.ts'

export type KeyState =
  | { kind: 'loading' }
  /** IndexedDB cannot be used: this browser cannot have a key. */
  | { kind: 'blocked' }
  | { kind: 'none'; former: FormerKey[] }
  | { kind: 'lost'; lost: KeyFacts; former: FormerKey[] }
  | { kind: 'ready'; key: SigningKey; former: FormerKey[] }

export const $key = atom<KeyState>({ kind: 'loading' })

/** Reads the key again. */
export async function refreshKey(): Promise<void> {
  try {
    const { current, lost, former } = await readSigningKeys()
    if (current) $key.set({ kind: 'ready', key: current, former })
    else $key.set(lost ? { kind: 'lost', lost, former } : { kind: 'none', former })
  } catch {
    $key.set({ kind: 'blocked' })
  }
}

/**
 * Makes the key of this browser, in place of the one before.
 *
 * @throws {FormatError} When a trust file would refuse the name or the role.
 * @throws {unknown} When the browser does not store it.
 */
export async function makeKey(algorithm: KeyAlgorithm, owner: Pick<KeyFacts, 'name' | 'role'>): Promise<void> {
  await assertOwner(owner)
  await makeSigningKey(algorithm, owner, now())
  announceChange()
  await refreshKey()
}

/** Takes away the key that is shown. */
export async function removeKey(): Promise<void> {
  const shown = $key.get()
  await removeSigningKey(shown.kind === 'ready' ? shown.key.keyid : undefined, now())
  announceChange()
  await refreshKey()
}

/** What its owner sends to whoever keeps the trust file, as `signers` of that file takes it. */
export function encodeTrustEntry({ name, role, publicKey, createdAt }: KeyFacts): string {
  const notBefore = `${createdAt.slice(0, 19)}Z`
  return encodeTrustJson({ id: name, roles: [role], keys: [{ publicKey, notBefore }] })
}

/** The rules of a trust file are the rules of names here: a name that it refuses would be found out too late. */
async function assertOwner({ name, role }: Pick<KeyFacts, 'name' | 'role'>): Promise<void> {
  const entry = encodeTrustJson({ id: name, roles: [role], keys: [{ publicKey: sampleKey }] })
  await parseSignerEntry(new TextEncoder().encode(entry))
}

/** Any key: the generator of P-256, whose private half is the number 1. Never anybody's. */
const sampleKey = [
  '-----BEGIN PUBLIC KEY-----',
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt',
  '6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==',
  '-----END PUBLIC KEY-----',
].join('\n')

export const keyOf = ({ publicKey }: KeyFacts) => parsePublicKey(publicKey)

onChange(refreshKey)
