import ipaddr from 'ipaddr.js'

/** Addresses that follow each other: a network in CIDR notation, a range, or a single address. */
export interface AddressBlock {
  /** As it was written. */
  text: string
  family: 4 | 6
  first: bigint
  last: bigint
  /** Length of the prefix; absent for a range. */
  prefix?: number
}

/**
 * Reads `10.0.0.0/16`, `fd00:10::/64`, `10.0.0.10-10.0.0.50` or a single address.
 *
 * @returns Undefined for any other text. Bits behind the prefix are ignored, as routers ignore them.
 */
export function parseBlock(text: string): AddressBlock | undefined {
  const trimmed = text.trim()
  return parseNetwork(trimmed) ?? readRange(trimmed) ?? readAddress(trimmed)
}

/** Reads a network in CIDR notation; undefined for any other text. */
export function parseNetwork(text: string): AddressBlock | undefined {
  const isV4 = ipaddr.IPv4.isValidCIDRFourPartDecimal(text) && !/\/0\d/.test(text)
  if (hasZone(text) || (!isV4 && !ipaddr.IPv6.isValidCIDR(text))) return undefined
  const [address, prefix] = ipaddr.parseCIDR(text)
  const { family, value } = readValue(address)
  const size = 1n << BigInt(bitsOf(family) - prefix)
  const first = value - (value % size)
  return { text, family, first, last: first + size - 1n, prefix }
}

function readRange(text: string): AddressBlock | undefined {
  const [from, to, ...rest] = text.split(/\s*[-–]\s*/).map(readAddress)
  if (!from || !to || rest.length > 0) return undefined
  if (from.family !== to.family || from.first > to.first) return undefined
  return { text, family: from.family, first: from.first, last: to.first }
}

function readAddress(text: string): AddressBlock | undefined {
  const isV6 = text.includes(':') && !hasZone(text) && ipaddr.IPv6.isValid(text)
  if (!isV6 && !ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined
  const { family, value } = readValue(ipaddr.parse(text))
  return { text, family, first: value, last: value, prefix: bitsOf(family) }
}

/** Whether an address is of one interface of one machine, like `fe80::1%eth0`: in a network plan it names nothing. */
const hasZone = (text: string) => text.includes('%')

function readValue(address: ipaddr.IPv4 | ipaddr.IPv6): { family: 4 | 6; value: bigint } {
  const value = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return { family: address.kind() === 'ipv4' ? 4 : 6, value }
}

const bitsOf = (family: 4 | 6) => (family === 4 ? 32 : 128)

/** @param value Number of the address in its family. */
export function formatAddress(family: 4 | 6, value: bigint): string {
  const count = bitsOf(family) / 8
  const bytes = Array.from({ length: count }, (_, index) => Number((value >> BigInt(8 * (count - 1 - index))) & 255n))
  const address = ipaddr.fromByteArray(bytes)
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()
}

export function countAddresses({ first, last }: AddressBlock): bigint {
  return last - first + 1n
}

/**
 * Addresses that hosts of a network can have.
 *
 * IPv4 gives away the address of the network and the broadcast address, but for /31 (RFC 3021) and /32. IPv6 gives
 * away the anycast address of the subnet's routers (RFC 4291, 2.6.1), but for /127 (RFC 6164) and /128.
 *
 * @param reserved Addresses that a cloud keeps of every network, those included.
 */
export function countHosts(block: AddressBlock, reserved = 0): bigint {
  const { family, prefix } = block
  const isWhole = prefix === undefined || prefix >= bitsOf(family) - 1
  const kept = BigInt(Math.max(reserved, isWhole ? 0 : family === 4 ? 2 : 1))
  const count = countAddresses(block)
  return count > kept ? count - kept : 0n
}

/** A count in digits while people can read them, else as the power of two that is nearest. */
export function describeCount(count: bigint): string {
  if (count < 1n << 33n) return count.toLocaleString('en')
  const bits = count.toString(2).length
  const isNearNext = count >= (3n << BigInt(bits)) / 4n
  return `about 2^${isNearNext ? bits : bits - 1}`
}
