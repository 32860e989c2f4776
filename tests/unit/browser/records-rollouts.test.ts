import { describe, expect, test } from 'vitest'
import { rolloutKey } from '../../../src/browser/record-reader.ts'
import { noon } from '../../fixtures/moments.ts'
import { openRecordsOn, openTab } from '../../fixtures/tabs.ts'

const now = new Date(noon)

describe('rollouts', () => {
  test('writeRollout() stores a field and readRollout() gives it back', () => {
    const { device, records } = openRecordsOn()
    expect(records.writeRollout('demo-first', 'name', 'Autumn', now)).toBe(true)
    expect(records.readRollout('demo-first')).toEqual({ format: 1, name: { value: 'Autumn', at: noon } })
    expect([...device.texts.keys()]).toEqual([`golive:${rolloutKey('demo-first')}`])
  })

  test('currentRollout() is the first one until another is chosen, for each platform', () => {
    const { device, records } = openRecordsOn()
    expect(records.currentRollout('demo')).toBe('demo-first')
    expect(records.lastPlatform()).toBeUndefined()
    expect(records.chooseRollout('demo', 'demo-spring')).toBe(true)
    records.chooseRollout('other', 'other-first')
    const later = openTab(device)
    expect(later.currentRollout('demo')).toBe('demo-spring')
    expect(later.currentRollout('other')).toBe('other-first')
    expect(later.lastPlatform()).toBe('other')
  })

  test.each(['', '{', 'null', '[]', '{"rollouts":[]}', '{"platform":7,"rollouts":{"demo":7}}'])(
    'currentRollout() does without a stored choice of %j',
    (text) => {
      const { records } = openRecordsOn({ 'golive:current': text })
      expect(records.currentRollout('demo')).toBe('demo-first')
      expect(records.lastPlatform()).toBeUndefined()
    },
  )

  test('chooseRollout() keeps a choice that cannot be read aside', () => {
    const { device, records } = openRecordsOn({ 'golive:current': '{rubbish' })
    device.mood = 'full'
    expect(records.chooseRollout('demo', 'demo-spring')).toBe(false)
    expect(device.texts.get('golive:current')).toBe('{rubbish')
    device.mood = 'sound'
    expect(records.chooseRollout('demo', 'demo-spring')).toBe(true)
    expect(device.texts.get('golive:aside:current')).toBe('{rubbish')
    expect(records.currentRollout('demo')).toBe('demo-spring')
  })

  test('chooseRollout() leaves a choice of a newer format alone', () => {
    const text = '{"format":2,"platform":"demo","rollouts":{"demo":"demo-spring"},"view":"all"}'
    const { device, records } = openRecordsOn({ 'golive:current': text })
    expect(records.chooseRollout('demo', 'demo-autumn')).toBe(false)
    expect(Object.fromEntries(device.texts)).toEqual({ 'golive:current': text })
  })

  test('chooseRollout() keeps members that it does not know, and the choices for other platforms', () => {
    const text = '{"format":1,"platform":"other","rollouts":{"other":"other-first"},"view":{"all":true}}'
    const { device, records } = openRecordsOn({ 'golive:current': text })
    expect(records.chooseRollout('demo', 'demo-spring')).toBe(true)
    expect(JSON.parse(device.texts.get('golive:current') ?? '')).toEqual({
      format: 1,
      platform: 'demo',
      rollouts: { other: 'other-first', demo: 'demo-spring' },
      view: { all: true },
    })
  })
})
