/** What the build wrote into the head of a page: facts that stores and first paint need beside the rows. */
import type { ItemTerms } from '../core/status.ts'

/** What a page knows of the items of a platform beside their rows, as `Head.astro` writes it. */
interface ItemFacts {
  platform: string
  /** Ids that items had before, by the id of now. */
  formerly: Record<string, string[]>
  when: Record<string, string[]>
  validForDays: Record<string, number>
  needsLink: string[]
  /** Beginnings of the digests of all items. */
  digests: Record<string, string>
}

const itemFacts: ItemFacts[] = [...document.querySelectorAll<HTMLMetaElement>('meta[name="golive:items"]')].map(
  ({ content }) => JSON.parse(content),
)

const factsOf = (platform: string) => itemFacts.find((facts) => facts.platform === platform)

/** Platform whose pages these are; undefined on pages that belong to none. */
export const pagePlatform = document.querySelector<HTMLMetaElement>('meta[name="golive:platform"]')?.content

export function termsOf(platform: string, item: string): ItemTerms {
  const facts = factsOf(platform)
  return {
    when: lookUp(facts?.when, item),
    validForDays: lookUp(facts?.validForDays, item),
    needsLink: facts?.needsLink.includes(item),
    digest: lookUp(facts?.digests, item),
  }
}

/** Ids that an item had before. */
export function formerIdsOf(platform: string, item: string): readonly string[] | undefined {
  return lookUp(factsOf(platform)?.formerly, item)
}

/** Ids that items of a platform have now, for those that had others. */
export function renamedItems(platform: string): readonly string[] {
  return Object.keys(factsOf(platform)?.formerly ?? {})
}

/** Ids may come from files: "constructor" is no fact of anything. */
function lookUp<Fact>(facts: Record<string, Fact> | undefined, item: string): Fact | undefined {
  return facts && Object.hasOwn(facts, item) ? facts[item] : undefined
}
