/** What a checklist shows of itself, as its address says it: `?level=must,should&state=open&text=tls&group=phase`. */

export const facets = ['level', 'phase', 'area', 'owner', 'state'] as const
export type Facet = (typeof facets)[number]

export const groupings = ['section', 'phase', 'owner'] as const
export type Grouping = (typeof groupings)[number]

/** States that can be hidden while none is chosen. */
export const hideable = ['done', 'not-applicable'] as const
export type Hideable = (typeof hideable)[number]

/** Values of each facet that a checklist has, in the order in which they are shown. */
export type FacetValues = Readonly<Record<Facet, readonly string[]>>

export interface ViewQuery {
  /** Of each facet the values that are let through; none lets all of them through. */
  chosen: FacetValues
  text: string
  group: Grouping
  hide: readonly Hideable[]
}

export const wholeList: ViewQuery = {
  chosen: { level: [], phase: [], area: [], owner: [], state: [] },
  text: '',
  group: 'section',
  hide: [],
}

export interface ParsedQuery {
  query: ViewQuery
  /** What the address asks for and nothing here is, like `level=high`. */
  unknown: readonly string[]
}

/** Longer than anybody types; an address may hold anything. */
const maxTextLength = 200

/**
 * Reads the part of an address that begins with `?`. Parameters of others are passed over.
 *
 * @param known What is not among these values is told, and filters nothing.
 */
export function parseQuery(search: string, known: FacetValues): ParsedQuery {
  const parameters = new URLSearchParams(search)
  const unknown: string[] = []
  const read = <Value extends string>(name: string, values: readonly Value[]): Value[] => {
    const asked = parameters.getAll(name).flatMap((list) => list.split(',').filter(Boolean))
    const strange = asked.filter((value) => !(values as readonly string[]).includes(value))
    unknown.push(...strange.map((value) => `${name}=${value}`))
    return values.filter((value) => asked.includes(value))
  }
  const chosen = Object.fromEntries(facets.map((facet) => [facet, read(facet, known[facet])]))
  const [group = 'section'] = read('group', groupings)
  const text = (parameters.get('text') ?? '').trim().slice(0, maxTextLength).toWellFormed()
  return { query: { chosen: chosen as Record<Facet, string[]>, text, group, hide: read('hide', hideable) }, unknown }
}

/** The part of an address that says this, with the `?`; empty for the whole list, parameters of others are kept. */
export function formatQuery({ chosen, text, group, hide }: ViewQuery, before = ''): string {
  const parameters = new URLSearchParams(before)
  const write = (name: string, value: string) => {
    parameters.delete(name)
    if (value !== '') parameters.set(name, value)
  }
  for (const facet of facets) write(facet, chosen[facet].join(','))
  write('text', text.trim())
  write('hide', hide.join(','))
  write('group', group === 'section' ? '' : group)
  // A comma may stand in a query as it is, and people read addresses.
  const written = parameters.toString().replaceAll('%2C', ',')
  return written && `?${written}`
}

/** Chooses one more value of a facet, or one less. */
export function toggleValue(query: ViewQuery, facet: Facet, value: string, known: FacetValues): ViewQuery {
  const before = query.chosen[facet]
  const isChosen = (each: string) => (each === value ? !before.includes(value) : before.includes(each))
  return { ...query, chosen: { ...query.chosen, [facet]: known[facet].filter(isChosen) } }
}

/** The same order and nothing left out. */
export function clearFilters({ group }: ViewQuery): ViewQuery {
  return { ...wholeList, group }
}

/** One reason for which items are left out, and the query without it. */
export interface ActiveFilter {
  label: string
  without: ViewQuery
}

/** Everything that may leave items out, in words. */
export function listFilters(query: ViewQuery): ActiveFilter[] {
  const { chosen, text, hide } = query
  const ofFacets = facets
    .filter((facet) => chosen[facet].length > 0)
    .map((facet) => ({
      label: `${facet}: ${chosen[facet].map(wordOf).join(' or ')}`,
      without: { ...query, chosen: { ...chosen, [facet]: [] } },
    }))
  const words = text.trim()
  // While states are chosen, they alone say which are shown.
  const hidden = chosen.state.length > 0 ? [] : hide
  return [
    ...ofFacets,
    ...(words ? [{ label: `text: ${words}`, without: { ...query, text: '' } }] : []),
    ...(hidden.length > 0
      ? [{ label: `hidden: ${hidden.map(wordOf).join(', ')}`, without: { ...query, hide: [] } }]
      : []),
  ]
}

/** A value as people read it. */
export const wordOf = (value: string) => value.replaceAll('-', ' ')
