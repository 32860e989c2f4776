import { type FilePart, findKey, type SiteFile, storedFiles } from './addresses.ts'
import { fillCopy, isNoRoom, sumBytes } from './fill.ts'
import type { FillPart, WorkerMessage } from './messages.ts'
import { alone, isWhole, listStored, type Site } from './site.ts'
import { tidy } from './tidy.ts'

/** Often enough to be seen moving. */
const tellEveryMs = 250

/** What is answered at all is answered by then. */
const answerMs = 60_000

/** Of one lane. Slower than this, the whole would not come in the five minutes that browsers give a worker. */
const slowestBytesPerMs = 4

/**
 * Loads what the copy of this build lacks, and tells every open page how far it is.
 *
 * @throws When the copy is not whole; what came of it stays for the next try, unless the browser has no room.
 */
export async function storeCopy(site: Site, part: FillPart): Promise<void> {
  try {
    await alone(site, () => loadOrMakeRoom(site, part))
  } catch (error) {
    await tellPages(site, { kind: 'failed', part, cause: isNoRoom(error) ? 'room' : 'files' })
    throw error
  }
}

async function loadOrMakeRoom(site: Site, part: FillPart): Promise<void> {
  try {
    await loadMissing(site, part)
  } catch (error) {
    if (isNoRoom(error)) await makeRoom(site)
    throw error
  }
}

async function loadMissing(site: Site, part: FillPart): Promise<void> {
  const { base, files, keys, memory, version } = site
  await memory.write('partial', keys)
  const stored = await listStored(site)
  const cache = await site.openFiles()
  const keyOf = ({ url }: FilePart) => findKey(keys, new URL(url, base).href) ?? ''
  await fillCopy({
    files,
    isStored: (file) => storedFiles(file).every((part) => stored.has(keyOf(part))),
    load: async (file, isAgain) => {
      const response = await loadFile(file, base, isAgain)
      if (file.parts) await storeParts(cache, file.parts, await response.arrayBuffer(), keyOf)
      else await cache.put(keyOf(file), asFound(response))
    },
    tell: tellProgress(site, part, sumBytes(files)),
  })
  // The person may have cleared the site's data meanwhile.
  if (!(await isWhole(site))) throw new Error('Cannot keep the site: files are gone that were stored')
  await memory.write(`version/${version}`, { keys, storedAt: new Date().toISOString() })
  await memory.forget('partial')
}

/** Half a copy is of no use where there is no room for the whole. A whole one is: it may wait to be taken into use. */
async function makeRoom(site: Site): Promise<void> {
  const { memory } = site
  await memory.forget('partial')
  await tidy(site, await memory.versions())
}

/** Sends a message to every page of the site, also to those that no worker controls yet. */
export async function tellPages({ scope }: Site, message: WorkerMessage): Promise<void> {
  const pages = await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' })
  for (const page of pages) page.postMessage(message)
}

/**
 * The digest is part of the request: a file that is not the one that was built, because a server is in the middle of
 * an update or a network answers with a page of its own, is refused by the browser. So no two builds are ever mixed.
 */
function loadFile({ url, revision, bytes }: SiteFile, base: string, isAgain: boolean): Promise<Response> {
  return fetch(new URL(url, base), {
    integrity: `sha256-${revision}`,
    // What the page has just loaded need not come again, if the server says so.
    cache: isAgain ? 'reload' : 'no-cache',
    credentials: 'same-origin',
    priority: 'low',
    // One that never comes would hold up every build after it.
    signal: AbortSignal.timeout(answerMs + Math.round(bytes / slowestBytesPerMs)),
  })
}

async function storeParts(
  cache: Cache,
  parts: readonly FilePart[],
  bytes: ArrayBuffer,
  keyOf: (part: FilePart) => string,
): Promise<void> {
  let end = 0
  const stored = parts.map((part) => {
    const start = end
    end += part.bytes
    return cache.put(keyOf(part), new Response(bytes.slice(start, end)))
  })
  await Promise.all(stored)
}

/**
 * A response that may answer the opening of a page: not one that came by a redirect, and not "404", with which servers
 * send the page for lost addresses. That the bytes are right, the digest has shown.
 */
function asFound(response: Response): Response {
  if (response.ok && !response.redirected) return response
  return new Response(response.body, { headers: response.headers })
}

function tellProgress(site: Site, part: FillPart, totalBytes: number): (doneBytes: number) => void {
  let toldAt = 0
  return (doneBytes) => {
    const time = Date.now()
    if (time - toldAt < tellEveryMs) return
    toldAt = time
    tellPages(site, { kind: 'filling', part, doneBytes, totalBytes })
  }
}
