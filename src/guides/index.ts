import type { Checklist } from '../core/checklist.ts'
import { checkPlatform } from './check.ts'
import { type Fault, formatFaults } from './fault.ts'
import { publishChecklist } from './publish.ts'
import { type PlatformSource, readPlatforms } from './read.ts'

export { type Fault, formatFaults } from './fault.ts'
export { encodeChecklist } from './publish.ts'

/** A platform as the site shows it. */
export interface Platform {
  id: string
  source: PlatformSource
  checklist: Checklist
}

/** Reads and checks a content folder; platforms are in their order, faults are of all files. */
export function checkContent(contentDir: string): { platforms: PlatformSource[]; faults: Fault[] } {
  const faults: Fault[] = []
  const platforms = readPlatforms(contentDir, faults)
  faults.push(...platforms.flatMap(checkPlatform))
  return { platforms, faults }
}

/**
 * Loads the platforms of a content folder.
 *
 * @throws {Error} Listing every fault, when there is one: a site is built from sound content or not at all.
 */
export async function loadPlatforms(contentDir: string): Promise<Platform[]> {
  const { platforms, faults } = checkContent(contentDir)
  if (faults.length > 0) throw new Error(formatFaults(faults))
  return Promise.all(
    platforms.map(async (source) => ({ id: source.id, source, checklist: await publishChecklist(source) })),
  )
}
