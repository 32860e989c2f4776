import { describe, expect, test } from 'vitest'
import { itemKey } from '../../../src/browser/record-reader.ts'
import { mergeRecordTexts } from '../../../src/browser/records.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { openRecordsOn, openTab, writeItem } from '../../fixtures/tabs.ts'

const item = itemKey('demo-first', 'a-must')
const key = `golive:${item}`
const now = new Date(noon)
const note = (value: string, at = early) => JSON.stringify({ format: 1, note: { at, value } })
const started = JSON.stringify({ format: 1, state: { at: early, value: { kind: 'started' } } })

describe('a text that cannot be read, on a device without room for its copy', () => {
  const rubbish = '#'.repeat(500)

  function writeTwice() {
    const opened = openRecordsOn({ [key]: rubbish })
    opened.device.quota = 550
    const { records } = opened
    const first = writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)
    const second = writeItem(records, 'demo-first', 'a-must', 'state', { kind: 'started' }, now)
    return { ...opened, held: [first, second] }
  }

  test('changeItem() says no however often it is tried, and leaves the text where it is', () => {
    const { device, storage, records, held } = writeTwice()
    expect(held).toEqual([false, false])
    expect(Object.fromEntries(device.texts)).toEqual({ [key]: rubbish })
    expect(storage.unsavedKeys()).toEqual([`aside:${item}`, item])
    expect(records.readItem('demo-first', 'a-must')).toMatchObject({ note: { value: 'Seen' }, state: { at: noon } })
  })

  test.each(['a-must', 'a-should'])('changeItem() of %s stores copy and record when room comes back', (id) => {
    const { device, storage, records } = writeTwice()
    device.quota = 5000
    expect(writeItem(records, 'demo-first', id, 'note', 'Later', new Date(late))).toBe(true)
    expect(device.texts.get(`golive:aside:${item}`)).toBe(rubbish)
    expect(openTab(device).readItem('demo-first', 'a-must')).toMatchObject({
      note: { value: id === 'a-must' ? 'Later' : 'Seen' },
      state: { value: { kind: 'started' } },
    })
    expect(storage.unsavedKeys()).toEqual([])
    expect(storage.trouble()).toBeUndefined()
  })
})

describe('a change that waits while another tab writes the same item', () => {
  /** A note waits on a full device, which then has room again. */
  function waitWithNote(texts: Record<string, string> = {}) {
    const opened = openRecordsOn(texts)
    opened.device.mood = 'full'
    writeItem(opened.records, 'demo-first', 'a-must', 'note', 'Seen', now)
    opened.device.mood = 'sound'
    return opened
  }

  test.each([
    ['nothing', {}, {}],
    ['an older note', { [key]: note('old') }, { before: [{ value: 'old', at: early }] }],
  ])('is joined with it by the next write, where the device held %s', (_, texts, history) => {
    const { device, storage, records } = waitWithNote(texts)
    writeItem(openTab(device), 'demo-first', 'a-must', 'state', { kind: 'started' }, now)
    const both = { note: { value: 'Seen', at: noon, ...history }, state: { value: { kind: 'started' }, at: noon } }
    expect(records.readItem('demo-first', 'a-must')).toMatchObject(both)
    expect(writeItem(records, 'demo-first', 'a-should', 'note', 'Later', now)).toBe(true)
    expect(JSON.parse(device.texts.get(key) ?? '')).toEqual({ format: 2, ...both })
    expect(storage.unsavedKeys()).toEqual([])
  })

  test('is joined with it by a write of the item itself', () => {
    const { device, records } = waitWithNote()
    writeItem(openTab(device), 'demo-first', 'a-must', 'state', { kind: 'started' }, now)
    expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen again', new Date(late))).toBe(true)
    expect(JSON.parse(device.texts.get(key) ?? '')).toMatchObject({
      note: { value: 'Seen again' },
      state: { value: { kind: 'started' } },
    })
  })

  test('gives way to a later change of the same field', () => {
    const { device, records } = waitWithNote()
    writeItem(openTab(device), 'demo-first', 'a-must', 'note', 'Changed', new Date(late))
    writeItem(records, 'demo-first', 'a-should', 'note', 'Later', now)
    expect(JSON.parse(device.texts.get(key) ?? '')).toMatchObject({
      note: { value: 'Changed', before: [{ value: 'Seen', at: noon }] },
    })
  })

  test('leaves a text of a newer format alone and goes on waiting', () => {
    const { device, storage, records } = waitWithNote()
    const newer = '{"format":3,"note":"other"}'
    device.texts.set(key, newer)
    expect(writeItem(records, 'demo-first', 'a-should', 'note', 'Later', now)).toBe(true)
    expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Again', now)).toBe(false)
    expect(device.texts.get(key)).toBe(newer)
    expect(storage.unsavedKeys()).toEqual([item])
    expect([...records.troubles.values()]).toEqual([{ key: item, kind: 'newer', detail: 'format 3' }])
  })
})

