import type { Checklist } from '../core/checklist.ts'
import type { Topic } from '../core/schema.ts'
import { checkPlatform } from './check.ts'
import { type Fault, formatFaults } from './fault.ts'
import { publishChecklist } from './publish.ts'
import { type PlatformSource, readPlatforms } from './read.ts'
import { readTopics } from './topics.ts'

export { type Fault, formatFaults } from './fault.ts'
export { encodeChecklist } from './publish.ts'

/** A platform as the site shows it. */
export interface Platform {
  id: string
  source: PlatformSource
  checklist: Checklist
}

/** Everything `content/` holds. */
export interface Content {
  /** In their order. */
  platforms: Platform[]
  topics: Topic[]
}

/** Reads and checks a content folder; faults are of all files. */
export function checkContent(contentDir: string): { platforms: PlatformSource[]; topics: Topic[]; faults: Fault[] } {
  const faults: Fault[] = []
  const platforms = readPlatforms(contentDir, faults)
  faults.push(...platforms.flatMap(checkPlatform))
  return { platforms, topics: readTopics(contentDir, platforms, faults), faults }
}

/**
 * Loads a content folder.
 *
 * @throws {Error} Listing every fault, when there is one: a site is built from sound content or not at all.
 */
export async function loadContent(contentDir: string): Promise<Content> {
  const { platforms, topics, faults } = checkContent(contentDir)
  if (faults.length > 0) throw new Error(formatFaults(faults))
  return {
    platforms: await Promise.all(
      platforms.map(async (source) => ({ id: source.id, source, checklist: await publishChecklist(source) })),
    ),
    topics,
  }
}
