/** What the build wrote into the head of a page: facts that stores and first paint need beside the rows. */
import type { ItemConditions } from '../core/index.ts'

/** What a page knows of the items of a platform beside their rows, as `Head.astro` writes it. */
interface ItemFacts {
  platform: string
  /** Ids that items had before, by the id of now. */
  formerly: Record<string, string[]>
  when: ItemConditions
}

const itemFacts: ItemFacts[] = [...document.querySelectorAll<HTMLMetaElement>('meta[name="golive:items"]')].map(
  ({ content }) => JSON.parse(content),
)

export function conditionsOf(platform: string): ItemConditions {
  return itemFacts.find((facts) => facts.platform === platform)?.when ?? {}
}

/** Platform whose pages these are; undefined on pages that belong to none. */
export const pagePlatform = document.querySelector<HTMLMetaElement>('meta[name="golive:platform"]')?.content

export function formerIdsOf(platform: string): Readonly<Record<string, readonly string[]>> {
  return itemFacts.find((facts) => facts.platform === platform)?.formerly ?? {}
}
