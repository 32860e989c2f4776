import type { AddressBlock } from './addresses.ts'

/** How a block lies to another one. */
export type BlockRelation = 'same' | 'inside' | 'contains' | 'overlaps' | 'adjacent' | 'apart'

type Span = Pick<AddressBlock, 'family' | 'first' | 'last'>

/** How `left` lies to `right`: `inside` when every address of it is one of `right` too. */
export function relateBlocks(left: Span, right: Span): BlockRelation {
  if (left.family !== right.family) return 'apart'
  if (left.last < right.first || right.last < left.first) {
    const isNext = left.last + 1n === right.first || right.last + 1n === left.first
    return isNext ? 'adjacent' : 'apart'
  }
  if (left.first === right.first && left.last === right.last) return 'same'
  if (left.first >= right.first && left.last <= right.last) return 'inside'
  return left.first <= right.first && left.last >= right.last ? 'contains' : 'overlaps'
}

/** Whether two blocks have an address in common. */
export function sharesAddresses(left: Span, right: Span): boolean {
  return !['apart', 'adjacent'].includes(relateBlocks(left, right))
}

/** Whether every address of `inner` is one of `outer` too. */
export function isWithin(inner: Span, outer: Span): boolean {
  return ['same', 'inside'].includes(relateBlocks(inner, outer))
}
