import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AddressBlock,
  isWithin,
  layOutMap,
  parseBlock,
  sharesAddresses,
} from '../../../../src/core/planning/index.ts'

const blocks = (...texts: string[]) => texts.flatMap((text) => parseBlock(text) ?? [])
const anyBlocks: fc.Arbitrary<AddressBlock[]> = fc.array(
  fc.tuple(fc.nat(200), fc.nat(40)).map(([first, size]) => ({
    text: '',
    family: 4 as const,
    first: BigInt(first),
    last: BigInt(first + size),
  })),
  { minLength: 1, maxLength: 6 },
)

describe('layOutMap()', () => {
  test('fills the whole width with a network alone', () => {
    expect(layOutMap(blocks('10.0.0.0/8'), () => true)).toEqual([{ start: 0, end: 1, shared: [] }])
  })

  test('shortens what nobody uses between two networks', () => {
    const [left, right] = layOutMap(blocks('10.0.0.0/24', '192.168.0.0/24'), () => true)
    expect((right?.start ?? 0) - (left?.end ?? 1)).toBeLessThan(0.1)
    expect(left?.end).toBeCloseTo(1 - (right?.start ?? 0))
  })

  test('marks what two networks share, where that is a fault', () => {
    const two = blocks('10.0.0.0/16', '10.0.4.0/24')
    const [outer, inner] = layOutMap(two, () => true)
    expect(outer?.shared).toEqual([{ start: inner?.start, end: inner?.end }])
    expect(layOutMap(two, () => false).every(({ shared }) => shared.length === 0)).toBe(true)
  })

  test('keeps order, containment and overlap of any blocks', () => {
    fc.assert(
      fc.property(anyBlocks, (list) => {
        const bars = layOutMap(list, () => true)
        for (const [index, left] of list.entries()) {
          for (const [otherIndex, right] of list.entries()) {
            const [bar, other] = [bars[index], bars[otherIndex]]
            if (!bar || !other) throw new Error('A bar is missing')
            expect(bar.start >= 0 && bar.end <= 1 && bar.start < bar.end).toBe(true)
            expect(bar.start < other.end && other.start < bar.end).toBe(sharesAddresses(left, right))
            if (isWithin(left, right)) expect(bar.start >= other.start && bar.end <= other.end).toBe(true)
          }
        }
      }),
    )
  })
})
