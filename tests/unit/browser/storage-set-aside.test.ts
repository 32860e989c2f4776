import { describe, expect, test } from 'vitest'
import { openStorageOn } from '../../fixtures/tabs.ts'

describe('setAside()', () => {
  test('copies a text and leaves it where it is', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'rubbish' })
    expect(storage.setAside('a')).toBe(true)
    expect(Object.fromEntries(device.texts)).toEqual({ 'golive:a': 'rubbish', 'golive:aside:a': 'rubbish' })
  })

  test('has nothing to do where there is no text, and no second copy to make of the same text', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'rubbish' })
    expect(storage.setAside('b')).toBe(true)
    storage.setAside('a')
    expect(storage.setAside('a')).toBe(true)
    expect(device.texts.size).toBe(2)
  })

  test('never writes over an earlier copy', () => {
    const { device, storage } = openStorageOn()
    for (const text of ['first', 'second', 'third']) {
      device.texts.set('golive:a', text)
      expect(storage.setAside('a')).toBe(true)
    }
    const copies = ['aside:a', 'aside:a:2', 'aside:a:3']
    expect(copies.map((copy) => storage.read(copy))).toEqual(['first', 'second', 'third'])
  })

  test('says when the device does not hold the copy', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'rubbish' })
    device.mood = 'full'
    expect(storage.setAside('a')).toBe(false)
    expect(storage.read('aside:a')).toBe('rubbish')
    expect(storage.unsavedKeys()).toEqual(['aside:a'])
  })

  test('says so every time it is tried, until the device holds the copy', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'rubbish' })
    device.mood = 'full'
    expect([storage.setAside('a'), storage.setAside('a')]).toEqual([false, false])
    expect(storage.unsavedKeys()).toEqual(['aside:a'])
    device.mood = 'sound'
    expect(storage.setAside('a')).toBe(true)
    expect(Object.fromEntries(device.texts)).toEqual({ 'golive:a': 'rubbish', 'golive:aside:a': 'rubbish' })
    expect(storage.unsavedKeys()).toEqual([])
  })
})
