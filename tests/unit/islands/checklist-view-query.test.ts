import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clearFilters,
  type FacetValues,
  facets,
  formatQuery,
  groupings,
  hideable,
  listFilters,
  parseQuery,
  toggleValue,
  type ViewQuery,
  wholeList,
} from '../../../src/islands/checklist-view/query.ts'

const known: FacetValues = {
  level: ['must', 'should', 'may'],
  phase: ['plan', 'prepare', 'launch', 'operate'],
  area: ['network', 'recovery'],
  owner: ['platform', 'security'],
  state: ['open', 'done', 'to-confirm', 'not-applicable'],
}

const anyQuery: fc.Arbitrary<ViewQuery> = fc.record({
  chosen: fc.record(
    Object.fromEntries(facets.map((facet) => [facet, fc.subarray([...known[facet]])])) as unknown as {
      [Name in (typeof facets)[number]]: fc.Arbitrary<string[]>
    },
  ),
  text: fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.trim()),
  group: fc.constantFrom(...groupings),
  hide: fc.subarray([...hideable]),
})

test('an address says the whole query: what is written is read again', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(parseQuery(formatQuery(query), known)).toEqual({ query, unknown: [] })
    }),
  )
})

test('any address is read as values that are there, and what is written of it is read the same', () => {
  const anyPart = fc.oneof(
    fc.constantFrom(...facets, 'text', 'group', 'hide', 'must', 'done', ',', '&', '=', '%'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 12 }), (parts) => {
      const { query } = parseQuery(`?${parts.join('')}`, known)
      for (const facet of facets) expect(known[facet]).toEqual(expect.arrayContaining([...query.chosen[facet]]))
      expect(parseQuery(formatQuery(query), known)).toEqual({ query, unknown: [] })
    }),
  )
})

test('the whole list needs no query, and people can read the one of another', () => {
  expect(formatQuery(wholeList)).toBe('')
  const query = { ...wholeList, chosen: { ...wholeList.chosen, level: ['must', 'should'] }, text: 'mutual TLS' }
  expect(formatQuery(query)).toBe('?level=must,should&text=mutual+TLS')
})

test('values may be repeated, and stand in any order', () => {
  const { query } = parseQuery('?level=may&level=must,must', known)
  expect(query.chosen.level).toEqual(['must', 'may'])
})

test('what is not known here filters nothing and is told', () => {
  expect(parseQuery('?level=high,must&owner=storage&group=age&hide=open&state=constructor', known)).toEqual({
    query: { ...wholeList, chosen: { ...wholeList.chosen, level: ['must'] } },
    unknown: ['level=high', 'owner=storage', 'state=constructor', 'group=age', 'hide=open'],
  })
})

test('parameters of others are neither told nor lost', () => {
  expect(parseQuery('?utm_source=chat', known)).toEqual({ query: wholeList, unknown: [] })
  expect(formatQuery({ ...wholeList, group: 'owner' }, '?utm_source=chat&level=must')).toBe(
    '?utm_source=chat&group=owner',
  )
})

test('toggling a value twice changes nothing, and values keep their order', () => {
  const anyValue = fc
    .constantFrom(...facets)
    .chain((facet) => fc.tuple(fc.constant(facet), fc.constantFrom(...known[facet])))
  fc.assert(
    fc.property(anyQuery, anyValue, (query, [facet, value]) => {
      const toggled = toggleValue(query, facet, value, known)
      expect(toggled.chosen[facet].includes(value)).toBe(!query.chosen[facet].includes(value))
      expect(toggleValue(toggled, facet, value, known)).toEqual(query)
    }),
  )
})

test('every filter can be taken away alone, and all of them together leave the order as it is', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      const filters = listFilters(query)
      for (const { without } of filters) expect(listFilters(without).length).toBeLessThanOrEqual(filters.length)
      expect(listFilters(clearFilters(query))).toEqual([])
      expect(clearFilters(query).group).toBe(query.group)
    }),
  )
})

test('filters are told in words', () => {
  const { query } = parseQuery('?state=to-confirm,open&text=tls&hide=done', known)
  expect(listFilters(query).map(({ label }) => label)).toEqual(['state: open or to confirm', 'text: tls'])
  const { query: hiding } = parseQuery('?hide=done,not-applicable', known)
  expect(listFilters(hiding).map(({ label }) => label)).toEqual(['hidden: done, not applicable'])
})
