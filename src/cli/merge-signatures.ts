/** Signatures of several people, made in browsers, by cosign or by openssl, as one envelope. */
import { sha256Hex } from '../core/index.ts'
import {
  addSignature,
  decodeBase64,
  type Envelope,
  identifySignatures,
  mergeEnvelopes,
  type PublicKey,
  parsePublicKey,
} from '../core/signoff/index.ts'
import { decodeText, FileError, orFileError, readBytes } from './files.ts'
import type { Io } from './io.ts'
import { layTable } from './print.ts'
import { readEnvelope } from './signoff-files.ts'

export interface SignatureSources {
  /** Contents of envelopes, bundles and statements, by their paths. */
  files: readonly (readonly [path: string, bytes: Uint8Array])[]
  /** Paths of signatures that were made over what `golive pae` writes. */
  signatures: readonly string[]
  /** Paths of public keys that made any of the signatures. */
  keys: readonly string[]
}

/** @throws {FileError} When the files are not over the same bytes, or a signature is by none of the keys. */
export async function mergeSignatures(io: Io, { files, signatures, keys }: SignatureSources): Promise<Envelope> {
  const publicKeys = await Promise.all(keys.map((path) => readKey(io, path)))
  const envelopes = await Promise.all(files.map(([path, bytes]) => readEnvelope(bytes, path)))
  const refusal = `Cannot merge ${files.map(([path]) => `"${path}"`).join(' and ')}`
  let merged = await orFileError(refusal, () => mergeEnvelopes(envelopes))
  for (const path of signatures) {
    const signature = decodeSignature(await readBytes(io, path))
    merged = await orFileError(refusal, () => addByAny(merged, signature, publicKeys, path))
  }
  if (merged.signatures.length === 0) throw new FileError(refusal, 'they hold no signature')
  return identifySignatures(merged, publicKeys)
}

/** Tells people what is in a merged envelope. */
export async function describeMerged(envelope: Envelope, path: string): Promise<string[]> {
  const { signatures, payload } = envelope
  const count = signatures.length === 1 ? '1 signature' : `${signatures.length} signatures`
  const isUnnamed = signatures.some(({ keyid }) => keyid === '')
  return [
    `Wrote ${count} over sha256:${await sha256Hex(payload)} to "${path}"`,
    ...layTable(signatures.map(({ keyid }, index) => [`${index + 1}.`, keyid || 'no key id'])),
    ...(isUnnamed ? ['Some tools skip signatures without a key id: name the public keys with --key to add it'] : []),
    'Merging checks only what --signature adds. Judge the result with golive verify',
  ]
}

async function readKey(io: Io, path: string): Promise<PublicKey> {
  const refusal = `Cannot read the public key "${path}"`
  const text = decodeText(await readBytes(io, path, refusal), refusal)
  return orFileError(refusal, () => parsePublicKey(text))
}

/** The bytes of a signature, or base64 of them, as `base64` and `cosign` write it. */
function decodeSignature(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes).replace(/\s+/g, '')
  return decodeBase64(text) ?? bytes
}

async function addByAny(
  envelope: Envelope,
  signature: Uint8Array,
  keys: readonly PublicKey[],
  path: string,
): Promise<Envelope> {
  for (const key of keys) {
    const added = await addSignature(envelope, signature, key)
    if (added) return added
  }
  throw new FileError(
    `Cannot take the signature "${path}"`,
    'it is by none of the keys that --key names, over what "golive pae" writes for these files',
  )
}
