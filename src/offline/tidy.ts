import type { FileKeys } from './addresses.ts'
import { outdatedCaches } from './cache-names.ts'
import { listStored, type Site } from './site.ts'

/**
 * Removes what no open page needs any more: builds of before, and caches of an earlier form of ours.
 *
 * @param needed Builds to keep: the active one and those of open pages.
 */
export async function tidy(site: Site, needed: readonly string[]): Promise<void> {
  const { scope, memory } = site
  for (const name of outdatedCaches(await scope.caches.keys(), site.base)) await scope.caches.delete(name)
  const held = await memory.versions()
  const gone = held.filter((version) => !needed.includes(version))
  for (const version of gone) await memory.forget(`version/${version}`)
  const kept: FileKeys[] = [(await memory.read('partial')) ?? {}]
  for (const version of needed) kept.push((await memory.read(`version/${version}`))?.keys ?? {})
  const cache = await site.openFiles()
  for (const key of findUnused(await listStored(site), kept)) await cache.delete(key)
}

/** Keys that no version has. */
export function findUnused(stored: ReadonlySet<string>, kept: readonly FileKeys[]): string[] {
  const used = new Set(kept.flatMap((keys) => Object.values(keys)))
  return [...stored].filter((key) => !used.has(key))
}
