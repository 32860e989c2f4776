import type { Item } from '../core/checklist.ts'
import { type Area, areas, type Topic } from '../core/schema.ts'
import type { Platform } from './index.ts'

/** What platforms ask in one area: a row for each thing that several ask, and what each alone asks. */
export interface AreaComparison {
  area: Area
  topics: { topic: Topic; itemsByPlatform: Map<string, Item[]> }[]
  /** Items that are in no topic, by platform. */
  aloneByPlatform: Map<string, Item[]>
}

/** Compares platforms by area, in the order of the areas; an area that nobody asks about is left out. */
export function comparePlatforms(platforms: readonly Platform[], topics: readonly Topic[]): AreaComparison[] {
  const shared = new Set(
    topics.flatMap(({ items }) =>
      Object.entries(items).flatMap(([platform, ids]) => ids.map((id) => `${platform}/${id}`)),
    ),
  )
  return areas
    .map((area) => ({
      area,
      topics: topics
        .filter((topic) => topic.area === area)
        .map((topic) => ({
          topic,
          itemsByPlatform: pickItems(platforms, ({ id }, item) => topic.items[id]?.includes(item.id) ?? false),
        })),
      aloneByPlatform: pickItems(
        platforms,
        ({ id }, item, sectionArea) => sectionArea === area && !shared.has(`${id}/${item.id}`),
      ),
    }))
    .filter(
      ({ topics: rows, aloneByPlatform }) =>
        rows.length > 0 || [...aloneByPlatform.values()].some((items) => items.length > 0),
    )
}

function pickItems(
  platforms: readonly Platform[],
  isWanted: (platform: Platform, item: Item, area: Area) => boolean,
): Map<string, Item[]> {
  return new Map(
    platforms.map((platform) => [
      platform.id,
      platform.checklist.sections.flatMap((section) =>
        section.items.filter((item) => isWanted(platform, item, section.area)),
      ),
    ]),
  )
}
