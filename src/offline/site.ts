import { type FileKeys, keysOf, type SiteFile } from './addresses.ts'
import { cacheNames } from './cache-names.ts'
import { type Memory, openMemory } from './memory.ts'
import type { WorkerScope } from './worker-scope.ts'

/** The site as one build of the worker knows it. */
export interface Site {
  scope: WorkerScope
  /** Address of the site, with a slash at its end. */
  base: string
  /** Build that this worker brings. */
  version: string
  files: readonly SiteFile[]
  keys: FileKeys
  memory: Memory
  openFiles: () => Promise<Cache>
}

export function openSite(scope: WorkerScope, version: string, files: readonly SiteFile[]): Site {
  const base = scope.registration.scope
  const names = cacheNames(base)
  return {
    scope,
    base,
    version,
    files,
    keys: keysOf(files, base),
    memory: openMemory(scope.caches, names.memory, base),
    openFiles: () => scope.caches.open(names.files),
  }
}

/** Keys of everything that is stored, of whatever version. */
export async function listStored(site: Site): Promise<Set<string>> {
  const cache = await site.openFiles()
  return new Set((await cache.keys()).map(({ url }) => url))
}

export async function isWhole(site: Site): Promise<boolean> {
  const stored = await listStored(site)
  return Object.values(site.keys).every((key) => stored.has(key))
}

/** One at a time fills or tidies: a tidying that saw a file unused would take it from a copy that comes to need it. */
export async function alone(site: Site, work: () => Promise<void>, isUrgent = true): Promise<void> {
  const { locks } = site.scope.navigator
  const name = cacheNames(site.base).files
  await locks.request(name, { ifAvailable: !isUrgent }, async (lock) => lock && work())
}
