import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuantity, toCores, toGibibytes } from '../../../../src/core/sizing/index.ts'

const billion = 1_000_000_000n

describe('parseQuantity() reads', () => {
  test.each<[string, bigint]>([
    ['0', 0n],
    ['1', billion],
    ['+1', billion],
    ['1.', billion],
    ['.5', billion / 2n],
    ['1.5', 1_500_000_000n],
    ['100m', 100_000_000n],
    ['0.1', 100_000_000n],
    ['2500m', 2_500_000_000n],
    ['250u', 250_000n],
    ['1n', 1n],
    ['2k', 2000n * billion],
    ['1M', 1_000_000n * billion],
    ['1G', 1_000_000_000n * billion],
    ['1T', 1_000_000_000_000n * billion],
    ['1P', 10n ** 15n * billion],
    ['1E', 10n ** 18n * billion],
    ['1Ki', 1024n * billion],
    ['512Mi', 512n * 1024n * 1024n * billion],
    ['1Gi', 1024n ** 3n * billion],
    ['1.5Gi', (3n * 1024n ** 3n * billion) / 2n],
    ['1Ti', 1024n ** 4n * billion],
    ['1Pi', 1024n ** 5n * billion],
    ['1Ei', 1024n ** 6n * billion],
    ['1e3', 1000n * billion],
    ['1E3', 1000n * billion],
    ['1.5e3', 1500n * billion],
    ['1e-3', billion / 1000n],
    ['129e6', 129_000_000n * billion],
    ['128974848', 128_974_848n * billion],
    // A tenth of a byte is no byte: rounded up to a billionth, as Kubernetes does.
    ['0.0000000001', 1n],
    ['100m', 100_000_000n],
  ])('%s', (text, billionths) => {
    expect(parseQuantity(text)).toBe(billionths)
  })

  test.each([
    '',
    '.',
    'Gi',
    '-1',
    '1K',
    '1ki',
    '1gi',
    '1 Gi',
    '1,5',
    '1Gi ',
    '1e',
    '1e3Mi',
    '0x10',
    '1_000',
    '∞',
    'NaN',
    '1e999',
    '1'.repeat(60),
  ])('nothing from %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined()
  })

  test('the same amount however it is written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (millis) => {
        expect(parseQuantity(`${millis}m`)).toBe(parseQuantity((millis / 1000).toFixed(3)))
        expect(parseQuantity(`${millis}Mi`)).toBe(parseQuantity(`${millis * 1024}Ki`))
        expect(parseQuantity(`${millis}k`)).toBe(parseQuantity(`${millis}e3`))
      }),
    )
  })
})

describe('toCores() and toGibibytes()', () => {
  test('give the units that sizing counts in', () => {
    expect(toCores(parseQuantity('250m') ?? 0n)).toBe(0.25)
    expect(toGibibytes(parseQuantity('512Mi') ?? 0n)).toBe(0.5)
    expect(toGibibytes(parseQuantity('1Ki') ?? 0n)).toBe(2 ** -20)
    expect(toGibibytes(parseQuantity('1G') ?? 0n)).toBe(1e9 / 2 ** 30)
  })
})
