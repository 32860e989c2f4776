import { afterEach, expect, test, vi } from 'vitest'
import type { ItemState } from '../../../src/core/index.ts'
import { FakeStorage } from '../../fixtures/fake-storage.ts'
import { early } from '../../fixtures/moments.ts'

afterEach(() => vi.unstubAllGlobals())

const key = (item: string) => `golive:item:demo-first:${item}`
const recordText = (state: ItemState, at = early) => JSON.stringify({ format: 2, state: { at, value: state } })
const done: ItemState = { kind: 'done', itemDigest: 'ab12' }
const blocked: ItemState = { kind: 'blocked', reason: 'a part is missing' }

/** The stores of a page over a device. */
async function openPage(texts: Record<string, string> = {}) {
  vi.resetModules()
  const device = new FakeStorage(texts)
  const facts = { platform: 'demo', formerly: {}, when: {}, validForDays: {}, needsLink: [], digests: {} }
  vi.stubGlobal('localStorage', device.storage)
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('document', { querySelectorAll: () => [{ content: JSON.stringify(facts) }], querySelector: () => null })
  const bulk = await import('../../../src/stores/bulk.ts')
  const { progressOf } = await import('../../../src/stores/progress.ts')
  const { $items } = progressOf('demo')
  const seen = (item: string) => $items.get()[item]?.state?.at
  return {
    ...bulk,
    device,
    $items,
    seen,
    shown: (item: string) => $items.get()[item]?.state?.value,
    stored: (item: string) => JSON.parse(device.texts.get(key(item)) ?? 'null')?.state?.value,
    plan: (items: readonly string[], state: ItemState) => items.map((item) => ({ item, state, seenAt: seen(item) })),
  }
}

test('changeStates() writes each item once, and leaves one that is so already with its time', async () => {
  const page = await openPage({ [key('b')]: recordText(done) })
  const result = page.changeStates('demo', page.plan(['a', 'b', 'c'], done))
  expect(result).toMatchObject({ rollout: 'demo-first', left: [], isStored: true })
  expect(result.written.map(({ item }) => item)).toEqual(['a', 'c'])
  expect(['a', 'b', 'c'].map(page.stored)).toEqual([done, done, done])
  expect(page.seen('b')).toBe(early)
  expect(page.shown('c')).toEqual(done)
})

test('undoStates() brings every item back to what it was', async () => {
  const page = await openPage({ [key('b')]: recordText(blocked), [key('c')]: recordText(done) })
  const result = page.changeStates('demo', page.plan(['a', 'b', 'c'], { kind: 'started' }))
  expect(result.written).toHaveLength(3)
  const undone = page.undoStates('demo', result)
  expect(undone).toMatchObject({ left: [], isStored: true })
  expect(['a', 'b', 'c'].map(page.stored)).toEqual([{ kind: 'open' }, blocked, done])
})

test('whatever listens hears of many changes once, and once when they are undone', async () => {
  const page = await openPage({ [key('b')]: recordText(blocked) })
  const heard: unknown[] = []
  page.$items.listen((items) => heard.push(Object.keys(items).sort()))
  const result = page.changeStates('demo', page.plan(['a', 'b', 'c'], done))
  expect(heard).toEqual([['a', 'b', 'c']])
  page.undoStates('demo', result)
  expect(heard).toHaveLength(2)
})

test('each change remembers what it replaced, and who made it', async () => {
  const page = await openPage({
    [key('a')]: recordText(blocked),
    'golive:person': JSON.stringify({ format: 2, name: { at: early, value: 'Ann' } }),
  })
  page.undoStates('demo', page.changeStates('demo', page.plan(['a'], done)))
  const { state } = JSON.parse(page.device.texts.get(key('a')) ?? '')
  expect(state).toMatchObject({ value: blocked, by: 'Ann' })
  expect(state.before).toMatchObject([
    { value: done, by: 'Ann' },
    { value: blocked, at: early },
  ])
})

