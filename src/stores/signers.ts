/** Whose signatures a frozen report carries, as far as this device knows: by key, with the names that people claim. */
import type { StoredSigner } from '../browser/signoff-store.ts'
import type { Bytes } from '../core/bytes.ts'
import {
  type Envelope,
  encodeSignedBytes,
  FormatError,
  formatPem,
  type PublicKey,
  parsePublicKey,
  verifySignature,
} from '../core/signoff/index.ts'
import { decodeSignature } from '../core/signoff/signature.ts'

export interface KnownSigner extends Omit<StoredSigner, 'publicKey'> {
  key: PublicKey
}

/** One signature of an envelope. */
export interface SeenSignature {
  /** Key id that came with it: a hint, never more. */
  hint: string
  /** Whose key made it; absent while that key is not known here. */
  signer?: KnownSigner
}

/** Keys that cannot be read are left out: their signatures then count as made by an unknown key. */
export async function readSigners(stored: readonly StoredSigner[]): Promise<KnownSigner[]> {
  const read = stored.map(async ({ publicKey, ...facts }) => {
    const key = await parsePublicKey(publicKey).catch(() => undefined)
    return key && { ...facts, key }
  })
  return (await Promise.all(read)).filter((signer) => signer !== undefined)
}

export function storeSigner({ key, ...facts }: KnownSigner): StoredSigner {
  return { publicKey: formatPem(key), ...facts }
}

/** Attributes every signature by trying the keys; a hint may lie. */
export async function listSignatures(envelope: Envelope, signers: readonly KnownSigner[]): Promise<SeenSignature[]> {
  const bytes = encodeSignedBytes(envelope.payload)
  return Promise.all(
    envelope.signatures.map(async ({ keyid, sig }) => {
      for (const signer of signers) if (await verifySignature(signer.key, sig, bytes)) return { hint: keyid, signer }
      return { hint: keyid }
    }),
  )
}

/**
 * Signatures as they are kept: with the right hint where their key is known, and without those that name a key which
 * did not make them.
 *
 * @throws {FormatError} When one is no signature at all.
 */
export async function screenSignatures(envelope: Envelope, keys: readonly KnownSigner[]) {
  const isSignature = ({ sig }: { sig: Bytes }) =>
    (['ecdsa-p256', 'ed25519'] as const).some((algorithm) => decodeSignature(algorithm, sig))
  if (!envelope.signatures.every(isSignature)) {
    const message = 'Envelope: a signature is neither strict DER of ECDSA P-256 nor 64 bytes of Ed25519'
    throw new FormatError([{ code: 'signature-malformed', message, path: 'signatures' }])
  }
  const seen = await listSignatures(envelope, keys)
  const isLie = ({ hint, signer }: SeenSignature) => !signer && keys.some(({ key }) => key.keyid === hint)
  const signatures = envelope.signatures.flatMap(({ sig }, index) => {
    const each = seen[index]
    return each && !isLie(each) ? [{ keyid: each.signer?.key.keyid ?? each.hint, sig }] : []
  })
  const signers = keys.filter((each) => seen.some(({ signer }) => signer === each))
  return { signatures, signers, leftOut: seen.length - signatures.length }
}

/** Each key once, with the best that is known of it. */
export function mergeSigners(stored: readonly StoredSigner[], added: readonly StoredSigner[]): StoredSigner[] {
  const known = new Map<string, StoredSigner>()
  for (const signer of [...stored, ...added]) {
    const before = known.get(signer.publicKey)
    if (!before || rankSource(signer) >= rankSource(before)) known.set(signer.publicKey, signer)
  }
  return [...known.values()]
}

/** What its owner wrote in this browser, before an entry that says who it is, before the name of a file. */
function rankSource({ source, roles }: StoredSigner): number {
  if (source === 'own') return 2
  return roles.length > 0 ? 1 : 0
}
