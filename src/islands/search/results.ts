/** How something found is shown: what it is, where, how binding, where it stands, and what it says. */
import { create } from '../../browser/elements.ts'
import { pickClass } from './dom.ts'
import type { Found } from './engine.ts'
import { isFound } from './query.ts'
import { readStanding } from './standing.ts'

/** Stands in the index between what a record says and what it is only found by, see `src/build/search-records.ts`. */
const textEnd = '␞'

/** How many words of a record are shown, and how many of them before the first that was found. */
const excerpt = { length: 32, before: 6 }

export function renderFound(found: Found, words: readonly string[]): HTMLLIElement {
  const { url, meta, filters } = found
  const said = readText(found)
  const link = create('a', { href: url, className: pickClass })
  // What has no title is a sentence that says it all.
  link.append(create('b', {}, ...markWords((meta.title ?? said.join(' ')).split(' '), words)), renderFacts(found))
  if (meta.title && said.join(' ') !== meta.title) link.append(create('span', {}, ...renderExcerpt(said, found, words)))
  const entry = create('li', {}, link)
  entry.dataset['kind'] = filters.kind?.[0] ?? ''
  return entry
}

function renderFacts(found: Found): HTMLElement {
  const { meta, filters } = found
  const [kind = '', level] = [filters.kind?.[0], filters.level?.[0]]
  const facts = create('small', {}, create('span', { className: 'search-kind', textContent: kind }))
  if (level) facts.append(create('span', { className: `level level-${level}`, textContent: level }))
  facts.append(create('span', { textContent: meta.place ?? '' }))
  const standing = readStanding(found)
  if (standing) {
    const word = standing.kind.replaceAll('-', ' ')
    const text = standing.reason ? `${word}: ${shorten(standing.reason)}` : word
    const state = create('span', { className: 'search-state', textContent: text })
    state.dataset['state'] = standing.kind
    facts.append(state)
  }
  return facts
}

/** A reason may be a page; the item has all of it. */
const shorten = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text)

function readText({ content }: Found): string[] {
  const words = content.split(/\s+/).filter(Boolean)
  const end = words.indexOf(textEnd)
  return end < 0 ? words : words.slice(0, end)
}

/** From shortly before the first word that was found; from the beginning where none is in the text. */
function renderExcerpt(said: readonly string[], found: Found, words: readonly string[]): (Node | string)[] {
  const latest = Math.max(0, said.length - excerpt.length)
  const start = Math.min(Math.max(0, findFirst(said, found, words) - excerpt.before), latest)
  const end = start + excerpt.length
  const shown = markWords(said.slice(start, end), words)
  return [...(start > 0 ? ['… '] : []), ...shown, ...(end < said.length ? [' …'] : [])]
}

function findFirst(said: readonly string[], { locations }: Found, words: readonly string[]): number {
  const first = Math.min(...locations.filter((location) => location < said.length))
  // A name with joints may have been found by the words beside the text alone.
  return Number.isFinite(first) ? first : said.findIndex((word) => isFound(word, words))
}

function markWords(text: readonly string[], words: readonly string[]): (Node | string)[] {
  return text.flatMap((word, index) => [
    ...(index > 0 ? [' '] : []),
    isFound(word, words) ? create('mark', { textContent: word }) : word,
  ])
}
