import { type Facet, type FacetValues, facets } from './query.ts'
import type { RowItem } from './row-item.ts'

/** In the order of work and of importance; what is not named comes after, in the order of the alphabet. */
const orders: Partial<Record<Facet, readonly string[]>> = {
  level: ['must', 'should', 'may'],
  phase: ['plan', 'prepare', 'launch', 'operate'],
}

/** Every state an item can come to, also those that none is in. */
const states = ['open', 'started', 'blocked', 'to-confirm', 'done', 'risk-accepted', 'not-applicable']

/** What a checklist can be filtered by. */
export function listValues(items: readonly RowItem[]): FacetValues {
  const entries = facets.map((facet) => [facet, facet === 'state' ? states : listOf(items, facet)])
  return Object.fromEntries(entries)
}

function listOf(items: readonly RowItem[], facet: Facet): string[] {
  const order = orders[facet] ?? []
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
  const values = [...new Set(items.map((item) => item[facet]))].filter(Boolean)
  return values.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}
