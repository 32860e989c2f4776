import { expect, test } from 'vitest'
import { type ItemFields, type Progress, recordFormat, setField } from '../../../src/core/index.ts'
import { listTrend } from '../../../src/core/trend.ts'
import { demoChecklist } from '../../fixtures/checklist.ts'

const day = (number: number, hour = 12) => new Date(2026, 10, number, hour)
const ids = demoChecklist.sections.flatMap(({ items }) => items.map(({ id }) => id))
const [first = '', second = ''] = ids

function answer(...changes: [day: number, kind: 'done' | 'open'][]): Progress[string] {
  return changes.reduce<Progress[string]>(
    (record, [at, kind]) =>
      setField<ItemFields, 'state'>(record, 'state', kind === 'done' ? { kind, itemDigest: '' } : { kind }, day(at)),
    undefined,
  )
}

const doneOf = (progress: Progress, now: Date) => listTrend(demoChecklist, progress, now).map(({ done }) => done)

test('listTrend() counts ticks at the end of each day, until now', () => {
  const progress = { [first]: answer([1, 'done']), [second]: answer([3, 'done']) }
  expect(doneOf(progress, day(5))).toEqual([1, 1, 2, 2, 2])
  expect(listTrend(demoChecklist, progress, day(5)).at(-1)?.at).toEqual(day(5))
})

test('listTrend() knows what was taken back', () => {
  const progress = { [first]: answer([1, 'done'], [2, 'open'], [4, 'done']) }
  expect(doneOf(progress, day(5))).toEqual([1, 0, 0, 1, 1])
})

test('listTrend() leaves out items that the checklist does not have, and names of other things', () => {
  expect(doneOf({ gone: answer([1, 'done']), constructor: answer([1, 'done']) }, day(5))).toEqual([])
})

test('listTrend() has nothing before the first answer', () => {
  expect(doneOf({}, day(5))).toEqual([])
  expect(doneOf({ [first]: answer([6, 'done']) }, day(5))).toEqual([])
})

test.each(['0000-01-01T00:00:00.000Z', '0050-06-01T00:00:00.000Z'])('listTrend() reads a story since %s', (at) => {
  const progress: Progress = { [first]: { format: recordFormat, state: { value: { kind: 'open' }, at } } }
  const trend = listTrend(demoChecklist, progress, day(5))
  expect(trend.length).toBeLessThanOrEqual(61)
  expect(trend[0]?.at.getTime()).toBeLessThan(Date.parse(at) + 2 * 86_400_000)
  expect(trend.at(-1)?.at).toEqual(day(5))
})

test('listTrend() reads a field that was changed very often', () => {
  const at = '2026-11-01T00:00:00.000Z'
  const before = Array.from({ length: 300_000 }, () => ({ value: { kind: 'open' as const }, at }))
  const progress: Progress = { [first]: { format: recordFormat, state: { value: { kind: 'open' }, at, before } } }
  expect(listTrend(demoChecklist, progress, day(5)).at(-1)?.done).toBe(0)
})

test('listTrend() thins a long story, and keeps its end', () => {
  const trend = listTrend(demoChecklist, { [first]: answer([1, 'done']) }, new Date(2028, 10, 1, 12))
  expect(trend.length).toBeLessThanOrEqual(61)
  expect(trend.at(-1)?.at).toEqual(new Date(2028, 10, 1, 12))
})
