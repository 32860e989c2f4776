import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Topic, topicsSchema } from '../core/schema.ts'
import { checkDocument, parseYaml } from './document.ts'
import type { Fault } from './fault.ts'
import type { PlatformSource } from './read.ts'

const file = 'topics.yaml'

/** Reads what several platforms ask; a topic names items that exist, of two platforms at least, and none twice. */
export function readTopics(contentDir: string, platforms: readonly PlatformSource[], faults: Fault[]): Topic[] {
  const path = join(contentDir, file)
  const document = parseYaml(file, existsSync(path) ? readFileSync(path, 'utf8') : '[]', 'topics')
  const topics = checkDocument(document, topicsSchema, 'topics', faults) ?? []
  const itemIds = new Map(
    platforms.map((platform) => [
      platform.id,
      new Set(platform.sections.flatMap((section) => section.data.items.map((item) => item.id))),
    ]),
  )
  // What a file that cannot be parsed holds, nobody can miss.
  const partial = new Set(platforms.filter(({ isPartial }) => isPartial).map(({ id }) => id))
  const taken = new Map<string, string>()
  topics.forEach(({ id, items }, index) => {
    const note = (path: PropertyKey[], message: string) =>
      faults.push({ file, line: document.lineOf([index, ...path]), id, message })
    if (taken.has(id)) note(['id'], 'is used again: topic ids are unique')
    taken.set(id, id)
    if (Object.keys(items).length < 2) note(['items'], 'names items of one platform: a topic is what several ask')
    for (const [platform, ids] of Object.entries(items)) {
      ids.forEach((item, at) => {
        const first = taken.get(`${platform}/${item}`)
        if (!partial.has(platform) && !itemIds.get(platform)?.has(item))
          note(['items', platform, at], `names ${platform}/${item}, which is no item`)
        else if (first) note(['items', platform, at], `names ${platform}/${item}, which is in topic "${first}" already`)
        taken.set(`${platform}/${item}`, id)
      })
    }
  })
  return topics
}
