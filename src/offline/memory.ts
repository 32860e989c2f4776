import type { FileKeys } from './addresses.ts'

/** One build of the site that this browser holds. */
export interface HeldVersion {
  keys: FileKeys
  /** When its copy was whole, RFC 3339. */
  storedAt: string
}

/** What is remembered, by its name. */
export interface Memories {
  /** Build that answers pages which are opened now. */
  active: string
  /** Files of the build that is being loaded, so that what came is there when loading goes on. */
  partial: FileKeys
  /** Builds of the pages that were open when another took over, by the id of the page. */
  clients: Readonly<Record<string, string>>
  /** Build whose waiting was told, and put off. */
  later: string
  /** The next update may be loaded though the browser is to save data. */
  wanted: boolean
  [version: `version/${string}`]: HeldVersion
}

/** What the workers of one site remember together: a browser stops and starts them at any time. */
export interface Memory {
  read<Name extends keyof Memories>(name: Name): Promise<Memories[Name] | undefined>
  write<Name extends keyof Memories>(name: Name, value: Memories[Name]): Promise<void>
  forget(name: keyof Memories): Promise<void>
  /** Ids of the builds that are held. */
  versions(): Promise<string[]>
}

/**
 * Keeps memories in a cache of its own: local storage is not there for a worker, and is the person's.
 *
 * @param cacheName Changes with the form of what is remembered, so that no worker reads what it does not know.
 */
export function openMemory(caches: CacheStorage, cacheName: string, base: string): Memory {
  const folder = new URL('golive-memory/', base).href
  const open = () => caches.open(cacheName)
  return {
    read: async (name) => (await (await open()).match(folder + name))?.json(),
    write: async (name, value) => (await open()).put(folder + name, new Response(JSON.stringify(value))),
    forget: async (name) => {
      await (await open()).delete(folder + name)
    },
    versions: async () => {
      const urls = (await (await open()).keys()).map(({ url }) => url)
      const start = `${folder}version/`
      return urls.filter((url) => url.startsWith(start)).map((url) => url.slice(start.length))
    },
  }
}
