import { sha256Hex } from './bytes.ts'
import type { Area, Claim, ItemFrontmatter, PlatformFrontmatter, RetiredItem } from './schema.ts'

/** An item as published: the frontmatter with its address and the digest of its text. */
export interface Item extends ItemFrontmatter {
  /** Path of the item on the site, without the site's base: `/azimuth/repository/#protect-main`. */
  url: string
  /** SHA-256 of the normalised text, lower-case hexadecimal; see {@link digestItem}. */
  digest: string
}

export interface Section {
  id: string
  title: string
  area: Area
  /** Path of the section on the site, without the site's base. */
  url: string
  items: Item[]
}

/** The machine's copy of a platform's checklist, published as `/<platform>/checklist.json`. */
export interface Checklist {
  format: 1
  platform: string
  title: string
  version: string
  traits: NonNullable<PlatformFrontmatter['traits']>
  sections: Section[]
  /** Item ids that people may still have progress for. */
  retired: RetiredItem[]
  /** Recommendations of the vendor page, each with the item ids and `#section-id`s that cover it. */
  claims: (Claim & { coveredBy: string[] })[]
}

/**
 * Digest of what a person answers when ticking an item: title, level, why, check, evidence and decision.
 *
 * Unicode form and white space are normalised, so that a reflowed line is not a new text; place, owner, phase and
 * sources are left out, because moving an item or adding a source does not change what was answered. So is how the
 * output of the check is judged: a rule proposes what `expect` already says, and no answer rests on it alone.
 *
 * @returns SHA-256 as lower-case hexadecimal.
 */
export function digestItem(item: ItemFrontmatter): Promise<string> {
  const { title, level, why, verify, evidence, needsLink, validForDays, decision } = item
  const check = verify && { run: verify.run, expect: verify.expect }
  const link = needsLink || undefined
  const answered = { title, level, why, verify: check, evidence, needsLink: link, validForDays, decision }
  return sha256Hex(JSON.stringify(answered, normaliseValue))
}

/** All items of a checklist in reading order. */
export function listItems(checklist: Pick<Checklist, 'sections'>): Item[] {
  return checklist.sections.flatMap((section) => section.items)
}

/** Sorts members and folds white space, so that only a change of words changes the digest. */
function normaliseValue(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
