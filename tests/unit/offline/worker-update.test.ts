import { beforeEach, expect, test, vi } from 'vitest'
import { filesOf, openFakeBrowser } from '../../fixtures/fake-worker.ts'

const urls = ['a/', 'a.js', 'logo.svg']
const one = filesOf('one', urls, ['logo.svg'])
const two = filesOf('two', urls, ['logo.svg'])

beforeEach(() => {
  vi.unstubAllGlobals()
})

/** A browser in which the first build answers a page. */
async function openWithFirst() {
  const browser = openFakeBrowser()
  browser.open.set('old', [])
  const first = browser.start('one', one, false)
  await first.install()
  await first.activate()
  await first.tell({ kind: 'hello', version: 'one' }, 'old')
  browser.state.loaded = []
  return { ...browser, first }
}

/** The second build takes over while the page of the first is open. */
async function takeSecond() {
  const browser = await openWithFirst()
  const second = browser.start('two', two, true)
  await second.install()
  await second.activate()
  return { ...browser, second }
}

test('an update loads only what changed, and waits', async () => {
  const { start, state } = await openWithFirst()
  const second = start('two', two, true)
  await second.install()
  expect(state.loaded).toEqual(['a/', 'a.js'])
  expect(second.skipWaiting).not.toHaveBeenCalled()
  await second.tell({ kind: 'use' })
  expect(second.skipWaiting).toHaveBeenCalledOnce()
})

test('after an update new pages get its files, and open ones those of theirs, their workers too', async () => {
  const { second, state } = await takeSecond()
  state.isOffline = true
  expect(await second.ask('a/', '', { mode: 'navigate' })).toMatchObject({ text: 'a/ of two' })
  expect(await second.ask('a.js', 'new')).toMatchObject({ text: 'a.js of two' })
  expect(await second.ask('a.js', 'old')).toMatchObject({ text: 'a.js of one' })
  expect(await second.ask('a.js', 'old', { becomes: 'worker of old' })).toMatchObject({ text: 'a.js of one' })
  expect(await second.ask('a.js', 'worker of old')).toMatchObject({ text: 'a.js of one' })
  expect(second.claim).not.toHaveBeenCalled()
})

test('a worker that is stopped and started again knows which pages are of which build', async () => {
  const { start } = await takeSecond()
  const again = start('two', two, true)
  expect(await again.ask('a.js', 'old')).toMatchObject({ text: 'a.js of one' })
})

test('a page that came just as another build took over says which it is of', async () => {
  const { second, open } = await takeSecond()
  open.set('late', [])
  await second.tell({ kind: 'hello', version: 'one' }, 'late')
  expect(await second.ask('a.js', 'late')).toMatchObject({ text: 'a.js of one' })
})

test('the files of a build are kept while a page is of it, and removed after', async () => {
  const { second, open, stored } = await takeSecond()
  open.set('new', [])
  await second.tell({ kind: 'hello', version: 'two' }, 'new')
  expect(await stored()).toHaveLength(5)
  open.delete('old')
  await second.tell({ kind: 'hello', version: 'two' }, 'new')
  expect(await stored()).toEqual(['a.js of two', 'a/ of two', 'logo.svg of all'])
})

test('nothing is removed while another build is loading', async () => {
  const { second, open, stored } = await takeSecond()
  open.delete('old')
  Object.assign(second.registration, { installing: {} })
  await second.tell({ kind: 'hello', version: 'two' }, 'new')
  expect(await stored()).toHaveLength(5)
})

test('an update without room leaves the one before it that waits', async () => {
  const { caches, start, state } = await openWithFirst()
  const second = start('two', two, true)
  await second.install()
  caches.isFull = true
  const third = start('three', filesOf('three', urls), true)
  await expect(third.install()).rejects.toThrow('No room')
  await second.activate()
  state.isOffline = true
  expect(await second.ask('a/', '', { mode: 'navigate' })).toMatchObject({ text: 'a/ of two' })
  expect(await second.ask('a.js', 'new')).toMatchObject({ text: 'a.js of two' })
})

test('a copy that is made again without room leaves the update that waits', async () => {
  const { caches, first, start, stored } = await openWithFirst()
  await start('two', two, true).install()
  const files = await caches.open('golive-files-1:/docs/')
  for (const { url } of await files.keys()) if (url.endsWith('one')) await files.delete(url)
  caches.isFull = true
  await first.tell({ kind: 'fill' })
  expect(await stored()).toEqual(['a.js of two', 'a/ of two', 'logo.svg of all'])
})

test('a copy that finds no room takes nothing from an update that is loaded next', async () => {
  const { caches, first, start, stored } = await openWithFirst()
  await caches.delete('golive-files-1:/docs/')
  let refusals = 3
  Object.defineProperty(caches, 'isFull', { get: () => refusals-- > 0 })
  await Promise.all([first.tell({ kind: 'fill' }), start('two', two, true).install()])
  expect(await stored()).toEqual(['a.js of two', 'a/ of two', 'logo.svg of all'])
})

test('the build in use, put back, asks nobody', async () => {
  const { start } = await openWithFirst()
  await start('two', two, true).install()
  const back = start('one', one, true)
  await back.install()
  expect(back.skipWaiting).toHaveBeenCalledOnce()
})

test('an update is not loaded where the browser is to save data, unless somebody wants it', async () => {
  const { first, start, state } = await openWithFirst()
  state.saveData = true
  await expect(start('two', two, true).install()).rejects.toThrow('the browser is to save data')
  expect(state.loaded).toEqual([])
  await first.tell({ kind: 'want-update' })
  await start('two', two, true).install()
  expect(state.loaded).toHaveLength(2)
  // The wish was for that one.
  await expect(start('three', filesOf('three', urls), true).install()).rejects.toThrow('the browser is to save data')
})

test('who puts an update off is not told again, in no tab', async () => {
  const { open, start } = await openWithFirst()
  const second = start('two', two, true)
  await second.install()
  expect(await second.tell({ kind: 'hello', version: 'one' }, 'old')).toMatchObject({ version: 'two', isLater: false })
  await second.tell({ kind: 'later' })
  expect(open.get('old')).toContainEqual({ kind: 'later' })
  expect(await second.tell({ kind: 'hello', version: 'one' }, 'old')).toMatchObject({ isLater: true })
})

test('of the caches of others none is touched, of ours those of an earlier form are removed', async () => {
  const browser = openFakeBrowser()
  const others = ['other', 'golive-files-0:/', 'golive-files-0:/docs/docs/']
  for (const name of [...others, 'golive-files-0:/docs/']) await browser.caches.open(name)
  const first = browser.start('one', one, false)
  await first.install()
  await first.activate()
  await first.tell({ kind: 'hello', version: 'one' }, 'old')
  expect(await browser.caches.keys()).toEqual([...others, 'golive-memory-1:/docs/', 'golive-files-1:/docs/'])
})
