/**
 * Names of our caches. Other programs may live on the same origin, other copies of this site too: a name is ours only
 * with our prefix and our base.
 */
export function cacheNames(base: string): { files: string; memory: string } {
  const { pathname } = new URL(base)
  return { files: `golive-files-1:${pathname}`, memory: `golive-memory-1:${pathname}` }
}

/** Caches that an earlier form of this worker left behind. */
export function outdatedCaches(names: readonly string[], base: string): string[] {
  const { files, memory } = cacheNames(base)
  const end = new URL(base).pathname
  return names.filter((name) => {
    const [, found] = /^golive-[^:]*:(.*)$/.exec(name) ?? []
    return found === end && name !== files && name !== memory
  })
}
