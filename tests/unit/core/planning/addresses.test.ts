import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AddressBlock,
  countAddresses,
  countHosts,
  describeCount,
  formatAddress,
  isWithin,
  parseBlock,
  relateBlocks,
  sharesAddresses,
} from '../../../../src/core/planning/index.ts'

const block = (text: string): AddressBlock => {
  const parsed = parseBlock(text)
  if (!parsed) throw new Error(`"${text}" is no block`)
  return parsed
}

/** Blocks of a few bits, so that they often touch, nest and overlap. */
const anyBlock: fc.Arbitrary<AddressBlock> = fc
  .tuple(fc.constantFrom(4 as const, 6 as const), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 12 }))
  .map(([family, first, size]) => ({ text: '', family, first: BigInt(first), last: BigInt(first + size) }))

describe('parseBlock()', () => {
  test.each([
    ['10.0.0.0/16', '10.0.0.0', '10.0.255.255'],
    ['10.0.7.9/16', '10.0.0.0', '10.0.255.255'],
    ['0.0.0.0/0', '0.0.0.0', '255.255.255.255'],
    ['10.0.0.10 - 10.0.0.50', '10.0.0.10', '10.0.0.50'],
    ['192.0.2.1', '192.0.2.1', '192.0.2.1'],
    ['fd00:10::/64', 'fd00:10::', 'fd00:10::ffff:ffff:ffff:ffff'],
    ['2001:db8::1-2001:db8::ff', '2001:db8::1', '2001:db8::ff'],
  ])('%s runs from %s to %s', (text, first, last) => {
    const parsed = block(text)
    expect(formatAddress(parsed.family, parsed.first)).toBe(first)
    expect(formatAddress(parsed.family, parsed.last)).toBe(last)
  })

  test.each([
    '',
    '10.0.0.0/33',
    '10.0.0/8',
    '1.2.3',
    '10.0.0.9-10.0.0.1',
    '10.0.0.1-fd00::1',
    '10.0.0.0/08',
    'fd00::1%eth0/64',
    'fd00::1%eth0',
    'a-b',
  ])('"%s" is none', (text) => expect(parseBlock(text)).toBeUndefined())
})

describe('countHosts()', () => {
  test.each([
    ['10.0.0.0/24', 0, 254n],
    ['10.0.0.0/24', 5, 251n],
    ['10.0.0.0/30', 0, 2n],
    ['10.0.0.0/31', 0, 2n],
    ['10.0.0.1/32', 0, 1n],
    ['10.0.0.0/30', 5, 0n],
    ['10.0.0.10-10.0.0.19', 0, 10n],
    ['fd00::/64', 0, (1n << 64n) - 1n],
    ['fd00::/127', 0, 2n],
  ])('%s with %d kept by the cloud has %d', (text, reserved, count) => {
    expect(countHosts(block(text), reserved)).toBe(count)
  })
})

describe('describeCount()', () => {
  test.each([
    [251n, '251'],
    [1n << 24n, '16,777,216'],
    [(1n << 64n) - 1n, 'about 2^64'],
    [1n << 64n, 'about 2^64'],
    [(1n << 64n) + 1n, 'about 2^64'],
  ])('%d is %s', (count, words) => expect(describeCount(count)).toBe(words))
})

describe('relateBlocks()', () => {
  test.each([
    ['10.0.0.0/16', '10.0.0.0/16', 'same'],
    ['10.0.1.0/24', '10.0.0.0/16', 'inside'],
    ['10.0.0.0/16', '10.0.1.0/24', 'contains'],
    ['10.0.0.0-10.0.0.20', '10.0.0.10-10.0.0.30', 'overlaps'],
    ['10.0.0.0/24', '10.0.1.0/24', 'adjacent'],
    ['10.0.0.0/24', '10.0.2.0/24', 'apart'],
    ['0.0.0.0/0', '::/0', 'apart'],
  ])('%s to %s: %s', (left, right, relation) => expect(relateBlocks(block(left), block(right))).toBe(relation))

  const mirrored = {
    same: 'same',
    inside: 'contains',
    contains: 'inside',
    overlaps: 'overlaps',
    adjacent: 'adjacent',
    apart: 'apart',
  }

  test('mirrors when the two change places, so overlap is symmetric', () => {
    fc.assert(
      fc.property(anyBlock, anyBlock, (left, right) => {
        expect(relateBlocks(right, left)).toBe(mirrored[relateBlocks(left, right)])
        expect(sharesAddresses(left, right)).toBe(sharesAddresses(right, left))
      }),
    )
  })

  test('says that addresses are shared exactly when there is one', () => {
    fc.assert(
      fc.property(anyBlock, anyBlock, (left, right) => {
        const holds = ({ family, first, last }: AddressBlock, value: bigint) =>
          family === left.family && first <= value && value <= last
        const numbers = Array.from({ length: 50 }, (_, index) => BigInt(index))
        expect(sharesAddresses(left, right)).toBe(numbers.some((value) => holds(left, value) && holds(right, value)))
      }),
    )
  })

  test('containment is transitive, and never of something larger', () => {
    fc.assert(
      fc.property(anyBlock, anyBlock, anyBlock, (small, middle, large) => {
        if (isWithin(small, middle) && isWithin(middle, large)) expect(isWithin(small, large)).toBe(true)
        if (isWithin(small, large)) expect(countAddresses(small) <= countAddresses(large)).toBe(true)
      }),
    )
  })
})
