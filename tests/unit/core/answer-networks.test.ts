import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnswer } from '../../../src/core/answer.ts'
import { decisionOf, expectAnswer, expectRefusal } from '../../fixtures/decisions.ts'

const cidrs = decisionOf('cidrs')

describe('networks', () => {
  test.each([
    ['10.0.0.0/16', ['10.0.0.0/16']],
    ['10.0.0.0/16, 10.1.0.0/16', ['10.0.0.0/16', '10.1.0.0/16']],
    ['192.168.1.7/32\n192.168.1.8/32', ['192.168.1.7/32', '192.168.1.8/32']],
    ['0.0.0.0/0', ['0.0.0.0/0']],
    ['fd00:10::/64', ['fd00:10::/64']],
    ['FD00:10::/64', ['FD00:10::/64']],
    ['::/0', ['::/0']],
    ['::1/128', ['::1/128']],
    ['10.0.0.0/8\nfd00::/8', ['10.0.0.0/8', 'fd00::/8']],
    ['0.0.0.0/0\n::/0', ['0.0.0.0/0', '::/0']],
    ['10.0.0.0/8\n10.0.0.0/8', ['10.0.0.0/8']],
  ])('are read from %j', (text, value) => expectAnswer(cidrs, text, value))

  test.each([
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/a',
    '10.0.0.0',
    '10.0/16',
    '10/8',
    '256.0.0.0/8',
    '010.0.0.0/8',
    '0x0a.0.0.0/8',
    '10.0.0.0.0/8',
    '10.0.0.0 /8',
    'example.org/24',
    '/24',
  ])('are not %j', (text) => expectRefusal(cidrs, text, `"${text}" is no network, like 10.0.0.0/16.`))

  test.each([
    'fd00::/129',
    'fd00::',
    'fd00:::/64',
    'fd00::g/64',
    'fd00::%eth0/64',
    '1::2::3/64',
    '1:2:3:4:5:6:7:8:9/64',
    '[fd00::]/64',
  ])('are not %j, which wanted to be of the sixth version', (text) =>
    expectRefusal(cidrs, text, `"${text}" is no network, like fd00:10::/64.`),
  )

  test.each([
    ['10.0.0.1/8', '10.0.0.0/8'],
    ['10.0.1.0/16', '10.0.0.0/16'],
    ['192.168.1.129/25', '192.168.1.128/25'],
    ['255.255.255.255/0', '0.0.0.0/0'],
    ['fd00:10::1/64', 'fd00:10::/64'],
    ['fd00:10:0:1::/48', 'fd00:10::/48'],
    ['::1/127', '::/127'],
  ])('do not begin inside, as %s does', (text, network) =>
    expectRefusal(cidrs, text, `"${text}" names an address inside of its network, which is ${network}.`),
  )

  test.each([
    ['10.0.0.0/8', '10.1.0.0/16'],
    ['10.1.0.0/16', '10.0.0.0/8'],
    ['0.0.0.0/0', '10.0.0.0/8'],
    ['10.0.0.0/31', '10.0.0.1/32'],
    ['fd00::/8', 'fd00:10::/64'],
    ['::/0', 'fd00::/8'],
    ['fd00::/64', 'FD00:0::/64'],
  ])('do not overlap, as %s and %s do', (one, other) =>
    expectRefusal(cidrs, `${one}\n${other}`, `"${one}" and "${other}" overlap.`),
  )

  test('are told of each fault and each pair', () => {
    expectRefusal(
      cidrs,
      '10.0.0.0/33, 10.0.0.0/8, 10.1.0.0/16, fd00::1/64, 10.2.0.0/16',
      '"10.0.0.0/33" is no network, like 10.0.0.0/16.',
      '"fd00::1/64" names an address inside of its network, which is fd00::/64.',
      '"10.0.0.0/8" and "10.1.0.0/16" overlap.',
      '"10.0.0.0/8" and "10.2.0.0/16" overlap.',
    )
  })

  test('have limits that count networks', () => {
    const two = decisionOf('cidrs', { min: 2, max: 2 })
    expectRefusal(two, '10.0.0.0/8', 'At least 2 networks are asked for, here are 1.')
    expectRefusal(two, '10.0.0.0/8,11.0.0.0/8,12.0.0.0/8', 'At most 2 networks are possible, here are 3.')
  })
})

interface Network {
  address: bigint
  bits: number
}
const sizeOf = ({ bits }: Network, width: number) => 1n << BigInt(width - bits)
const firstOf = (network: Network, width: number) => network.address - (network.address % sizeOf(network, width))

const dotted = (address: bigint) => [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.')
const grouped = (address: bigint) =>
  Array.from({ length: 8 }, (_, index) => ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)).join(':')

describe.each([
  ['v4', 32, dotted],
  ['v6', 128, grouped],
] as const)('networks of %s, as numbers say', (_, width, write) => {
  /** Few leading bits, so that networks often lie in each other. */
  const anyNetwork = fc
    .record({ high: fc.bigInt(0n, 7n), low: fc.bigInt(0n, 7n), bits: fc.integer({ min: 0, max: width }) })
    .map(({ high, low, bits }): Network => ({ address: (high << BigInt(width - 3)) + low, bits }))
  const textOf = ({ address, bits }: Network) => `${write(address)}/${bits}`

  test('are taken where their address is the first', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const isFirst = firstOf(network, width) === network.address
        expect(parseAnswer(cidrs, textOf(network)).kind).toBe(isFirst ? 'answer' : 'refused')
      }),
    )
  })

  test('overlap where they share an address', () => {
    fc.assert(
      fc.property(anyNetwork, anyNetwork, (one, other) => {
        const networks = [one, other].map((network) => ({ ...network, address: firstOf(network, width) }))
        const [a, b] = networks as [Network, Network]
        const shares = a.address < b.address + sizeOf(b, width) && b.address < a.address + sizeOf(a, width)
        const isSame = textOf(a) === textOf(b)
        expect(parseAnswer(cidrs, networks.map(textOf).join('\n')).kind).toBe(shares && !isSame ? 'refused' : 'answer')
      }),
    )
  })
})