describe('a text that waits', () => {
  test('is told with its reason from the first write on', () => {
    const { device, records, storage } = openRecordsOn()
    device.mood = 'full'
    writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)
    expect(storage.trouble()).toBe('full')
  })

  test('is not lost when another tab puts something unreadable under its key', () => {
    const { device, records } = openRecordsOn()
    device.mood = 'full'
    writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)
    device.mood = 'sound'
    device.texts.set(key, '{rub')
    expect(writeItem(records, 'demo-first', 'a-must', 'state', { kind: 'started' }, now)).toBe(true)
    expect(records.readItem('demo-first', 'a-must')).toMatchObject({ note: { value: 'Seen' }, state: { at: noon } })
    expect(device.texts.get(`golive:aside:${item}`)).toBe('{rub')
  })

  test('does not keep an item from being written whose id begins the same', () => {
    const { device, records } = openRecordsOn({ [`golive:${itemKey('r', 'backup')}`]: '#'.repeat(500) })
    device.quota = 650
    expect(writeItem(records, 'r', 'backup', 'note', 'Seen', now)).toBe(false)
    expect(writeItem(records, 'r', 'back', 'note', 'Seen', now)).toBe(true)
  })

  test('leaves a text alone that only the guards of an item call unreadable', () => {
    expect(mergeRecordTexts(item, '{"format":1,"note":"plain"}', started)).toBeUndefined()
  })

  test('joins the choice of a rollout with that of another tab, and leaves a newer one alone', () => {
    const choice = (rollouts: object) => JSON.stringify({ format: 1, platform: 'demo', rollouts })
    const joined = mergeRecordTexts('current', choice({ other: 'o' }), choice({ demo: 'd' }))
    expect(JSON.parse(joined ?? '')).toMatchObject({ rollouts: { other: 'o', demo: 'd' } })
    expect(mergeRecordTexts('current', '{"format":3,"rollouts":[]}', choice({ demo: 'd' }))).toBeUndefined()
  })
})

describe('mergeRecordTexts()', () => {
  test('joins two records field by field and keeps the later change of each', () => {
    const waiting = JSON.stringify({ ...JSON.parse(note('new', noon)), mood: 'calm' })
    const stored = JSON.stringify({ ...JSON.parse(started), ...JSON.parse(note('old')) })
    expect(JSON.parse(mergeRecordTexts(item, stored, waiting) ?? '')).toEqual({
      format: 2,
      note: { at: noon, value: 'new', before: [{ at: early, value: 'old' }] },
      state: { at: early, value: { kind: 'started' } },
      mood: 'calm',
    })
    expect(mergeRecordTexts(item, waiting, stored)).toBe(mergeRecordTexts(item, stored, waiting))
  })

  test.each([
    ['a stored text of a newer format', '{"format":3}', started],
    ['a stored text that is not JSON', '{rubbish', started],
    ['a stored text that is no record', '[]', started],
    ['a waiting text that is no record', started, '{rubbish'],
  ])('gives nothing for %s', (_, stored, waiting) => {
    expect(mergeRecordTexts(item, stored, waiting)).toBeUndefined()
  })

  test('takes the choice of a rollout that waits', () => {
    const choice = (id: string, format: number) => JSON.stringify({ format, platform: 'demo', rollouts: { demo: id } })
    for (const format of [1, 2]) {
      const joined = mergeRecordTexts('current', choice('demo-spring', format), choice('demo-autumn', format))
      expect(joined).toBe(choice('demo-autumn', 2))
    }
  })
})
