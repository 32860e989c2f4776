import { type FileKeys, findFolder, findKey } from './addresses.ts'
import type { PageVersions } from './page-versions.ts'
import type { Site } from './site.ts'
import type { FetchedEvent } from './worker-scope.ts'

/** Whether an address is of this site and could be one of its files; everything else is none of our business. */
export function isOurs({ base }: Site, { method, url }: Request): boolean {
  return method === 'GET' && url.startsWith(base)
}

/**
 * Answers from the copy: a page that is opened from the active build, and what an open page asks for from the build
 * of that page. So no page ever gets files of two builds, whatever is taken into use beside it.
 *
 * A browser whose storage fails gets what the network has.
 */
export async function answerRequest(site: Site, pages: PageVersions, event: FetchedEvent): Promise<Response> {
  const { request } = event
  if (request.mode === 'navigate') return answerOpening(site, request)
  return (await findForPage(site, pages, event).catch(() => undefined)) ?? fetch(request)
}

async function findForPage(site: Site, pages: PageVersions, event: FetchedEvent): Promise<Response | undefined> {
  const { request, clientId, resultingClientId } = event
  const owner = await pages.versionOf(clientId)
  // A worker asks for itself, and belongs to the page that started it.
  if (owner !== undefined && resultingClientId !== '') event.waitUntil(pages.note([resultingClientId], owner))
  const own = owner === undefined ? site.keys : ((await site.memory.read(`version/${owner}`))?.keys ?? site.keys)
  return (
    (await findStored(site, own, request.url)) ??
    // A page that came just as another build took over: names with a digest are found in the build before.
    findInOthers(site, request.url)
  )
}

async function answerOpening(site: Site, request: Request): Promise<Response> {
  const stored = await findStored(site, site.keys, request.url).catch(() => undefined)
  if (stored) return stored
  const folder = findFolder(site.keys, request.url)
  if (folder) return Response.redirect(folder, 301)
  try {
    return await fetch(request)
  } catch (error) {
    const lost = await findStored(site, site.keys, new URL('404.html', site.base).href)
    if (!lost) throw error
    return new Response(lost.body, { status: 404, headers: lost.headers })
  }
}

async function findStored(site: Site, keys: FileKeys, url: string): Promise<Response | undefined> {
  const key = findKey(keys, url)
  // What a server says of varying by header was true of the one response that is stored.
  return key === undefined ? undefined : (await site.openFiles()).match(key, { ignoreVary: true })
}

async function findInOthers(site: Site, url: string): Promise<Response | undefined> {
  for (const version of await site.memory.versions()) {
    const found = await findStored(site, (await site.memory.read(`version/${version}`))?.keys ?? {}, url)
    if (found) return found
  }
  return undefined
}
