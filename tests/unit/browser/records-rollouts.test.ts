import { describe, expect, test } from 'vitest'
import { rolloutKey } from '../../../src/browser/record-reader.ts'
import type { Change } from '../../../src/browser/records.ts'
import { type RolloutFields, setField } from '../../../src/core/index.ts'
import { noon } from '../../fixtures/moments.ts'
import { openRecordsOn, openTab } from '../../fixtures/tabs.ts'

const now = new Date(noon)

describe('rollouts', () => {
  test('changeRollout() stores fields and readRollout() gives them back', () => {
    const { device, records } = openRecordsOn()
    const rename =
      (name: string): Change<RolloutFields> =>
      (stored) =>
        setField(stored, 'name', name, now, { by: 'Ada' })
    expect(records.changeRollout('demo-first', rename('Autumn'))).toBe(true)
    const autumn = { value: 'Autumn', at: noon, by: 'Ada' }
    expect(records.readRollout('demo-first')).toEqual({ format: 2, name: autumn })
    expect([...device.texts.keys()]).toEqual([`golive:${rolloutKey('demo-first')}`])
    records.changeRollout('demo-first', rename('Winter'))
    expect(records.readRollout('demo-first')?.name).toMatchObject({ value: 'Winter', before: [autumn] })
  })

  test('changeRollout() tells the change that nothing is stored, and of a rollout of format 1', () => {
    const text = JSON.stringify({ format: 1, name: { value: 'Autumn', at: noon } })
    const { device, records } = openRecordsOn({ [`golive:${rolloutKey('old')}`]: text })
    const told: unknown[] = []
    for (const id of ['new', 'old']) {
      records.changeRollout(id, (stored) => {
        told.push(stored)
        return stored ?? { format: 2 }
      })
    }
    const upgraded = { format: 2, name: { value: 'Autumn', at: noon } }
    expect(told).toEqual([undefined, upgraded])
    expect(JSON.parse(device.texts.get(`golive:${rolloutKey('old')}`) ?? '')).toEqual(upgraded)
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
    const text = '{"format":3,"platform":"demo","rollouts":{"demo":"demo-spring"},"view":"all"}'
    const { device, records } = openRecordsOn({ 'golive:current': text })
    expect(records.chooseRollout('demo', 'demo-autumn')).toBe(false)
    expect(Object.fromEntries(device.texts)).toEqual({ 'golive:current': text })
  })

  test('chooseRollout() keeps members that it does not know, and the choices for other platforms', () => {
    const text = '{"format":1,"platform":"other","rollouts":{"other":"other-first"},"view":{"all":true}}'
    const { device, records } = openRecordsOn({ 'golive:current': text })
    expect(records.chooseRollout('demo', 'demo-spring')).toBe(true)
    expect(JSON.parse(device.texts.get('golive:current') ?? '')).toEqual({
      format: 2,
      platform: 'demo',
      rollouts: { other: 'other-first', demo: 'demo-spring' },
      view: { all: true },
    })
  })
})
