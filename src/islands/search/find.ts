/** From what was typed to what is shown: hits whose words are really there, or why there are none. */
import { foldText } from '../../core/text.ts'
import type { Counts, Engine, Filters, Found, Hit } from './engine.ts'
import { hasWord, parseQuery, type Token } from './query.ts'

export type Answer =
  | { kind: 'found'; hits: Hit[]; words: string[]; counts: Counts }
  /** There is something, but the filters leave it out. */
  | { kind: 'filtered'; words: string[]; unfiltered: number }
  /** Nothing has a word that begins like these. */
  | { kind: 'unknown'; unknown: string[]; others: string[] }
  /** Each word is somewhere, but nothing has all of them. */
  | { kind: 'apart'; typed: string[] }

/**
 * Pagefind finds something for nonsense too: where no word begins like one of the query, it takes that word's longest
 * beginning that it knows, or leaves it out. So the first hit has to have every word; then all hits have them.
 */
export async function find(engine: Engine, query: string, filters: Filters): Promise<Answer> {
  const tokens = parseQuery(query)
  const whole = await tryWords(engine, toWords(tokens, 'whole'), filters)
  if (whole) return whole
  // "highly-available" may stand there as two words.
  const hasParts = tokens.some(({ parts }) => parts.length > 1)
  const inParts = hasParts ? await tryWords(engine, toWords(tokens, 'parts'), filters) : undefined
  return inParts ?? explain(engine, tokens)
}

function toWords(tokens: readonly Token[], how: 'whole' | 'parts'): string[] {
  return [...new Set(tokens.flatMap(({ whole, parts }) => (how === 'parts' && parts.length > 1 ? parts : whole)))]
}

/** Undefined where nothing has all of these words. */
async function tryWords(engine: Engine, words: string[], filters: Filters): Promise<Answer | undefined> {
  const { hits, unfiltered, counts } = await engine.search(words.join(' '), filters)
  if (await isReal(hits[0], words)) return { kind: 'found', hits, words, counts }
  if (hits.length > 0 || unfiltered === 0) return undefined
  const all = await engine.search(words.join(' '), {})
  return (await isReal(all.hits[0], words)) ? { kind: 'filtered', words, unfiltered } : undefined
}

async function isReal(hit: Hit | undefined, words: readonly string[]): Promise<boolean> {
  if (!hit) return false
  const text = foldText(textOf(await hit()))
  return words.every((word) => hasWord(text, word))
}

/** Everything of a record that is searched. */
function textOf({ content, meta }: Found): string {
  return [content, ...Object.values(meta)].join(' ')
}

async function explain(engine: Engine, tokens: readonly Token[]): Promise<Answer> {
  const areKnown = await Promise.all(
    tokens.map(
      async ({ whole, parts }) => (await isKnown(engine, [whole])) || (parts.length > 1 && isKnown(engine, parts)),
    ),
  )
  const typed = tokens.map((token) => token.typed)
  const unknown = typed.filter((_, index) => !areKnown[index])
  const others = typed.filter((_, index) => areKnown[index])
  return unknown.length > 0 ? { kind: 'unknown', unknown, others } : { kind: 'apart', typed }
}

async function isKnown(engine: Engine, words: string[]): Promise<boolean> {
  return (await tryWords(engine, words, {})) !== undefined
}

/** For each facet how many each value would leave, with what is chosen in the others. */
export async function countFacets(engine: Engine, words: readonly string[], filters: Filters): Promise<Counts> {
  const all = await engine.countAll()
  const chosen = Object.keys(filters) as (keyof Filters)[]
  if (words.length === 0 && chosen.length === 0) return all
  const search = async (others: Filters) => engine.search(words.join(' '), others)
  const { counts } = await search(filters)
  const freed = chosen.map(async (facet) => {
    const { [facet]: _, ...others } = filters
    return [facet, (await search(others)).counts[facet]] as const
  })
  return { ...counts, ...Object.fromEntries(await Promise.all(freed)) }
}
