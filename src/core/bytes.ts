/** Bytes that WebCrypto takes: nobody else can change them while it works. */
export type Bytes = Uint8Array<ArrayBuffer>

export async function sha256(bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
}

/** Lower-case hexadecimal SHA-256 of bytes, or of a text's UTF-8 bytes. */
export async function sha256Hex(data: Uint8Array | string): Promise<string> {
  return encodeHex(await sha256(typeof data === 'string' ? new TextEncoder().encode(data) : data))
}

/** Lower-case hexadecimal. */
export function encodeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** @param hex Digits of whole bytes. */
export function decodeHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

export function startsWithBytes(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return equalBytes(bytes.subarray(0, prefix.length), prefix)
}

/** Big-endian, as P-256 and DER write numbers. */
export function decodeNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${encodeHex(bytes)}`)
}

/** Little-endian, as RFC 8032 writes numbers. */
export function decodeLittleEndian(bytes: Uint8Array): bigint {
  return decodeNumber(new Uint8Array(bytes).reverse())
}
