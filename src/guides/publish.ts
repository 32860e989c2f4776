import { type Checklist, digestItem, type Item, type Section } from '../core/checklist.ts'
import type { PlatformSource, SectionSource } from './read.ts'

/** Builds the published checklist of a platform; the same sources always give the same value. */
export async function publishChecklist(platform: PlatformSource): Promise<Checklist> {
  return {
    format: 1,
    platform: platform.id,
    title: platform.data.title,
    version: platform.data.version,
    traits: platform.data.traits ?? [],
    sections: await Promise.all(platform.sections.map((section) => publishSection(platform.id, section))),
    retired: platform.retired.data,
    claims: platform.claims.data.map((claim) => ({ ...claim, coveredBy: findCover(platform, claim.id) })),
  }
}

/** The published bytes as text: two spaces of indent and a final line feed, so that a diff shows one change a line. */
export function encodeChecklist(checklist: Checklist): string {
  return `${JSON.stringify(checklist, null, 2)}\n`
}

async function publishSection(platform: string, section: SectionSource): Promise<Section> {
  const { title, area } = section.data
  const url = `/${platform}/${section.id}/`
  const items = section.data.items.map(
    async (item): Promise<Item> => ({ ...item, url: `${url}#${item.id}`, digest: await digestItem(item) }),
  )
  return { id: section.id, title, area, url, items: await Promise.all(items) }
}

/** Item ids and `#section-id`s that cover a claim; the overview is `#index`. */
function findCover(platform: PlatformSource, claim: string): string[] {
  const cover: string[] = []
  const pages = [
    { ...platform, id: 'index', items: [] },
    ...platform.sections.map((s) => ({ ...s, items: s.data.items })),
  ]
  for (const page of pages) {
    if (page.passages.claims.some((mark) => mark.id === claim)) cover.push(`#${page.id}`)
    cover.push(...page.items.filter((item) => item.sources.includes(claim)).map((item) => item.id))
  }
  return cover
}
