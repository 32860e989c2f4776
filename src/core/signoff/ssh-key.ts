/** Public keys as OpenSSH writes them: `TYPE BASE64 COMMENT`, the base64 being the wire key of RFC 4253 §6.6. */
import { type Bytes, joinBytes } from '../bytes.ts'
import { decodeBase64, encodeBase64 } from './base64.ts'

/** Type of key and what follows it on the wire before the point. */
const sshTypes = {
  'ecdsa-p256': ['ecdsa-sha2-nistp256', 'nistp256'],
  ed25519: ['ssh-ed25519'],
} as const

export type KeyAlgorithm = keyof typeof sshTypes

export interface KeyPoint {
  algorithm: KeyAlgorithm
  /** `04‖x‖y` of P-256, or the 32 bytes of Ed25519. */
  point: Bytes
}

/** The name that OpenSSH has for a type of key. */
export const sshTypeOf = (algorithm: KeyAlgorithm): string => sshTypes[algorithm][0]

/** Wire key: what OpenSSH hashes for a fingerprint (RFC 5656 §3.1, RFC 8709 §4). */
export function encodeWireKey({ algorithm, point }: KeyPoint): Bytes {
  const names = sshTypes[algorithm].map((name) => encodeString(new TextEncoder().encode(name)))
  return joinBytes(...names, encodeString(point))
}

export function formatSshLine(key: KeyPoint, comment = ''): string {
  return `${sshTypeOf(key.algorithm)} ${encodeBase64(encodeWireKey(key))} ${comment}`.trim()
}

/** @returns Undefined for what is no line of a key, or one of a type that does not count here. */
export function parseSshLine(line: string): KeyPoint | undefined {
  const [type, base64 = ''] = line.trim().split(/[ \t]+/)
  const algorithm = (Object.keys(sshTypes) as KeyAlgorithm[]).find((name) => sshTypeOf(name) === type)
  const wire = decodeBase64(base64)
  if (!algorithm || !wire) return undefined
  const strings = splitStrings(wire)
  const names: readonly string[] = sshTypes[algorithm]
  const point = strings?.at(-1)
  const isOfType =
    strings?.length === names.length + 1 && names.every((name, index) => decodeName(strings[index]) === name)
  return isOfType && point ? { algorithm, point } : undefined
}

function encodeString(bytes: Uint8Array): Bytes {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return joinBytes(length, bytes)
}

/** The strings that the bytes consist of, with nothing left over. */
function splitStrings(wire: Bytes): Bytes[] | undefined {
  const view = new DataView(wire.buffer, wire.byteOffset, wire.length)
  const strings: Bytes[] = []
  for (let at = 0; at < wire.length; ) {
    if (at + 4 > wire.length) return undefined
    const end = at + 4 + view.getUint32(at)
    if (end > wire.length) return undefined
    strings.push(wire.slice(at + 4, end))
    at = end
  }
  return strings
}

const decodeName = (bytes: Bytes | undefined) => (bytes ? new TextDecoder().decode(bytes) : '')
