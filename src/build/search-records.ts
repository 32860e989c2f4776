import type { CustomRecord } from 'pagefind'
import type { Checklist, Item, Section } from '../core/checklist.ts'
import { itemDigestLength } from '../core/progress.ts'
import { listHelperWords } from './search-words.ts'

/** What a result is, as the dialog names it. */
export type SearchKind = 'guide' | 'item' | 'decision' | 'claim' | 'help' | 'screen'

/** Something that can be found. */
export interface SearchEntry {
  kind: SearchKind
  /** Address on the site without its base, with the anchor of the place. */
  url: string
  /** Absent where the text says it all. */
  title?: string
  /** Platform and section. */
  place: string
  text: string
  /** What it is found by besides. */
  names?: readonly string[]
  filters?: Partial<Record<'platform' | 'level' | 'phase' | 'area' | 'owner', string>>
  /** What decides, with the stored answer, where an item stands. */
  terms?: Partial<Record<'when' | 'days' | 'was', string>>
  /** The same, where nobody would look for it: the beginning of its digest, and `link` where its evidence needs one. */
  marks?: readonly string[]
}

/** Stands between the text that a result shows and the words that it is only found by. */
export const textEnd = '␞'

/**
 * Stands between an address, the kind and the marks: Pagefind keeps one record of an address, where an item and its
 * decision stand.
 */
export const addressMark = '~'

/** Every meta field is searched too, so it holds nothing that people would not look for; the address is not. */
export function buildRecord(entry: SearchEntry): CustomRecord {
  const { kind, url, title, place, text, names = [], filters, terms, marks = [] } = entry
  const helpers = listHelperWords([title, text, ...names].join(' '))
  return {
    url: [url, kind, ...marks].join(addressMark),
    language: 'en',
    content: [plain(text || (title ?? '')), textEnd, ...names, ...helpers].join(' '),
    meta: { ...(title && { title: plain(title) }), place, ...terms },
    filters: Object.fromEntries(Object.entries({ kind, ...filters }).map(([name, value]) => [name, [value]])),
  }
}

/** The items of a checklist, the decisions they ask for, and the claims of the vendor page. */
export function listChecklistEntries(checklist: Checklist): SearchEntry[] {
  const { platform, title, sections, claims } = checklist
  return [
    ...sections.flatMap((section) => section.items.flatMap((item) => listItemEntries(item, section, title))),
    ...claims.map(
      ({ id, text }): SearchEntry => ({
        kind: 'claim',
        url: `/${platform}/claims/#${id}`,
        place: `${title}, Traceability, ${id}`,
        text,
        filters: { platform: title },
      }),
    ),
  ]
}

function listItemEntries(item: Item, section: Section, platform: string): SearchEntry[] {
  const { id, url, title, why, verify, evidence, decision, level, phase, owner, formerly, when, validForDays } = item
  const { digest, needsLink } = item
  const common = {
    url,
    place: `${platform}, ${section.title}`,
    filters: { platform, level, phase, area: section.area, owner },
    terms: {
      ...(when && { when: when.join(' ') }),
      ...(validForDays && { days: String(validForDays) }),
      ...(formerly && { was: formerly.join(' ') }),
    },
    marks: [digest.slice(0, itemDigestLength), ...(needsLink ? ['link'] : [])],
  }
  const text = joinTexts(why, verify?.run, verify?.expect, evidence)
  const entries: SearchEntry[] = [{ ...common, kind: 'item', title, text, names: [id] }]
  if (decision) {
    const { key, question, options, hint, unit } = decision
    const text = joinTexts(title, options && `One of: ${options.join(', ')}.`, unit, hint)
    entries.push({ ...common, kind: 'decision', title: question, text, names: [key] })
  }
  return entries
}

/** Authors mark commands with backticks, which the dialog would show as they are. */
const plain = (text: string) => text.replaceAll('`', '')

const joinTexts = (...texts: (string | undefined)[]) => texts.filter((text) => text !== undefined).join(' · ')
