import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeSigningKey, readSigningKeys, removeSigningKey } from '../../../src/browser/signing-keys.ts'

/** IndexedDB belongs to the browser, and is tried there; here its place is taken by a map. */
const stored = vi.hoisted(() => new Map<string, unknown>())
const texts = vi.hoisted(() => new Map<string, string>())
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: async (key: string) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return stored.get(key)
  },
  setMany: async (entries: [string, unknown][]) => void entries.map(([key, value]) => stored.set(key, value)),
}))
vi.mock('../../../src/browser/environment.ts', () => ({
  storage: {
    read: (key: string) => texts.get(key),
    write: (key: string, text: string) => texts.set(key, text),
    remove: (key: string) => texts.delete(key),
  },
}))

const now = new Date('2026-11-21T12:00:00Z')
const make = (name: string) => makeSigningKey('ecdsa-p256', { name, role: 'sre' }, now)
const namesOf = (keys: readonly ({ name: string } | undefined)[]) => new Set(keys.map((key) => key?.name))

beforeEach(() => {
  stored.clear()
  texts.clear()
})

describe('makeSigningKey()', () => {
  test('remembers the key that it replaces', async () => {
    await make('Alice')
    await make('Bob')
    const { current, lost, former } = await readSigningKeys()
    expect([current?.name, lost]).toEqual(['Bob', undefined])
    expect(former).toMatchObject([{ name: 'Alice', end: 'replaced' }])
  })

  test('remembers every key when two tabs make one at once', async () => {
    await Promise.all([make('Alice'), make('Bob'), make('Carol')])
    const { current, lost, former } = await readSigningKeys()
    expect(namesOf([current, ...former])).toEqual(new Set(['Alice', 'Bob', 'Carol']))
    expect([lost, former.map(({ end }) => end)]).toEqual([undefined, ['replaced', 'replaced']])
  })
})

describe('removeSigningKey()', () => {
  test('remembers the key that it takes away', async () => {
    await make('Alice')
    const { current } = await readSigningKeys()
    await removeSigningKey(current?.keyid, now)
    expect(await readSigningKeys()).toMatchObject({ current: undefined, lost: undefined, former: [{ end: 'removed' }] })
  })

  test('leaves a key alone that another tab made meanwhile', async () => {
    await make('Alice')
    const { current: shown } = await readSigningKeys()
    await make('Bob')
    await removeSigningKey(shown?.keyid, now)
    await removeSigningKey(undefined, now)
    const { current, lost } = await readSigningKeys()
    expect([current?.name, lost]).toEqual(['Bob', undefined])
  })

  test('says no longer that a key was lost', async () => {
    await make('Alice')
    stored.clear()
    expect((await readSigningKeys()).lost?.name).toBe('Alice')
    await removeSigningKey(undefined, now)
    expect(await readSigningKeys()).toMatchObject({ lost: undefined, former: [{ name: 'Alice', end: 'lost' }] })
  })
})