test('an answer that another tab wrote and nobody here saw is not written over', async () => {
  const page = await openPage()
  const changes = page.plan(['a', 'b'], done)
  page.device.texts.set(key('a'), recordText(blocked))
  const result = page.changeStates('demo', changes)
  expect(result.left).toEqual(['a'])
  expect(page.stored('a')).toEqual(blocked)
  expect(page.stored('b')).toEqual(done)
  // And it is shown from now on.
  expect(page.shown('a')).toEqual(blocked)
})

test('undo leaves what somebody answered since', async () => {
  const page = await openPage()
  const result = page.changeStates('demo', page.plan(['a', 'b'], done))
  page.device.texts.set(key('a'), recordText(blocked, '2099-01-01T00:00:00.000Z'))
  const undone = page.undoStates('demo', result)
  expect(undone.left).toEqual(['a'])
  expect(page.stored('a')).toEqual(blocked)
  expect(page.stored('b')).toEqual({ kind: 'open' })
})

test('a note that was written since the change stays when it is undone', async () => {
  const page = await openPage()
  const result = page.changeStates('demo', page.plan(['a'], done))
  const record = JSON.parse(page.device.texts.get(key('a')) ?? '')
  page.device.texts.set(key('a'), JSON.stringify({ ...record, note: { at: early, value: 'mine' } }))
  page.undoStates('demo', result)
  expect(JSON.parse(page.device.texts.get(key('a')) ?? '')).toMatchObject({
    note: { value: 'mine' },
    state: { value: { kind: 'open' } },
  })
})

test('storage that is full is told; what waits in memory can be undone', async () => {
  const page = await openPage()
  page.device.mood = 'full'
  const result = page.changeStates('demo', page.plan(['a', 'b'], done))
  expect(result).toMatchObject({ left: [], isStored: false })
  expect(page.shown('b')).toEqual(done)
  expect(page.undoStates('demo', result)).toMatchObject({ left: [], isStored: false })
  expect(page.shown('b')).toEqual({ kind: 'open' })
})

test('storage that fills up on the way is told; what found no room is shown and waits', async () => {
  const page = await openPage()
  const { $trouble } = await import('../../../src/stores/trouble.ts')
  page.changeStates('demo', page.plan(['a'], done))
  page.device.quota = [...page.device.texts.values()].join('').length + recordText(done).length
  const result = page.changeStates('demo', page.plan(['b', 'c', 'd'], done))
  expect(result.isStored).toBe(false)
  expect(result.written.map(({ item }) => item)).toEqual(['b', 'c', 'd'])
  expect(['b', 'c', 'd'].map(page.shown)).toEqual([done, done, done])
  expect(['b', 'c', 'd'].map(page.stored)).toEqual([done, undefined, undefined])
  expect($trouble.get()).toMatchObject({ storage: 'full', unsaved: 2 })
})

test('a record of a newer format is left alone', async () => {
  const newer = JSON.stringify({ format: 99 })
  const page = await openPage({ [key('a')]: newer })
  const result = page.changeStates('demo', page.plan(['a', 'b'], done))
  expect(result.left).toEqual(['a'])
  expect(result.written.map(({ item }) => item)).toEqual(['b'])
  expect(page.device.texts.get(key('a'))).toBe(newer)
})

test('undo changes the rollout that was changed, whichever is shown by now', async () => {
  const page = await openPage()
  const result = page.changeStates('demo', page.plan(['a'], done))
  page.device.texts.set('golive:current', JSON.stringify({ format: 2, platform: 'demo', rollouts: { demo: 'next' } }))
  const { refreshPlatform } = await import('../../../src/stores/progress.ts')
  refreshPlatform('demo')
  page.undoStates('demo', result)
  expect(page.stored('a')).toEqual({ kind: 'open' })
  expect([...page.device.texts.keys()].filter((name) => name.startsWith('golive:item:next'))).toEqual([])
})
