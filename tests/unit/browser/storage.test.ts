import { afterEach, describe, expect, test, vi } from 'vitest'
import { openStorageOn } from '../../fixtures/tabs.ts'

describe('a sound device', () => {
  test('write() stores under our prefix and read() gives it back', () => {
    const { device, storage } = openStorageOn()
    expect(storage.write('a', 'text')).toBe(true)
    expect(device.texts).toEqual(new Map([['golive:a', 'text']]))
    expect(storage.read('a')).toBe('text')
    expect(storage.read('b')).toBeUndefined()
    expect(storage.unsavedKeys()).toEqual([])
    expect(storage.trouble()).toBeUndefined()
  })

  test('read() sees what another tab wrote', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'old' })
    expect(storage.read('a')).toBe('old')
    device.texts.set('golive:a', 'new')
    expect(storage.read('a')).toBe('new')
  })

  test('an empty text is a text', () => {
    const { storage } = openStorageOn()
    storage.write('a', '')
    expect(storage.read('a')).toBe('')
  })

  test('foreign keys are neither listed, read nor changed', () => {
    const { device, storage } = openStorageOn({ theme: 'dark', a: 'foreign', 'golive:b': 'ours' })
    storage.write('a', 'ours')
    storage.setAside('b')
    expect(storage.keys()).toEqual(['a', 'aside:b', 'b'])
    expect(storage.read('theme')).toBeUndefined()
    expect(device.texts.get('theme')).toBe('dark')
    expect(device.texts.get('a')).toBe('foreign')
  })
})

describe.each([
  ['blocked', 'blocked'],
  ['full', 'full'],
  ['drops writes', 'blocked'],
] as const)('a device that is "%s"', (mood, trouble) => {
  test('write() says no, keeps the text in memory and names the trouble', () => {
    const { device, storage } = openStorageOn()
    device.mood = mood
    expect(storage.write('b', 'text')).toBe(false)
    expect(storage.write('a', 'other')).toBe(false)
    expect(storage.read('b')).toBe('text')
    expect(storage.keys()).toEqual(['a', 'b'])
    expect(storage.unsavedKeys()).toEqual(['a', 'b'])
    expect(storage.trouble()).toBe(trouble)
    expect(device.texts.size).toBe(0)
  })

  test('write() stores what waited and ends the trouble when the device is sound again', () => {
    const { device, storage } = openStorageOn()
    device.mood = mood
    storage.write('a', 'waited')
    device.mood = 'sound'
    expect(storage.write('b', 'text')).toBe(true)
    expect(Object.fromEntries(device.texts)).toEqual({ 'golive:a': 'waited', 'golive:b': 'text' })
    expect(storage.unsavedKeys()).toEqual([])
    expect(storage.trouble()).toBeUndefined()
  })

  test('read() gives the newest text, also when an older one is on the device', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'old' })
    device.mood = mood
    storage.write('a', 'new')
    expect(storage.read('a')).toBe('new')
    expect(device.texts.get('golive:a')).toBe('old')
  })
})

describe('room for some texts only', () => {
  test('write() stores what fits and keeps the trouble while something waits', () => {
    const { device, storage } = openStorageOn()
    device.quota = 10
    expect(storage.write('large', 'x'.repeat(11))).toBe(false)
    expect(storage.write('small', 'x')).toBe(true)
    expect(storage.unsavedKeys()).toEqual(['large'])
    expect(storage.trouble()).toBe('full')
  })

  test('write() replaces a text that waits by a shorter one that fits', () => {
    const { device, storage } = openStorageOn()
    device.quota = 10
    storage.write('a', 'x'.repeat(11))
    expect(storage.write('a', 'short')).toBe(true)
    expect(device.texts.get('golive:a')).toBe('short')
    expect(storage.unsavedKeys()).toEqual([])
    expect(storage.trouble()).toBeUndefined()
  })
})

test('trouble() ends with a read that works, where nothing waits', () => {
  const { device, storage } = openStorageOn({ 'golive:a': 'text' })
  device.mood = 'blocked'
  expect(storage.read('a')).toBeUndefined()
  expect(storage.trouble()).toBe('blocked')
  device.mood = 'sound'
  expect(storage.read('a')).toBe('text')
  expect(storage.trouble()).toBeUndefined()
})

test('hold() keeps a text in memory until the next write', () => {
  const { device, storage } = openStorageOn()
  storage.hold('a', 'text')
  expect(device.texts.size).toBe(0)
  expect(storage.read('a')).toBe('text')
  expect(storage.unsavedKeys()).toEqual(['a'])
  storage.write('b', 'other')
  expect(device.texts.get('golive:a')).toBe('text')
})

describe('onChange()', () => {
  afterEach(() => vi.unstubAllGlobals())

  type Listener = (event: { key: string | null; newValue: string | null }) => void

  function listen() {
    const listeners: Listener[] = []
    vi.stubGlobal('addEventListener', (type: string, listener: Listener) => {
      if (type === 'storage') listeners.push(listener)
    })
    const told: [string, string | undefined][] = []
    const opened = openStorageOn({ 'golive:item:x:y': 'later' })
    opened.storage.onChange((key, text) => told.push([key, text]))
    expect(listeners).toHaveLength(1)
    return { told, tell: (key: string | null, newValue: string | null) => listeners[0]?.({ key, newValue }) }
  }

  test('tells of our keys without their prefix, and of no others', () => {
    const { told, tell } = listen()
    for (const key of ['golive:item:x:y', 'theme', null]) tell(key, 'text')
    expect(told).toEqual([['item:x:y', 'text']])
  })

  test('tells the text that was written, whatever the device holds by now', () => {
    const { told, tell } = listen()
    tell('golive:item:x:y', 'earlier')
    tell('golive:item:x:y', '')
    expect(told.map(([, text]) => text)).toEqual(['earlier', ''])
  })

  test('tells of a text that was taken away', () => {
    const { told, tell } = listen()
    tell('golive:item:x:y', null)
    expect(told).toEqual([['item:x:y', undefined]])
  })
})
