import { describe, expect, test } from 'vitest'
import { late, noon } from '../../fixtures/moments.ts'
import { openRecordsOn, openTab } from '../../fixtures/tabs.ts'

const now = new Date(noon)

describe('the name that changes are marked with', () => {
  test('is empty until somebody gives one', () => {
    const { device, records } = openRecordsOn()
    expect(records.readPerson()).toBe('')
    expect(device.texts.size).toBe(0)
  })

  test('is the same in every tab once it was given', () => {
    const { device, records } = openRecordsOn()
    expect(records.writePerson('Ada', now)).toBe(true)
    expect(openTab(device).readPerson()).toBe('Ada')
    expect(JSON.parse(device.texts.get('golive:person') ?? '')).toEqual({
      format: 2,
      name: { value: 'Ada', at: noon },
    })
  })

  test('may be changed and taken back', () => {
    const { records } = openRecordsOn()
    records.writePerson('Ada', now)
    records.writePerson('Bob', new Date(late))
    expect(records.readPerson()).toBe('Bob')
    records.writePerson('', new Date(late))
    expect(records.readPerson()).toBe('')
  })

  test.each(['{rubbish', '[]', '{"format":2,"name":"Ada"}', `{"format":2,"name":{"value":5,"at":"${noon}"}}`])(
    'is empty where %j is stored, which is kept aside',
    (text) => {
      const { device, records } = openRecordsOn({ 'golive:person': text })
      expect(records.readPerson()).toBe('')
      expect(records.writePerson('Ada', now)).toBe(true)
      expect(device.texts.get('golive:aside:person')).toBe(text)
      expect(records.readPerson()).toBe('Ada')
    },
  )

  test('leaves a name of a newer format alone', () => {
    const text = '{"format":3,"name":"Ada"}'
    const { device, records } = openRecordsOn({ 'golive:person': text })
    expect(records.writePerson('Bob', now)).toBe(false)
    expect(device.texts.get('golive:person')).toBe(text)
  })

  test('is in memory where the device is full', () => {
    const { device, records } = openRecordsOn()
    device.mood = 'full'
    expect(records.writePerson('Ada', now)).toBe(false)
    expect(records.readPerson()).toBe('Ada')
  })
})
