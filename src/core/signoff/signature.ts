/** Signing and checking bytes with WebCrypto, the same in browsers and Node. */
import type { Bytes } from '../bytes.ts'
import { decodeDerSignature, encodeDerSignature } from './der.ts'
import { isEd25519Signature } from './ed25519.ts'
import { type Envelope, encodeSignedBytes } from './envelope.ts'
import { type PublicKey, parseSpki } from './public-key.ts'
import type { KeyAlgorithm } from './ssh-key.ts'

/** Whatever can sign: a key in this browser, and in tests any other. */
export interface Signer {
  publicKey: PublicKey
  /** @returns The signature as an envelope carries it: DER of ECDSA, or the 64 bytes of Ed25519. */
  sign(bytes: Uint8Array): Promise<Bytes>
}

const importParams: Record<KeyAlgorithm, EcKeyImportParams | Algorithm> = {
  'ecdsa-p256': { name: 'ECDSA', namedCurve: 'P-256' },
  ed25519: { name: 'Ed25519' },
}
const signParams: Record<KeyAlgorithm, EcdsaParams | Algorithm> = {
  'ecdsa-p256': { name: 'ECDSA', hash: 'SHA-256' },
  ed25519: { name: 'Ed25519' },
}

/**
 * Makes a key pair whose private half no script can read (signoff.md §5.1).
 *
 * @throws {DOMException} Where the browser does not know Ed25519.
 */
export async function generateKeyPair(algorithm: KeyAlgorithm): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey(importParams[algorithm], false, ['sign', 'verify'])) as CryptoKeyPair
}

/** A signer with a WebCrypto key pair. */
export async function createSigner({ privateKey, publicKey }: CryptoKeyPair): Promise<Signer> {
  const key = await parseSpki(new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)))
  return {
    publicKey: key,
    async sign(bytes) {
      const signature = await crypto.subtle.sign(signParams[key.algorithm], privateKey, new Uint8Array(bytes))
      const raw = new Uint8Array(signature)
      return key.algorithm === 'ecdsa-p256' ? encodeDerSignature(raw) : raw
    },
  }
}

/** An envelope with the one signature. */
export async function signPayload(payload: Uint8Array, signer: Signer): Promise<Envelope> {
  const bytes = new Uint8Array(payload)
  const sig = await signer.sign(encodeSignedBytes(bytes))
  return { payload: bytes, signatures: [{ keyid: signer.publicKey.keyid, sig }] }
}

/**
 * The signature as WebCrypto takes it.
 *
 * @returns Undefined for what has not the one form of a signature by a key of this type.
 */
export function decodeSignature(algorithm: KeyAlgorithm, signature: Bytes): Bytes | undefined {
  if (algorithm === 'ecdsa-p256') return decodeDerSignature(signature)
  return isEd25519Signature(signature) ? signature : undefined
}

/** Checks a decoded signature over bytes with the one key that it was made for. */
export type CheckSignature = (raw: Bytes, bytes: Bytes) => Promise<boolean>

/**
 * A check by a key. The key alone fixes the algorithm; nothing that comes with a signature chooses it (signoff.md §8).
 *
 * @returns Undefined where the browser does not know the key's algorithm.
 */
export async function createCheck({ algorithm, point }: PublicKey): Promise<CheckSignature | undefined> {
  try {
    const key = await crypto.subtle.importKey('raw', point, importParams[algorithm], false, ['verify'])
    return (raw, bytes) => crypto.subtle.verify(signParams[algorithm], key, raw, bytes)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined
    throw error
  }
}

/** Whether a signature, in the form that envelopes have, is by this key over these bytes. */
export async function verifySignature(key: PublicKey, signature: Bytes, bytes: Bytes): Promise<boolean> {
  const raw = decodeSignature(key.algorithm, signature)
  const check = raw && (await createCheck(key))
  return raw !== undefined && (await check?.(raw, bytes)) === true
}
