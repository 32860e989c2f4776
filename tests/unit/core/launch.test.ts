import { describe, expect, test } from 'vitest'
import {
  formatSpan,
  type LaunchItem,
  listGateItems,
  listPending,
  listUnmet,
  stageOf,
} from '../../../src/core/launch.ts'
import type { LaunchEventKind } from '../../../src/core/launch-events.ts'

const item = (id: string, others: Partial<LaunchItem> = {}): LaunchItem => ({
  id,
  level: 'must',
  phase: 'launch',
  state: 'open',
  ...others,
})
const ids = (items: readonly LaunchItem[]) => items.map(({ id }) => id)
const events = (...kinds: LaunchEventKind[]) => kinds.map((kind) => ({ kind }))

describe('stageOf()', () => {
  const ready = [item('a', { phase: 'plan', state: 'done' }), item('b', { phase: 'launch' })]

  test.each([
    ['before, while a must of planning is open', [], [item('a', { phase: 'prepare' })], 'before'],
    ['at the decision, when only shoulds are', [], [item('a', { phase: 'prepare', level: 'should' })], 'decision'],
    ['at the decision, when all is ready', [], ready, 'decision'],
    ['in the launch, once it goes', ['go'], ready, 'launch'],
    ['in the launch, though something before it was reopened', ['go'], [item('a', { phase: 'plan' })], 'launch'],
    ['after it, once it is launched', ['go', 'launched', 'step', 'note'], ready, 'after'],
    ['stopped, when it was aborted', ['go', 'aborted'], ready, 'stopped'],
    ['stopped, when it was rolled back', ['go', 'launched', 'rolled-back'], ready, 'stopped'],
    ['in the launch, when it goes again', ['go', 'aborted', 'rolled-back', 'go'], ready, 'launch'],
    ['at the decision, when it does not go', ['no-go'], ready, 'decision'],
  ] as const)('stands %s', (_, kinds, items, stage) => {
    expect(stageOf(events(...kinds), items)).toBe(stage)
  })
})

describe('listPending()', () => {
  test('leaves out what is done, does not apply, or is an accepted risk', () => {
    const items = (
      ['open', 'done', 'blocked', 'not-applicable', 'risk-accepted', 'to-confirm', 'started'] as const
    ).map((state) => item(state, { state }))
    expect(ids(listPending(items, 'launch'))).toEqual(['open', 'blocked', 'started', 'to-confirm'])
  })

  test('has musts first, and what waits for something last', () => {
    const items = [
      item('waits', { after: ['may'] }),
      item('may', { level: 'may' }),
      item('should', { level: 'should' }),
      item('ready', { after: ['gone'] }),
    ]
    expect(ids(listPending(items, 'launch'))).toEqual(['ready', 'should', 'may', 'waits'])
  })

  test('keeps the gates apart', () => {
    const items = (['plan', 'prepare', 'launch', 'operate'] as const).map((phase) => item(phase, { phase }))
    expect(ids(listGateItems(items, 'before'))).toEqual(['plan', 'prepare'])
    expect(ids(listGateItems(items, 'decision'))).toEqual([])
    expect(ids(listPending(items, 'after'))).toEqual(['operate'])
  })
})

test('listUnmet() names what comes first and is not done', () => {
  const items = [item('a'), item('b', { state: 'done' })]
  expect(listUnmet(item('c', { after: ['a', 'b', 'unknown'] }), items)).toEqual(['a'])
})

test.each([
  [0, '00:00:00'],
  [59_999, '00:00:59'],
  [-3_661_000, '01:01:01'],
  [86_400_000, '1 d 00:00:00'],
  [-100 * 86_400_000 - 1000, '100 d 00:00:01'],
])('formatSpan() shows %i ms as %s', (ms, text) => {
  expect(formatSpan(ms)).toBe(text)
})
