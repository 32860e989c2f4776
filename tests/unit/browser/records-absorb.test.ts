import { describe, expect, test } from 'vitest'
import { itemKey, rolloutKey } from '../../../src/browser/record-reader.ts'
import { encodeRecord, type ItemRecord, setField } from '../../../src/core/index.ts'
import { doneState } from '../../fixtures/checklist.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { itemRecord, link, rolloutRecord, stamped } from '../../fixtures/stamps.ts'
import { openRecordsOn, openTab, writeItem } from '../../fixtures/tabs.ts'

const item = itemKey('demo-first', 'a-must')
const key = `golive:${item}`
const now = new Date(noon)

/** A tab that wrote a note, after which another tab wrote without having read it. */
function overwriteNote(theirs: ItemRecord | string) {
  const opened = openRecordsOn()
  writeItem(opened.records, 'demo-first', 'a-must', 'note', 'Seen', now)
  const text = typeof theirs === 'string' ? theirs : encodeRecord(theirs)
  opened.device.texts.set(key, text)
  return { ...opened, text }
}

describe('absorb()', () => {
  test('joins what another tab wrote over our change with that change', () => {
    const state = stamped(doneState('a-must'), late)
    const { device, records, text } = overwriteNote(itemRecord({ state, 'evidence/a': stamped(link(), late) }))
    records.absorb(item, text)
    const both = itemRecord({ state, 'evidence/a': stamped(link(), late), note: stamped('Seen', noon) })
    expect(records.readItem('demo-first', 'a-must')).toEqual(both)
    expect(device.texts.get(key)).toBe(encodeRecord(both))
  })

  test('joins a text that the device does not hold any more', () => {
    const { device, records } = overwriteNote(itemRecord({ state: stamped({ kind: 'started' }, late) }))
    records.absorb(item, encodeRecord(itemRecord({ answer: stamped('two', early) })))
    expect(JSON.parse(device.texts.get(key) ?? '')).toMatchObject({
      note: { value: 'Seen' },
      answer: { value: 'two' },
      state: { value: { kind: 'started' } },
    })
  })

  test('remembers of two changes of one field the one that does not count', () => {
    const { records, text } = overwriteNote(itemRecord({ note: stamped('Changed', late) }))
    records.absorb(item, text)
    expect(records.readItem('demo-first', 'a-must')?.note).toEqual(stamped('Changed', late, stamped('Seen', noon)))
  })

  test('writes nothing where the other tab knew of our change', () => {
    const note = stamped('Seen', noon)
    const { device, records, text } = overwriteNote(itemRecord({ note, state: stamped({ kind: 'started' }, late) }))
    device.mood = 'full'
    records.absorb(item, text)
    expect(device.texts.get(key)).toBe(text)
    expect(records.readItem('demo-first', 'a-must')?.state?.value).toEqual({ kind: 'started' })
  })

  test('writes nothing of an item that this tab never changed', () => {
    const { device, records } = openRecordsOn()
    records.absorb(item, encodeRecord(itemRecord({ note: stamped('Seen') })))
    expect(device.texts.size).toBe(0)
  })

  test('does not bring back what was taken away', () => {
    const { device, records, text } = overwriteNote(itemRecord({ state: stamped({ kind: 'started' }, late) }))
    device.texts.delete(key)
    records.absorb(item, undefined)
    expect(device.texts.size).toBe(0)
    device.texts.set(key, text)
    records.absorb(item, text)
    expect(device.texts.get(key)).toBe(text)
  })

  test.each([
    ['of a newer format', '{"format":3,"note":[]}'],
    ['that cannot be read', '{rubbish'],
  ])('leaves a text %s alone', (_, theirs) => {
    const { device, records, text } = overwriteNote(theirs)
    records.absorb(item, text)
    expect(Object.fromEntries(device.texts)).toEqual({ [key]: theirs })
  })

  test('joins changes of a rollout and the name of the person in the same way', () => {
    const { device, records } = openRecordsOn()
    records.changeRollout('demo-first', (stored) => setField(stored, 'name', 'Autumn', now))
    records.writePerson('Ada', now)
    const texts = {
      [rolloutKey('demo-first')]: encodeRecord(rolloutRecord({ platform: stamped('demo', late) })),
      person: encodeRecord<{ name: string }>({ format: 2, name: stamped('Bob', late) }),
    }
    for (const [name, text] of Object.entries(texts)) {
      device.texts.set(`golive:${name}`, text)
      records.absorb(name, text)
    }
    expect(records.readRollout('demo-first')).toMatchObject({ name: { value: 'Autumn' }, platform: { value: 'demo' } })
    expect(records.readPerson()).toBe('Bob')
    expect(device.texts.get('golive:person')).toContain('"Ada"')
  })

  test('waits in memory with both changes where the device is full', () => {
    const { device, storage, records, text } = overwriteNote(itemRecord({ state: stamped({ kind: 'started' }, late) }))
    device.mood = 'full'
    records.absorb(item, text)
    const both = { note: { value: 'Seen' }, state: { value: { kind: 'started' } } }
    expect(records.readItem('demo-first', 'a-must')).toMatchObject(both)
    expect(storage.unsavedKeys()).toEqual([item])
    device.mood = 'sound'
    writeItem(records, 'demo-first', 'a-should', 'note', 'Later', now)
    expect(openTab(device).readItem('demo-first', 'a-must')).toMatchObject(both)
  })

  test('says nothing twice: two tabs that heard each other write no more', () => {
    const opened = openRecordsOn()
    const [one, other] = [opened.records, openTab(opened.device)]
    writeItem(one, 'demo-first', 'a-must', 'note', 'Seen', now)
    const first = opened.device.texts.get(key) ?? ''
    opened.device.texts.delete(key)
    writeItem(other, 'demo-first', 'a-must', 'state', { kind: 'started' }, now)
    const second = opened.device.texts.get(key) ?? ''
    one.absorb(item, second)
    const joined = opened.device.texts.get(key) ?? ''
    opened.device.mood = 'full'
    for (const text of [first, joined]) other.absorb(item, text)
    one.absorb(item, joined)
    expect(opened.device.texts.get(key)).toBe(joined)
    expect([joined.includes('Seen'), joined.includes('started')]).toEqual([true, true])
  })
})

describe('restore()', () => {
  test('puts a text back as it was, whatever this tab wrote since', () => {
    const before = encodeRecord(itemRecord({ note: stamped('before') }))
    const { device, records } = openRecordsOn({ [key]: before })
    writeItem(records, 'demo-first', 'a-must', 'note', 'after', now)
    const after = device.texts.get(key)
    expect(records.restore(item, before)).toBe(true)
    expect(device.texts.get(key)).toBe(before)
    records.absorb(item, after)
    expect(device.texts.get(key)).toBe(before)
  })

  test('takes away a text that was not there', () => {
    const { device, records } = openRecordsOn()
    writeItem(records, 'demo-first', 'a-must', 'note', 'after', now)
    expect(records.restore(item, undefined)).toBe(true)
    expect(device.texts.size).toBe(0)
    expect(records.readItem('demo-first', 'a-must')).toBeUndefined()
  })
})
