import { expect, test } from 'vitest'
import { isLaunchEvent, listLaunchEvents } from '../../../src/core/launch-events.ts'
import { mergeRecords, recordFormat, setField } from '../../../src/core/record.ts'
import type { RolloutFields } from '../../../src/core/rollout.ts'
import { parseGoliveFile } from '../../../src/core/rollout-file.ts'
import { early, noon } from '../../fixtures/moments.ts'

const note = (happenedAt: string, text = 'Seen') => ({ happenedAt, kind: 'note', text }) as const

test('listLaunchEvents() lists what happened in its order, without what was taken back or is no entry', () => {
  let record = setField<RolloutFields, 'event/b'>(undefined, 'event/b', note(noon), new Date(noon), { by: 'Ana' })
  record = setField<RolloutFields, 'event/a'>(record, 'event/a', note(early), new Date(noon))
  record = setField<RolloutFields, 'event/c'>(record, 'event/c', note(early), new Date(noon))
  record = setField<RolloutFields, 'event/c'>(record, 'event/c', null, new Date(noon))
  const spoiled = { ...record, 'event/d': { at: noon, value: { text: 'no kind' } }, name: { at: noon, value: 'x' } }
  expect(listLaunchEvents(spoiled)).toEqual([
    ['event/a', note(early)],
    ['event/b', { ...note(noon), by: 'Ana' }],
  ])
  expect(listLaunchEvents(undefined)).toEqual([])
})

test('entries that two people make are both kept', () => {
  const one = setField<RolloutFields, 'event/a'>(undefined, 'event/a', note(early, 'One'), new Date(noon))
  const other = setField<RolloutFields, 'event/b'>(undefined, 'event/b', note(early, 'Other'), new Date(noon))
  expect(listLaunchEvents(mergeRecords(one, other)).map(([, { text }]) => text)).toEqual(['One', 'Other'])
})

test.each([
  [note(noon), true],
  [{ ...note(noon), kind: 'step', item: 'restore' }, true],
  [{ ...note(noon), kind: 'party' }, false],
  [{ ...note(noon), happenedAt: 'noon' }, false],
  [{ ...note(noon), item: 7 }, false],
  [null, false],
])('isLaunchEvent(%o) is %s', (value, is) => {
  expect(isLaunchEvent(value)).toBe(is)
})

test('a file brings entries along, and one that is none is refused with its place', () => {
  const file = (value: unknown) =>
    JSON.stringify({
      format: 1,
      kind: 'golive-rollout',
      rollout: { id: 'one', platform: { at: noon, value: 'azimuth' }, 'event/a': { at: noon, value } },
      items: {},
    })
  const parsed = parseGoliveFile(file(note(noon)))
  expect(parsed.kind === 'rollouts' && listLaunchEvents(parsed.rollouts[0]?.rollout)).toEqual([['event/a', note(noon)]])
  expect(parseGoliveFile(file({ ...note(noon), kind: 'party' }))).toEqual({
    kind: 'refused',
    faults: [{ path: 'rollout.event/a.value.kind', message: 'is no kind of entry' }],
  })
  expect(recordFormat).toBe(2)
})
