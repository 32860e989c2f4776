import type { FillPart, WorkerMessage } from '../../offline/messages.ts'
import type { Deed, Progress, Standing } from '../../offline/standing.ts'
import type { DataSaver } from '../../offline/worker-scope.ts'
import { askWorker } from './ask-worker.ts'

/** Longer than a worker takes to find out, in two tries, that a file does not come. */
const patienceMs = 150_000

export interface Told {
  read: () => Standing
  change: (news: Partial<Standing>) => void
}

export interface Follower {
  start: () => Promise<void>
  act: (deed: Deed) => void
  /** Goes on without the update that is here. */
  putOff: () => void
}

/**
 * Registers the service worker of the site and follows what becomes of it and of those that come after it.
 *
 * Whatever the browser refuses, the site reads and stores as it does without.
 *
 * @param base Address of the site, with a slash at its end.
 * @param version Build that this page is of.
 */
export function followWorkers(base: string, version: string, { read, change }: Told): Follower {
  const savesData = () => (navigator as Navigator & DataSaver).connection?.saveData === true
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
  let registration: ServiceWorkerRegistration | undefined
  let watched: ServiceWorker | undefined
  let stall: ReturnType<typeof setTimeout> | undefined

  /** @returns False where workers are blocked, or the site has none: nothing is kept, and nothing else changes. */
  async function register(): Promise<boolean> {
    try {
      registration = await workers?.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' })
    } catch {
      return false
    }
    if (!registration) return false
    const { active, waiting, installing } = registration
    registration.addEventListener('updatefound', watchNext)
    watch(installing)
    await announce(waiting)
    await learn(active)
    return true
  }

  /** One function, so that registering again adds no second listener. */
  const watchNext = () => watch(registration?.installing)

  /** Follows a worker that fills its copy. */
  function watch(worker: ServiceWorker | null | undefined): void {
    if (!worker || worker === watched) return
    watched = worker
    const part = registration?.active ? 'update' : 'copy'
    let isFilled = false
    showFilling(part)
    worker.addEventListener('statechange', () => {
      isFilled ||= worker.state !== 'redundant'
      if (worker.state === 'installed' && part === 'update') announce(worker)
      else if (worker.state === 'activated') learn(worker)
      // It says itself why it failed; where it did not even begin, the browser is to save data.
      else if (!isFilled && read()[part] === 'filling') change({ [part]: savesData() ? 'asked' : 'files' })
    })
  }

  function showFilling(part: FillPart, progress: Progress = { doneBytes: 0, totalBytes: read().bytes }): void {
    change({ [part]: 'filling', progress })
    clearTimeout(stall)
    stall = setTimeout(giveUp, patienceMs)
  }

  /** A browser ends a worker when it likes, and then nobody says that the filling failed. What still comes is heard. */
  function giveUp(): void {
    for (const part of ['copy', 'update'] as const) if (read()[part] === 'filling') change({ [part]: 'files' })
  }

  async function announce(worker: ServiceWorker | null): Promise<void> {
    const facts = worker && (await askWorker(worker, { kind: 'hello', version }))
    // One with the same files does not wait.
    if (worker?.state === 'installed') change({ update: 'waiting', isLater: facts?.isLater ?? false })
  }

  async function learn(worker: ServiceWorker | null): Promise<void> {
    if (!worker) return
    let facts = await askWorker(worker, { kind: 'hello', version })
    if (facts && !facts.isWhole && !savesData()) {
      showFilling('copy', { doneBytes: 0, totalBytes: facts.bytes })
      facts = await askWorker(worker, { kind: 'fill' }, true)
    }
    if (!facts) return
    const { isWhole, bytes, storedAt } = facts
    const { copy, update } = read()
    // What a worker says of its failure comes as a message.
    const lack = savesData() ? 'asked' : copy === 'room' ? 'room' : 'files'
    change({ copy: isWhole ? 'whole' : lack, bytes, storedAt })
    if (registration?.waiting || registration?.installing) return
    // A page that was loaded past the worker is of the build that comes next, not of one before.
    const isBefore = facts.version !== version && workers?.controller != null
    if (isBefore) change({ update: 'taken', isLater: update === 'taken' && read().isLater })
    else if (isPassing(update)) change({ update: 'none' })
  }

  function hear(message: WorkerMessage): void {
    if (message.kind === 'later') change({ isLater: true })
    else if (message.kind === 'failed') change({ [message.part]: message.cause })
    else if (message.kind === 'filling' && read()[message.part] === 'filling') showFilling(message.part, message)
  }

  function use(): void {
    const waiting = registration?.waiting
    waiting?.addEventListener('statechange', () => waiting.state === 'activated' && location.reload())
    waiting?.postMessage({ kind: 'use' })
    // Another tab was faster: what waited answers already.
    if (!waiting) location.reload()
  }

  async function fill(): Promise<void> {
    showFilling('copy')
    const active = registration?.active
    if (!active) {
      if (!(await register())) change({ copy: 'files' })
      return
    }
    await askWorker(active, { kind: 'fill' }, true)
    await learn(active)
  }

  async function loadUpdate(): Promise<void> {
    if (registration?.active) await askWorker(registration.active, { kind: 'want-update' })
    // The worker remembers the wish; where it said itself what was wrong, that is more.
    await registration?.update().catch(() => read().update === 'asked' && change({ update: 'files' }))
  }

  /** What is over once the worker in charge is of this page's build: another was put back, for one. */
  const isPassing = (update: Standing['update']) => ['filling', 'waiting', 'taken'].includes(update)

  const deeds: Record<Deed, () => unknown> = { use, fill, 'want-update': loadUpdate, reload: () => location.reload() }
  return {
    start: async () => {
      if (!workers) return
      workers.addEventListener('message', ({ data }) => hear(data))
      workers.startMessages()
      workers.addEventListener('controllerchange', () => learn(workers.controller))
      const held = await workers.getRegistration(base).catch(() => undefined)
      if (savesData() && held?.scope !== base) change({ copy: 'asked' })
      else await register()
    },
    act: (deed) => deeds[deed](),
    putOff: () => {
      if (read().update === 'waiting') registration?.waiting?.postMessage({ kind: 'later' })
      change({ isLater: true })
    },
  }
}
