import { describe, expect, test } from 'vitest'
import { openStorageOn } from '../../fixtures/tabs.ts'

describe('remove()', () => {
  test('takes a text away for good, and no other', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'text', 'golive:ab': 'other', a: 'foreign' })
    expect(storage.remove('a')).toBe(true)
    expect(Object.fromEntries(device.texts)).toEqual({ 'golive:ab': 'other', a: 'foreign' })
    expect(storage.read('a')).toBeUndefined()
    expect(storage.keys()).toEqual(['ab'])
  })

  test('has nothing to do where there is no text', () => {
    expect(openStorageOn().storage.remove('a')).toBe(true)
  })

  test('takes away what waits in memory, which no later write brings back', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'old' })
    device.mood = 'full'
    storage.write('a', 'new')
    expect(storage.remove('a')).toBe(true)
    expect(storage.unsavedKeys()).toEqual([])
    device.mood = 'sound'
    storage.write('b', 'text')
    expect(Object.fromEntries(device.texts)).toEqual({ 'golive:b': 'text' })
  })

  test('says when the device still holds the text', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'text' })
    device.mood = 'blocked'
    expect(storage.remove('a')).toBe(false)
    device.mood = 'sound'
    expect(storage.read('a')).toBe('text')
  })

  test('leaves room for a text of the same key afterwards', () => {
    const { device, storage } = openStorageOn({ 'golive:a': 'text' })
    storage.remove('a')
    expect(storage.write('a', 'again')).toBe(true)
    expect(device.texts.get('golive:a')).toBe('again')
  })
})
