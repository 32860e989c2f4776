/** Keys of signers: ECDSA P-256 and Ed25519, read from PEM and OpenSSH lines, and nothing else (signoff.md §1). */
import { type Bytes, decodeHex, encodeHex, joinBytes, sha256, startsWithBytes } from '../bytes.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { findEd25519Fault } from './ed25519.ts'
import { refuse } from './errors.ts'
import { isP256Point } from './p256.ts'
import type { ReasonCode } from './reasons.ts'
import { encodeWireKey, formatSshLine, type KeyAlgorithm, type KeyPoint, parseSshLine } from './ssh-key.ts'

export interface PublicKey extends KeyPoint {
  /** Fingerprint as `ssh-keygen -l` shows it: the one id that all DSSE tools understand (signoff.md §1, finding 2). */
  keyid: string
}

/** Everything of a SubjectPublicKeyInfo but the point (RFC 5480 §2, RFC 8410 §4): it is the same for every key. */
const spkiPrefixes: Record<KeyAlgorithm, Bytes> = {
  'ecdsa-p256': decodeHex('3059301306072a8648ce3d020106082a8648ce3d030107034200'),
  ed25519: decodeHex('302a300506032b6570032100'),
}
const pointLengths: Record<KeyAlgorithm, number> = { 'ecdsa-p256': 65, ed25519: 32 }

/** Object identifiers in DER, to name what is refused. */
const otherAlgorithms: readonly [hex: string, name: string][] = [
  ['06092a864886f70d0101', 'RSA'],
  ['06072a8648ce380401', 'DSA'],
  ['06052b81040022', 'P-384'],
  ['06052b81040023', 'P-521'],
  ['06052b81040021', 'P-224'],
  ['06082a8648ce3d030101', 'P-192'],
  ['06052b8104000a', 'secp256k1'],
  ['06032b6571', 'Ed448'],
  ['06032b656e', 'X25519'],
  ['06072a8648ce3d0201', 'an elliptic curve that is compressed, not named, or not P-256'],
]

const faultWords: Partial<Record<ReasonCode, string>> = {
  'key-malformed': 'is no whole key',
  'key-not-canonical': 'is not written in the one form that it has',
  'key-small-order': 'is a key for which one signature fits every message',
  'key-off-curve': 'is no point of its curve',
}

/** Longer texts hold more than one key of these types. */
const maxKeyLength = 2_000

/**
 * Reads a public key: a PEM of a SubjectPublicKeyInfo, or a line of OpenSSH with or without its comment.
 *
 * @param path Where the text stands, for the words of errors.
 * @throws {FormatError} For everything else; a private key is named as such.
 */
export async function parsePublicKey(text: string, thing = 'Public key', path = ''): Promise<PublicKey> {
  const fail: Fail = (code, fault) => refuse(code, thing, fault, path)
  if (text.length > maxKeyLength) fail('key-malformed', 'is too long for one public key')
  if (/PRIVATE KEY/.test(text)) fail('key-private', 'is a private key: replace that key, it is no longer secret')
  const key = text.includes('-----') ? readPem(text, fail) : readSshLine(text, fail)
  return buildPublicKey(key, fail)
}

/**
 * Reads the DER of a SubjectPublicKeyInfo, as WebCrypto exports it.
 *
 * @throws {FormatError} When it is no key of these types.
 */
export function parseSpki(spki: Uint8Array): Promise<PublicKey> {
  const fail: Fail = (code, fault) => refuse(code, 'Public key', fault)
  return buildPublicKey(readSpki(spki, fail), fail)
}

export function encodeSpki({ algorithm, point }: KeyPoint): Bytes {
  return joinBytes(spkiPrefixes[algorithm], point)
}

/** PEM that openssl and cosign read. */
export function formatPem(key: KeyPoint): string {
  const lines = encodeBase64(encodeSpki(key)).match(/.{1,64}/g) ?? []
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}

/** Line for `authorized_keys` and, after the principal, `allowed_signers`. */
export const formatOpenSsh = (key: KeyPoint, comment = ''): string => formatSshLine(key, comment)

/** What a Sigstore bundle calls a key: base64 of SHA-256 over the SubjectPublicKeyInfo. */
export async function digestHint(key: KeyPoint): Promise<string> {
  return encodeBase64(await sha256(encodeSpki(key)))
}

type Fail = (code: ReasonCode, fault: string) => never

async function buildPublicKey(key: KeyPoint, fail: Fail): Promise<PublicKey> {
  const isOnCurve = key.algorithm === 'ed25519' || isP256Point(key.point)
  const fault = key.algorithm === 'ed25519' ? findEd25519Fault(key.point) : isOnCurve ? undefined : 'key-off-curve'
  if (fault) fail(fault, faultWords[fault] ?? '')
  const digest = encodeBase64(await sha256(encodeWireKey(key)))
  return { ...key, keyid: `SHA256:${digest.replace(/=+$/, '')}` }
}

function readPem(text: string, fail: Fail): KeyPoint {
  const body = /^-----BEGIN PUBLIC KEY-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END PUBLIC KEY-----$/.exec(text.trim())?.[1]
  if (body === undefined) fail('key-malformed', 'is no PEM of one public key')
  const spki = decodeBase64(body.replace(/[\r\n]/g, ''))
  return readSpki(spki ?? fail('key-malformed', 'is no canonical base64'), fail)
}

function readSpki(spki: Uint8Array, fail: Fail): KeyPoint {
  for (const algorithm of ['ecdsa-p256', 'ed25519'] as const) {
    const prefix = spkiPrefixes[algorithm]
    if (!startsWithBytes(spki, prefix)) continue
    const point = new Uint8Array(spki.subarray(prefix.length))
    if (point.length !== pointLengths[algorithm]) fail('key-malformed', 'has not the length of its type')
    return { algorithm, point }
  }
  // The identifiers stand at the beginning; further on their digits may come up by chance.
  const header = encodeHex(spki.subarray(0, 32))
  const other = otherAlgorithms.find(([hex]) => header.includes(hex))?.[1]
  if (other) fail('key-algorithm', `is ${other}: only P-256, as a named curve and uncompressed, and Ed25519 count`)
  return fail('key-malformed', 'is no public key of P-256 or Ed25519')
}

function readSshLine(text: string, fail: Fail): KeyPoint {
  const key = /[\r\n]/.test(text.trim()) ? undefined : parseSshLine(text)
  if (key) return key
  const type = /^(ssh-rsa|ssh-dss|ecdsa-sha2-nistp(?:384|521)|sk-[a-z0-9-]+@openssh\.com)\s/.exec(text.trim())?.[1]
  if (type) fail('key-algorithm', `is ${type}: only ecdsa-sha2-nistp256 and ssh-ed25519 count`)
  return fail('key-malformed', 'is neither a PEM of a public key nor a line of OpenSSH')
}
