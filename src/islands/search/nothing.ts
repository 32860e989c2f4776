/** What to try where nothing was found. */
import { create } from '../../browser/elements.ts'
import { pick } from './dom.ts'
import type { Engine, Facet, Filters } from './engine.ts'
import { type Answer, countFacets, find } from './find.ts'
import { findNearest, loadWords } from './nearest.ts'
import { foldWord } from './query.ts'

/** What was asked, and what the ways out do. */
export interface Search {
  engine: Engine
  base: string
  filters: Filters
  ask(query: string): void
  choose(facet: Facet, value: string): void
  clearFilters(): void
}

export interface Advice {
  /** For the status line. */
  text: string
  offers: HTMLElement | undefined
}

type Nothing = Exclude<Answer, { kind: 'found' }>
type Filtered = Extract<Answer, { kind: 'filtered' }>
type Unknown = Extract<Answer, { kind: 'unknown' }>

/** How many values of a facet are offered. */
const maxOffers = 5

export async function advise(answer: Nothing, search: Search): Promise<Advice> {
  if (answer.kind === 'filtered') return adviseFewerFilters(answer, search)
  if (answer.kind === 'unknown') return adviseWords(answer, search)
  const { typed } = answer
  const text = `Nothing has all of ${typed.map(quote).join(', ')}. Try one of them:`
  return { text, offers: buildOffers(typed.map((word) => pick(word, () => search.ask(word)))) }
}

async function adviseFewerFilters({ words, unfiltered }: Filtered, search: Search): Promise<Advice> {
  const { engine, filters } = search
  const counts = await countFacets(engine, words, filters)
  const offers = (Object.keys(filters) as Facet[]).flatMap((facet) =>
    Object.entries(counts[facet] ?? {})
      .filter(([, count]) => count > 0)
      .sort(([, few], [, many]) => many - few)
      .slice(0, maxOffers)
      .map(([value, count]) => pick(`${facet}: ${value} (${count})`, () => search.choose(facet, value))),
  )
  const all = pick(`no filters (${unfiltered})`, search.clearFilters)
  return { text: 'Nothing with these filters. Try:', offers: buildOffers([...offers, all]) }
}

async function adviseWords({ unknown, others }: Unknown, { engine, base, ask }: Search): Promise<Advice> {
  const known = await loadWords(base)
  const hidden = unknown.find((typed) => known.some((word) => word.startsWith(foldWord(typed))))
  // A word that is in the index and was not found: the part of the index that has it did not come.
  if (hidden !== undefined) throw new Error(`The part of the index with "${hidden}" could not be loaded`)
  const nearest = unknown.flatMap((typed) => findNearest(typed, known))
  const queries = [...new Set([...nearest.map((word) => [...others, word].join(' ')), others.join(' '), ...nearest])]
  const answers = await Promise.all(queries.map((query) => find(engine, query, {})))
  const good = queries.filter((query, index) => query !== '' && answers[index]?.kind === 'found').slice(0, maxOffers)
  const missing = unknown.map(quote).join(' or ')
  const text = `Nothing found: no word begins with ${missing}. `
  if (good.length === 0) {
    return { text: `${text}Try fewer letters, or the name of a command or option.`, offers: undefined }
  }
  return { text: `${text}Try:`, offers: buildOffers(good.map((query) => pick(query, () => ask(query)))) }
}

const quote = (word: string) => `“${word}”`

function buildOffers(picks: readonly HTMLElement[]): HTMLElement {
  return create('ul', { className: 'search-offers' }, ...picks.map((button) => create('li', {}, button)))
}
