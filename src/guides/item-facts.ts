import { type Checklist, type Item, itemDigestLength, listItems } from '../core/index.ts'

/** What a page has to know of the items of a platform beside their rows; read back by `browser/page-facts.ts`. */
export function listItemFacts({ platform, sections }: Checklist) {
  const items = listItems({ sections })
  return {
    platform,
    formerly: collect(items, (item) => item.formerly),
    when: collect(items, (item) => item.when),
    validForDays: collect(items, (item) => item.validForDays),
    needsLink: items.filter((item) => item.needsLink).map((item) => item.id),
    digests: collect(items, (item) => item.digest.slice(0, itemDigestLength)),
  }
}

/** Facts by item id; items without one are left out. */
function collect<Fact>(items: readonly Item[], read: (item: Item) => Fact | undefined): Record<string, Fact> {
  const facts = items.map((item) => [item.id, read(item)] as const)
  return Object.fromEntries(facts.filter((entry): entry is readonly [string, Fact] => entry[1] !== undefined))
}
