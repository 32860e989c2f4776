import { expect, test } from 'vitest'
import { describeStanding, firstStanding, formatSize, type Standing } from '../../../src/offline/standing.ts'

const progress = { doneBytes: 1_200_000, totalBytes: 7_612_000 }
const whole = { copy: 'whole', bytes: 7_612_000, storedAt: '2026-11-21T10:00:00.000Z' } as const
const say = (standing: Partial<Standing>) => describeStanding({ ...firstStanding, progress, ...standing })

test.each<[Partial<Standing>, string]>([
  [{}, ''],
  [{ isOnline: false }, 'Offline. This page stays; others are not kept in this browser.'],
  [{ copy: 'filling' }, 'Being kept for offline use.'],
  [whole, 'Available offline, 7.6 MB'],
  [{ ...whole, isOnline: false }, 'Offline. Everything works from the copy of 2026-11-21.'],
  [{ copy: 'room' }, 'Not available offline: this browser has no room.'],
  [{ copy: 'files' }, 'Not available offline yet: not all of it came.'],
  [{ ...whole, update: 'filling' }, 'Available offline, 7.6 MB. A newer version is on its way.'],
  [{ ...whole, update: 'asked' }, 'Available offline, 7.6 MB, older than the site.'],
  [{ ...whole, update: 'waiting' }, 'A new version is here.'],
  [{ ...whole, update: 'waiting', isOnline: false }, 'Offline. A new version is here.'],
  [{ ...whole, update: 'taken' }, 'This tab still shows the version before.'],
  // Without a copy there is none to be older than the site.
  [{ copy: 'files', update: 'files' }, 'Not available offline yet: not all of it came.'],
])('describeStanding() of %o says "%s"', (standing, text) => {
  expect(say(standing).text).toBe(text)
})

test('describeStanding() says of an update that failed what is shown instead, and why', () => {
  expect(say({ ...whole, update: 'files' }).text).toMatch(/older than the site: .* did not come whole/)
  expect(say({ ...whole, update: 'room' }).text).toMatch(/older than the site: .* no room/)
})

test.each<[Partial<Standing>, string | undefined]>([
  [{ copy: 'asked', bytes: 7_612_000 }, 'Keep for offline use, up to 7.6 MB'],
  [{ copy: 'files' }, 'Try again'],
  [{ ...whole, update: 'asked' }, 'Load the newer version'],
  [{ ...whole, update: 'waiting' }, 'Reload to use it'],
  [{ ...whole, update: 'taken' }, 'Reload'],
  [whole, undefined],
])('describeStanding() of %o offers "%s"', (standing, label) => {
  expect(say(standing).action?.label).toBe(label)
})

test('describeStanding() takes what was put off for no news', () => {
  expect(say({ ...whole, update: 'waiting' }).isNews).toBe(true)
  expect(say({ ...whole, update: 'waiting', isLater: true }).isNews).toBe(false)
  expect(say(whole).isNews).toBeUndefined()
})

test('formatSize() gives MB with one decimal', () => {
  expect([0, 49_999, 50_000, 7_612_000].map(formatSize)).toEqual(['0.0 MB', '0.0 MB', '0.1 MB', '7.6 MB'])
})
