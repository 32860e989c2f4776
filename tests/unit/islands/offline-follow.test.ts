import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followWorkers } from '../../../src/islands/offline/follow.ts'
import type { CopyFacts, PageMessage, WorkerMessage } from '../../../src/offline/messages.ts'
import { firstStanding, type Standing } from '../../../src/offline/standing.ts'

const base = 'https://example.org/docs/'
const whole: CopyFacts = { version: 'one', bytes: 40, storedAt: undefined, isWhole: true, isLater: false }
const lacking: CopyFacts = { ...whole, isWhole: false }

/** Time passes only when a test lets it, but messages come. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

class FakeWorker extends EventTarget {
  state = 'activated'
  readonly asked: PageMessage[] = []

  postMessage(message: PageMessage, [port]: MessagePort[] = []): void {
    this.asked.push(message)
    port?.postMessage(whole)
  }
}

class FakeRegistration extends EventTarget {
  readonly scope = base
  active: FakeWorker | null = null
  waiting: FakeWorker | null = null
  installing: FakeWorker | null = null
  update = vi.fn(async () => {})
}

/** A page in a browser that has, or takes, one registration; `undefined` is none and refuses it. */
function openPage({ saveData = false, held }: { saveData?: boolean; held?: FakeRegistration } = {}) {
  const registration = { held, taken: held }
  const container = Object.assign(new EventTarget(), {
    controller: null,
    startMessages: () => {},
    getRegistration: async () => registration.held,
    register: vi.fn(async () => {
      if (!registration.taken) throw new TypeError('Failed to fetch')
      return registration.taken
    }),
  })
  vi.stubGlobal('navigator', { serviceWorker: container, connection: { saveData } })
  let standing: Standing = firstStanding
  const change = (news: Partial<Standing>) => {
    standing = { ...standing, ...news }
  }
  const follower = followWorkers(base, 'one', { read: () => standing, change })
  const hear = (data: WorkerMessage) => container.dispatchEvent(new MessageEvent('message', { data }))
  return { follower, registration, hear, read: () => standing }
}

test('followWorkers() says nothing of a browser that refuses the worker, until somebody asks for a copy', async () => {
  const { follower, read } = openPage()
  await follower.start()
  expect(read()).toEqual(firstStanding)
  follower.act('fill')
  await vi.waitFor(() => expect(read().copy).toBe('files'))
})

test('followWorkers() says that a copy which was asked for did not come, and takes it when it is asked for again', async () => {
  const { follower, registration, read } = openPage({ saveData: true })
  await follower.start()
  expect(read().copy).toBe('asked')
  follower.act('fill')
  await vi.waitFor(() => expect(read().copy).toBe('files'))
  registration.taken = new FakeRegistration()
  registration.taken.active = new FakeWorker()
  follower.act('fill')
  await vi.waitFor(() => expect(read().copy).toBe('whole'))
})

test('followWorkers() says that an update which was asked for did not come', async () => {
  const held = new FakeRegistration()
  const active = new FakeWorker()
  held.active = active
  held.update.mockRejectedValue(new TypeError('Failed to fetch'))
  const { follower, read } = openPage({ saveData: true, held })
  await follower.start()
  const next = Object.assign(new FakeWorker(), { state: 'installing' })
  held.installing = next
  held.dispatchEvent(new Event('updatefound'))
  next.state = 'redundant'
  next.dispatchEvent(new Event('statechange'))
  expect(read()).toMatchObject({ copy: 'whole', update: 'asked' })
  follower.act('want-update')
  await vi.waitFor(() => expect(read().update).toBe('files'))
  expect(active.asked).toContainEqual({ kind: 'want-update' })
})

test('followWorkers() tells what a worker says of its failure, and not only that nothing came', async () => {
  const held = new FakeRegistration()
  held.active = new FakeWorker()
  const { follower, hear, read } = openPage({ held })
  await follower.start()
  held.update.mockImplementation(async () => {
    hear({ kind: 'failed', part: 'update', cause: 'room' })
    throw new TypeError('Failed to update')
  })
  follower.act('want-update')
  await vi.waitFor(() => expect(held.update).toHaveBeenCalledOnce())
  await Promise.resolve()
  expect(read().update).toBe('room')
})

test('followWorkers() gives a filling up that has not moved for long, and hears when it comes after all', async () => {
  const held = new FakeRegistration()
  const active = new FakeWorker()
  held.active = active
  let finish = () => {}
  active.postMessage = (message, [port] = []) => {
    if (message.kind === 'fill') finish = () => port?.postMessage(whole)
    else port?.postMessage(lacking)
  }
  const { follower, hear, read } = openPage({ held })
  void follower.start()
  await vi.waitFor(() => expect(read().copy).toBe('filling'))
  vi.advanceTimersByTime(149_000)
  hear({ kind: 'filling', part: 'copy', doneBytes: 10, totalBytes: 40 })
  vi.advanceTimersByTime(149_000)
  expect(read()).toMatchObject({ copy: 'filling', progress: { doneBytes: 10, totalBytes: 40 } })
  vi.advanceTimersByTime(1_000)
  expect(read().copy).toBe('files')
  finish()
  await vi.waitFor(() => expect(read().copy).toBe('whole'))
})

test('followWorkers() follows a worker once, however often its copy is asked for', async () => {
  const { follower, registration, read } = openPage({ saveData: true })
  await follower.start()
  const installing = Object.assign(new FakeWorker(), { state: 'installing' })
  registration.taken = new FakeRegistration()
  registration.taken.installing = installing
  follower.act('fill')
  registration.taken.dispatchEvent(new Event('updatefound'))
  follower.act('fill')
  registration.taken.dispatchEvent(new Event('updatefound'))
  await vi.waitFor(() => expect(read().copy).toBe('filling'))
  Object.assign(registration.taken, { installing: null, active: installing })
  installing.state = 'activated'
  installing.dispatchEvent(new Event('statechange'))
  await vi.waitFor(() => expect(read().copy).toBe('whole'))
  expect(installing.asked).toHaveLength(1)
})
