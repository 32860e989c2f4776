import type { Bytes } from '../bytes.ts'

/** How many arguments a call takes everywhere. */
const chunkLength = 0x8000

/** Standard alphabet with padding: the only form that cosign decodes a second time (signoff.md §4). */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += chunkLength) {
    binary += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(start, start + chunkLength))
  }
  return btoa(binary)
}

/**
 * Reads the standard or the URL-safe alphabet (DSSE 1.0.2: verifiers MUST accept either), with padding, never mixed.
 *
 * @returns Undefined for any text that encoding the bytes again would not give: what two decoders may read differently
 *   has no place under a signature.
 */
export function decodeBase64(text: string): Bytes | undefined {
  const isUrlSafe = /[-_]/.test(text)
  if (isUrlSafe && /[+/]/.test(text)) return undefined
  const standard = isUrlSafe ? text.replaceAll('-', '+').replaceAll('_', '/') : text
  let binary: string
  try {
    binary = atob(standard)
  } catch {
    return undefined
  }
  if (btoa(binary) !== standard) return undefined
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}
