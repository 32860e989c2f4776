import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../../src/core/text.ts'
import { countValues, groupItems, matchItems, type ViewedItem } from '../../../src/islands/checklist-view/match.ts'
import {
  type FacetValues,
  facets,
  parseQuery,
  toggleValue,
  wholeList,
} from '../../../src/islands/checklist-view/query.ts'

const known: FacetValues = {
  level: ['must', 'should', 'may'],
  phase: ['plan', 'prepare', 'launch', 'operate'],
  area: ['network', 'recovery'],
  owner: ['platform', 'security'],
  state: ['open', 'started', 'blocked', 'to-confirm', 'done', 'risk-accepted', 'not-applicable'],
}

const anyItem = (id: number): fc.Arbitrary<ViewedItem> =>
  fc.record({
    id: fc.constant(`item-${id}`),
    level: fc.constantFrom(...known.level),
    phase: fc.constantFrom(...known.phase),
    area: fc.constantFrom(...known.area),
    owner: fc.constantFrom(...known.owner),
    state: fc.constantFrom(...(known.state as ViewedItem['state'][])),
    folded: fc.constantFrom('rotate keys', 'restore a backup', 'mutual tls between pods'),
  })
const anyItems = fc.nat(12).chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => anyItem(id))))
const anyPart = fc.oneof(
  ...facets.map((facet) => fc.subarray([...known[facet]]).map((values) => `${facet}=${values.join(',')}`)),
  fc.constantFrom('text=keys', 'text=a+backup', 'hide=done', 'hide=done,not-applicable', 'group=owner'),
)
const anyQuery = fc.array(anyPart, { maxLength: 5 }).map((parts) => parseQuery(`?${parts.join('&')}`, known).query)

const item = (folded: string, state: ViewedItem['state'] = 'open'): ViewedItem => ({
  id: 'one',
  level: 'must',
  phase: 'plan',
  area: 'network',
  owner: 'platform',
  state,
  folded: foldText(folded),
})
const find = (folded: string, search: string) => matchItems([item(folded)], parseQuery(search, known).query).length > 0

test('a query that filters nothing lets everything through, in the order it came', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      expect(matchItems(items, wholeList)).toEqual(items)
    }),
  )
})

test('the number beside a value is how many items are left when it alone is chosen in its facet', () => {
  fc.assert(
    fc.property(anyItems, anyQuery, fc.constantFrom(...facets), (items, query, facet) => {
      const counts = countValues(items, query)[facet]
      const bare = { ...query, chosen: { ...query.chosen, [facet]: [] } }
      for (const value of known[facet]) {
        const left = matchItems(items, toggleValue(bare, facet, value, known))
        expect(counts.get(value) ?? 0).toBe(left.length)
      }
    }),
  )
})

test('one more value of a facet that is filtered never leaves fewer items', () => {
  fc.assert(
    fc.property(anyItems, anyQuery, fc.constantFrom(...facets), (items, query, facet) => {
      const [missing] = known[facet].filter((value) => !query.chosen[facet].includes(value))
      if (missing === undefined || query.chosen[facet].length === 0) return
      const more = matchItems(items, toggleValue(query, facet, missing, known))
      expect(more).toEqual(expect.arrayContaining(matchItems(items, query)))
    }),
  )
})

test('groups hold every item once, under its own value', () => {
  fc.assert(
    fc.property(anyItems, fc.constantFrom('phase' as const, 'owner' as const), (items, grouping) => {
      const groups = groupItems(items, grouping, known)
      expect(groups.flatMap((group) => group.items).sort((a, b) => items.indexOf(a) - items.indexOf(b))).toEqual(items)
      for (const group of groups) {
        expect(group.items.length).toBeGreaterThan(0)
        expect(group.items.every((each) => each[grouping] === group.value)).toBe(true)
      }
      const order = groups.map(({ value }) => known[grouping].indexOf(value))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }),
  )
})

test('all words are looked for, in any order, without regard to case and accents', () => {
  expect(find('Rotate the Keys of Café', '?text=keys+cafe')).toBe(true)
  expect(find('Rotate the Keys of Café', '?text=CAFÉ')).toBe(true)
  expect(find('Rotate the Keys', '?text=keys+backup')).toBe(false)
})

test('parts of commands are found as they are typed', () => {
  expect(find('kubectl get pods -A -o wide', '?text=get+pods+-A')).toBe(true)
})

test('what is hidden is shown when its state is asked for', () => {
  const done = [item('a', 'done')]
  expect(matchItems(done, parseQuery('?hide=done', known).query)).toEqual([])
  expect(matchItems(done, parseQuery('?hide=done&state=done', known).query)).toEqual(done)
})
