/** Which items of a checklist a query lets through, and how many each choice would leave. */
import type { ItemStatusKind } from '../../core/status.ts'
import { foldText } from '../../core/text.ts'
import { type Facet, type FacetValues, facets, type Grouping, type ViewQuery } from './query.ts'

/** An item as it is looked through. */
export interface ViewedItem {
  id: string
  level: string
  phase: string
  area: string
  owner: string
  state: ItemStatusKind
  /** Everything that can be found of it, through `foldText`; read only where words are looked for. */
  readonly folded: string
}

export function matchItems<Item extends ViewedItem>(items: readonly Item[], query: ViewQuery): Item[] {
  return matchFacets(matchText(items, query.text), query)
}

/** Items in which every word stands somewhere. */
function matchText<Item extends ViewedItem>(items: readonly Item[], text: string): Item[] {
  const words = foldText(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...items]
  return items.filter(({ folded }) => words.every((word) => folded.includes(word)))
}

/**
 * @param except A facet that is left out of account: what is chosen in it does not change how many each of its values
 *   would leave. For the state, what is hidden is part of it.
 */
function matchFacets<Item extends ViewedItem>(
  items: readonly Item[],
  { chosen, hide }: ViewQuery,
  except?: Facet,
): Item[] {
  const active = facets.filter((facet) => facet !== except && chosen[facet].length > 0)
  const hidden: readonly string[] = except === 'state' || chosen.state.length > 0 ? [] : hide
  return items.filter(
    (item) => active.every((facet) => chosen[facet].includes(item[facet])) && !hidden.includes(item.state),
  )
}

export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/** How many items each value would leave if it alone were chosen in its facet, together with all other filters. */
export function countValues(items: readonly ViewedItem[], query: ViewQuery): FacetCounts {
  const found = matchText(items, query.text)
  const count = (facet: Facet) => countBy(matchFacets(found, query, facet), (item) => item[facet])
  return Object.fromEntries(facets.map((facet) => [facet, count(facet)])) as Record<Facet, Map<string, number>>
}

function countBy<Item>(items: readonly Item[], read: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(read(item), (counts.get(read(item)) ?? 0) + 1)
  return counts
}

/** Items under one heading. */
export interface ItemGroup<Item> {
  value: string
  items: Item[]
}

/** Groups in the order of their values, each with its items in reading order; a group without items is none. */
export function groupItems<Item extends ViewedItem>(
  items: readonly Item[],
  grouping: Exclude<Grouping, 'section'>,
  known: FacetValues,
): ItemGroup<Item>[] {
  const groups = known[grouping].map((value) => ({ value, items: items.filter((item) => item[grouping] === value) }))
  return groups.filter((group) => group.items.length > 0)
}
