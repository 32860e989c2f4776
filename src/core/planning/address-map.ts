import type { AddressBlock } from './addresses.ts'
import { sharesAddresses } from './relation.ts'

/** Part of the map's width, from 0 to 1. */
export interface MapSpan {
  start: number
  end: number
}

export interface MapBar extends MapSpan {
  /** Parts that collide with another block. */
  shared: MapSpan[]
}

/** Weight of addresses that nobody uses: as wide as a single address, however many they are. */
const gapWeight = 1

/**
 * Places blocks of one family beside each other as bars on one axis.
 *
 * Every stretch between two borders is as wide as the number of bits that count its addresses, so that a /28 beside a /8
 * can be seen; unused stretches are shortened. Order, containment and overlap stay true, lengths are no measure.
 *
 * @param collide Whether what two blocks share is a fault; only asked of blocks that share addresses.
 */
export function layOutMap(
  blocks: readonly AddressBlock[],
  collide: (left: number, right: number) => boolean,
): readonly MapBar[] {
  const at = placeBorders(blocks)
  const place = (first: bigint, last: bigint) => ({ start: at(first), end: at(last + 1n) })
  return blocks.map((block, index) => {
    const shared = blocks.flatMap((other, otherIndex) => {
      const isFault = index !== otherIndex && sharesAddresses(block, other) && collide(index, otherIndex)
      return isFault ? [place(larger(block.first, other.first), smaller(block.last, other.last))] : []
    })
    return { ...place(block.first, block.last), shared }
  })
}

/** Where each border of a block stands. */
function placeBorders(blocks: readonly AddressBlock[]): (border: bigint) => number {
  const borders = [...new Set(blocks.flatMap(({ first, last }) => [first, last + 1n]))].sort((a, b) => (a < b ? -1 : 1))
  const places = new Map<bigint, number>()
  let width = 0
  for (const [index, border] of borders.entries()) {
    places.set(border, width)
    const next = borders[index + 1]
    if (next === undefined) break
    const isUsed = blocks.some(({ first, last }) => first <= border && border <= last)
    width += isUsed ? (next - border).toString(2).length : gapWeight
  }
  return (border) => (places.get(border) ?? 0) / (width || 1)
}

const larger = (left: bigint, right: bigint) => (left > right ? left : right)
const smaller = (left: bigint, right: bigint) => (left < right ? left : right)
