import { beforeEach, expect, test, vi } from 'vitest'
import { base, filesOf, openFakeBrowser } from '../../fixtures/fake-worker.ts'

const urls = ['./', 'a/', 'a.js', '404.html']

beforeEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('startWorker() keeps every file by its digest and takes the page that brought it', async () => {
  const browser = openFakeBrowser()
  browser.open.set('page', [])
  const worker = browser.start('one', filesOf('one', urls), false)
  await worker.install()
  expect(await browser.stored()).toEqual(['./ of one', '404.html of one', 'a.js of one', 'a/ of one'])
  expect(browser.open.get('page')).toContainEqual({ kind: 'filling', part: 'copy', doneBytes: 0, totalBytes: 40 })
  await worker.activate()
  expect(worker.claim).toHaveBeenCalledOnce()
  const facts = await worker.tell({ kind: 'hello', version: 'one' }, 'page')
  expect(facts).toMatchObject({ version: 'one', bytes: 40, isWhole: true, isLater: false })
})

test('startWorker() answers without network: pages, any query, a missing slash, and lost addresses', async () => {
  const browser = openFakeBrowser()
  const worker = browser.start('one', filesOf('one', urls), false)
  await worker.install()
  await worker.activate()
  browser.state.isOffline = true
  const open = (path: string) => worker.ask(path, '', { mode: 'navigate' })
  expect(await open('')).toMatchObject({ status: 200, text: './ of one' })
  expect(await open('a/?platform=x#y')).toMatchObject({ status: 200, text: 'a/ of one' })
  expect(await open('a/index.html')).toMatchObject({ status: 200, text: 'a/ of one' })
  expect(await open('a?q=1')).toMatchObject({ status: 301, to: `${base}a/?q=1` })
  expect(await open('nowhere/')).toMatchObject({ status: 404, text: '404.html of one' })
  expect(await worker.ask('a.js?ts=17', 'page')).toMatchObject({ text: 'a.js of one' })
  await expect(worker.ask('b.js', 'page')).rejects.toThrow('Failed to fetch')
})

test('startWorker() leaves other sites, other methods and unknown addresses to the network', async () => {
  const browser = openFakeBrowser()
  const worker = browser.start('one', filesOf('one', urls), false)
  await worker.install()
  await worker.activate()
  expect(await worker.ask('../other/', '', { mode: 'navigate' })).toMatchObject({ text: 'from the network' })
  expect(await worker.ask('b.js', 'page')).toMatchObject({ text: 'from the network' })
})

test('startWorker() fails as a whole when one file does, and goes on from what came', async () => {
  const browser = openFakeBrowser()
  browser.open.set('page', [])
  browser.state.broken.add('a.js')
  const worker = browser.start('one', filesOf('one', urls), false)
  await expect(worker.install()).rejects.toThrow('Digest does not match')
  expect(browser.open.get('page')).toContainEqual({ kind: 'failed', part: 'copy', cause: 'files' })
  browser.state.broken.clear()
  browser.state.loaded = []
  await browser.start('one', filesOf('one', urls), false).install()
  expect(browser.state.loaded).toEqual(['a.js'])
})

test('startWorker() keeps nothing where there is no room for all, and says so', async () => {
  const browser = openFakeBrowser()
  browser.open.set('page', [])
  const first = browser.start('one', filesOf('one', urls), false)
  await first.install()
  await first.activate()
  browser.caches.isFull = true
  await expect(browser.start('two', filesOf('two', urls), true).install()).rejects.toThrow('No room')
  expect(browser.open.get('page')).toContainEqual({ kind: 'failed', part: 'update', cause: 'room' })
  expect(await browser.stored()).toHaveLength(4)
})

test('startWorker() gives up a file that does not come within its time, tries it once more, and says so', async () => {
  const browser = openFakeBrowser()
  browser.open.set('page', [])
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new Error('Late')))
  let tries = 0
  vi.stubGlobal('fetch', async (_: URL, { signal }: RequestInit) => {
    tries++
    signal?.throwIfAborted()
    return new Promise(() => {})
  })
  const worker = browser.start('one', [{ url: 'a.js', revision: 'a', bytes: 400_000 }], false)
  await expect(worker.install()).rejects.toThrow('Late')
  expect(tries).toBe(2)
  expect(timeout).toHaveBeenCalledWith(160_000)
  expect(browser.open.get('page')).toContainEqual({ kind: 'failed', part: 'copy', cause: 'files' })
})

test('startWorker() answers from the network while the browser refuses its storage, and from the copy after', async () => {
  const browser = openFakeBrowser()
  await browser.start('one', filesOf('one', urls), false).install()
  const worker = browser.start('one', filesOf('one', urls), true)
  const { open } = browser.caches
  browser.caches.open = async () => {
    throw new DOMException('Internal error', 'UnknownError')
  }
  expect(await worker.ask('a/', '', { mode: 'navigate' })).toMatchObject({ text: 'from the network' })
  expect(await worker.ask('a.js', 'page')).toMatchObject({ text: 'from the network' })
  browser.caches.open = open
  browser.state.isOffline = true
  expect(await worker.ask('a.js', 'page')).toMatchObject({ text: 'a.js of one' })
})

test('startWorker() loads what was taken away when a page asks for it, once for two tabs', async () => {
  const browser = openFakeBrowser()
  const worker = browser.start('one', filesOf('one', urls), false)
  await worker.install()
  await worker.activate()
  for (const name of await browser.caches.keys()) await browser.caches.delete(name)
  expect(await worker.tell({ kind: 'hello', version: 'one' })).toMatchObject({ isWhole: false })
  browser.state.loaded = []
  await Promise.all([worker.tell({ kind: 'fill' }), worker.tell({ kind: 'fill' })])
  expect(browser.state.loaded).toHaveLength(4)
  expect(await worker.tell({ kind: 'hello', version: 'one' })).toMatchObject({ isWhole: true })
})

test('startWorker() keeps the files of a pack, each by its address, and does not ask again for what it has', async () => {
  const browser = openFakeBrowser()
  const parts = [
    { url: 'f/1', revision: 'first', bytes: 3 },
    { url: 'f/2', revision: 'second', bytes: 4 },
  ]
  const files = [...filesOf('one', urls), { url: 'f.pack', revision: 'onetwo!', bytes: 7, parts }]
  const worker = browser.start('one', files, false)
  await worker.install()
  await worker.activate()
  browser.state.isOffline = true
  expect(await worker.ask('f/1', 'page')).toMatchObject({ text: 'one' })
  expect(await worker.ask('f/2', 'page')).toMatchObject({ text: 'two!' })
  await expect(worker.ask('f.pack', 'page')).rejects.toThrow('Failed to fetch')
  browser.state.isOffline = false
  browser.state.loaded = []
  await browser.start('two', files, true).install()
  expect(browser.state.loaded).toEqual([])
})
