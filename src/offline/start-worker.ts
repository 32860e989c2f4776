import type { SiteFile } from './addresses.ts'
import { answerRequest, isOurs } from './answer.ts'
import { sumBytes } from './fill.ts'
import type { CopyFacts, PageMessage } from './messages.ts'
import { openPageVersions, type PageVersions } from './page-versions.ts'
import { alone, isWhole, openSite, type Site } from './site.ts'
import { storeCopy, tellPages } from './store-copy.ts'
import { tidy } from './tidy.ts'
import type { TellEvent, WorkerScope } from './worker-scope.ts'

/** Lets a worker keep a copy of its build, and answer from it. */
export function startWorker(scope: WorkerScope, version: string, files: readonly SiteFile[]): void {
  const site = openSite(scope, version, files)
  const pages = openPageVersions(site)
  const hear = openEar(site, pages)
  scope.addEventListener('install', (event) => event.waitUntil(install(site)))
  scope.addEventListener('activate', (event) => event.waitUntil(activate(site, pages)))
  scope.addEventListener('message', (event) => event.waitUntil(hear(event)))
  scope.addEventListener('fetch', (event) => {
    if (isOurs(site, event.request)) event.respondWith(answerRequest(site, pages, event))
  })
}

async function install(site: Site): Promise<void> {
  const { memory, scope, version } = site
  const active = await memory.read('active')
  if (active !== undefined && scope.navigator.connection?.saveData && !(await memory.read('wanted')))
    throw new Error('Cannot update: the browser is to save data, and nobody asked for it')
  await storeCopy(site, scope.registration.active ? 'update' : 'copy')
  await memory.forget('wanted')
  // The same files under a worker with other code, or the build of before put back: nobody has to choose.
  if (active === version) await scope.skipWaiting()
}

async function activate({ memory, scope, version }: Site, pages: PageVersions): Promise<void> {
  const before = await memory.read('active')
  // The first copy answers the page that brought it; later ones take over only what the copy before answered.
  if (before === undefined) await scope.clients.claim()
  else if (before !== version) {
    const open = await scope.clients.matchAll({ type: 'all' })
    const ids = open.map(({ id }) => id)
    await pages.note(ids, before)
  }
  await memory.write('active', version)
}

/** @returns Does what a page asks for. */
function openEar(site: Site, pages: PageVersions): (event: TellEvent) => Promise<void> {
  const { memory, scope, version } = site
  const fillOnce = openFill(site)
  const meet = openMeeting(site, pages)
  return async ({ data, source, ports }) => {
    const message = data as PageMessage
    const answer = async () => ports[0]?.postMessage(await describeCopy(site))
    switch (message.kind) {
      case 'hello':
        await answer()
        return source === null ? undefined : meet(source.id, message.version)
      case 'fill':
        await fillOnce()
        return answer()
      case 'want-update':
        await memory.write('wanted', true)
        return answer()
      case 'use':
        return scope.skipWaiting()
      case 'later':
        await memory.write('later', version)
        return tellPages(site, { kind: 'later' })
    }
  }
}

/** Two tabs may find at once that something is missing; why it does not come, `storeCopy` tells them itself. */
function openFill(site: Site): () => Promise<void> {
  let filling: Promise<void> | undefined
  return () => {
    filling ??= storeCopy(site, 'copy')
      .catch(() => undefined)
      .finally(() => {
        filling = undefined
      })
    return filling
  }
}

async function describeCopy(site: Site): Promise<CopyFacts> {
  const { files, memory, version } = site
  return {
    version,
    bytes: sumBytes(files),
    storedAt: (await memory.read(`version/${version}`))?.storedAt,
    isWhole: await isWhole(site),
    isLater: (await memory.read('later')) === version,
  }
}

/** Notes a page of another build, and tidies; a worker that waits does neither: the one in charge keeps the books. */
function openMeeting(site: Site, pages: PageVersions): (pageId: string, pageVersion: string) => Promise<void> {
  const { memory, scope, version } = site
  let isTidy = false
  return async (pageId, pageVersion) => {
    if ((await memory.read('active')) !== version) return
    const held = await memory.versions()
    if (pageVersion !== version && held.includes(pageVersion)) await pages.note([pageId], pageVersion)
    const needed = [version, ...(await pages.forgetClosed())]
    const isNoneSpare = held.every((one) => needed.includes(one))
    // While another build comes, what it brings belongs to nobody yet.
    if (scope.registration.installing || scope.registration.waiting || (isTidy && isNoneSpare)) return
    await alone(site, () => tidy(site, needed), false)
    isTidy = true
  }
}
