import type { Site } from './site.ts'

/** Which build the open pages are of, where it is not the one that answers new pages. */
export interface PageVersions {
  /** Build of a page or of a worker that one started; undefined for that which is active. */
  versionOf(clientId: string): Promise<string | undefined>
  /** Notes the build of clients that are not known yet. */
  note(clientIds: readonly string[], version: string): Promise<void>
  /** Forgets clients that are closed; returns the builds of the others. */
  forgetClosed(): Promise<string[]>
}

/**
 * Remembers clients, because a request says who asks and not for which build.
 *
 * Only pages that were open when another worker took over are written down, so that opening a page costs nothing.
 */
export function openPageVersions({ scope, memory }: Site): PageVersions {
  let known: Promise<Readonly<Record<string, string>>> | undefined
  const readAll = async () => (await memory.read('clients')) ?? {}
  const read = () => {
    known ??= readAll().catch((error) => {
      // What cannot be read now may be readable for the next who asks.
      known = undefined
      throw error
    })
    return known
  }
  const write = async (clients: Readonly<Record<string, string>>) => {
    known = Promise.resolve(clients)
    await memory.write('clients', clients)
  }
  return {
    versionOf: async (clientId) => (await read())[clientId],
    note: async (clientIds, version) => {
      const clients = await read()
      const added = clientIds.filter((id) => id !== '' && !Object.hasOwn(clients, id))
      if (added.length > 0) await write({ ...Object.fromEntries(added.map((id) => [id, version])), ...clients })
    },
    forgetClosed: async () => {
      const clients = await read()
      const open = new Set(
        (await scope.clients.matchAll({ includeUncontrolled: true, type: 'all' })).map(({ id }) => id),
      )
      const left = Object.entries(clients).filter(([id]) => open.has(id))
      if (left.length < Object.keys(clients).length) await write(Object.fromEntries(left))
      return left.map(([, version]) => version)
    },
  }
}
