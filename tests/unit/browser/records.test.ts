import { describe, expect, test } from 'vitest'
import { itemKey } from '../../../src/browser/record-reader.ts'
import { doneState } from '../../fixtures/checklist.ts'
import { FakeStorage } from '../../fixtures/fake-storage.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { openRecordsOn, openTab, writeItem } from '../../fixtures/tabs.ts'

const key = `golive:${itemKey('demo-first', 'a-must')}`
const aside = `golive:aside:${itemKey('demo-first', 'a-must')}`
const now = new Date(noon)
const stored = (note: string, at = early) => JSON.stringify({ format: 1, note: { at, value: note } })

describe('items', () => {
  test('changeItem() stores one record for each item and readItem() gives it back', () => {
    const { device, records } = openRecordsOn()
    expect(writeItem(records, 'demo-first', 'a-must', 'state', doneState('a-must'), now)).toBe(true)
    expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)).toBe(true)
    expect(writeItem(records, 'demo-first', 'a-should', 'note', 'Later', now)).toBe(true)
    expect(records.readItem('demo-first', 'a-must')).toEqual({
      format: 2,
      state: { value: doneState('a-must'), at: noon },
      note: { value: 'Seen', at: noon },
    })
    expect([...device.texts.keys()]).toEqual(['golive:item:demo-first:a-must', 'golive:item:demo-first:a-should'])
    expect(records.readItem('demo-second', 'a-must')).toBeUndefined()
  })

  test('changeItem() keeps fields that it does not know', () => {
    const { device, records } = openRecordsOn({ [key]: '{"format":1,"mood":"calm"}' })
    writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)
    expect(JSON.parse(device.texts.get(key) ?? '')).toMatchObject({ mood: 'calm', note: { value: 'Seen' } })
  })

  test('changeItem() of two tabs, each another field, loses neither', () => {
    const device = new FakeStorage()
    const [one, other] = [openTab(device), openTab(device)]
    one.readItem('demo-first', 'a-must')
    other.readItem('demo-first', 'a-must')
    writeItem(one, 'demo-first', 'a-must', 'note', 'Seen', now)
    writeItem(other, 'demo-first', 'a-must', 'state', { kind: 'started' }, now)
    const record = { format: 2, note: { value: 'Seen', at: noon }, state: { value: { kind: 'started' }, at: noon } }
    expect(one.readItem('demo-first', 'a-must')).toEqual(record)
    expect(other.readItem('demo-first', 'a-must')).toEqual(record)
  })

  test('changeItem() on a full device says so and goes on in memory', () => {
    const { device, records } = openRecordsOn()
    device.mood = 'full'
    expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)).toBe(false)
    expect(records.readItem('demo-first', 'a-must')?.note?.value).toBe('Seen')
  })
})

describe('a text that cannot be read', () => {
  const trouble = { key: itemKey('demo-first', 'a-must'), kind: 'unreadable', detail: 'it is not JSON' }

  test('readItem() gives nothing, changes nothing and tells of it', () => {
    const { device, records } = openRecordsOn({ [key]: '{rubbish' })
    expect(records.readItem('demo-first', 'a-must')).toBeUndefined()
    expect([...records.troubles.values()]).toEqual([trouble])
    expect(Object.fromEntries(device.texts)).toEqual({ [key]: '{rubbish' })
  })

  test('changeItem() keeps the old text aside and then writes', () => {
    const { device, records } = openRecordsOn({ [key]: '{rubbish' })
    expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)).toBe(true)
    expect(device.texts.get(aside)).toBe('{rubbish')
    expect(records.readItem('demo-first', 'a-must')?.note?.value).toBe('Seen')
    expect([...records.troubles.values()]).toEqual([])
  })

  test('changeItem() leaves the old text alone while no copy can be kept', () => {
    const { device, records } = openRecordsOn({ [key]: '{rubbish' })
    device.mood = 'full'
    expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)).toBe(false)
    expect(Object.fromEntries(device.texts)).toEqual({ [key]: '{rubbish' })
    expect(records.readItem('demo-first', 'a-must')?.note?.value).toBe('Seen')
  })

  test('changeItem() keeps the copy first when room comes back', () => {
    const { device, records } = openRecordsOn({ [key]: '{rubbish' })
    device.mood = 'full'
    writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)
    device.mood = 'sound'
    expect(writeItem(records, 'demo-first', 'a-should', 'note', 'Later', now)).toBe(true)
    expect(device.texts.get(aside)).toBe('{rubbish')
    expect(JSON.parse(device.texts.get(key) ?? '')).toMatchObject({ note: { value: 'Seen' } })
  })
})

test('a text of a newer format is not used, not changed and told', () => {
  const text = '{"format":3,"note":"other"}'
  const { device, records } = openRecordsOn({ [key]: text })
  expect(records.readItem('demo-first', 'a-must')).toBeUndefined()
  expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)).toBe(false)
  expect(Object.fromEntries(device.texts)).toEqual({ [key]: text })
  expect([...records.troubles.values()]).toEqual([
    { key: itemKey('demo-first', 'a-must'), kind: 'newer', detail: 'format 3' },
  ])
})

test('a text of a newer format is no trouble any more once another tab removed it', () => {
  const { device, records } = openRecordsOn({ [key]: '{"format":3}' })
  expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)).toBe(false)
  device.texts.delete(key)
  expect(writeItem(records, 'demo-first', 'a-must', 'note', 'Seen', now)).toBe(true)
  expect(records.readItem('demo-first', 'a-must')?.note?.value).toBe('Seen')
  expect([...records.troubles.values()]).toEqual([])
})

describe('an item that was renamed', () => {
  const formerKey = `golive:${itemKey('demo-first', 'old-must')}`

  test('readItem() finds what is stored under the former id, and stores nothing', () => {
    const { device, records } = openRecordsOn({ [formerKey]: stored('Seen') })
    expect(records.readItem('demo-first', 'a-must', ['old-must'])?.note?.value).toBe('Seen')
    expect(Object.fromEntries(device.texts)).toEqual({ [formerKey]: stored('Seen') })
  })

  test.each([
    ['the former one', stored('new', late), stored('old', noon), 'new'],
    ['the one of now', stored('old', early), stored('new', noon), 'new'],
  ])('readItem() takes the later change when it is %s', (_, former, current, note) => {
    const { records } = openRecordsOn({ [formerKey]: former, [key]: current })
    expect(records.readItem('demo-first', 'a-must', ['old-must'])?.note?.value).toBe(note)
  })

  test('changeItem() carries the former fields along and leaves the old text', () => {
    const { device, records } = openRecordsOn({ [formerKey]: stored('Seen') })
    expect(writeItem(records, 'demo-first', 'a-must', 'state', { kind: 'started' }, now, ['old-must'])).toBe(true)
    expect(device.texts.get(formerKey)).toBe(stored('Seen'))
    expect(records.readItem('demo-first', 'a-must')).toMatchObject({
      note: { value: 'Seen' },
      state: { value: { kind: 'started' } },
    })
  })

  test('readItem() gives nothing while the text under the id of now cannot be read', () => {
    const { records } = openRecordsOn({ [formerKey]: stored('Seen'), [key]: '{rubbish' })
    expect(records.readItem('demo-first', 'a-must', ['old-must'])).toBeUndefined()
  })
})
