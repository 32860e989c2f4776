import { expect, test } from 'vitest'
import { type BulkItem, describeBulk, describeUndo, planBulk } from '../../../src/islands/checklist-view/plan-bulk.ts'
import { doneState, progressOf } from '../../fixtures/checklist.ts'
import { noon } from '../../fixtures/moments.ts'

const item = (id: string, state: BulkItem['state'] = 'open', isExcluded = false): BulkItem => ({
  id,
  state,
  isExcluded,
})
const stored = progressOf({
  ticked: doneState('ticked'),
  doubted: doneState('doubted'),
  waiting: { kind: 'blocked', reason: 'a part' },
})
const at = stored['ticked']?.state?.at

test('a tick is planned for what is not ticked; what is to be confirmed needs a look of its own', () => {
  const items = [
    item('fresh'),
    item('ticked', 'done'),
    item('doubted', 'to-confirm'),
    item('other', 'not-applicable', true),
    item('spared', 'not-applicable'),
    item('risky', 'risk-accepted'),
  ]
  const plan = planBulk('done', items, stored, doneState)
  expect(plan).toEqual({
    kind: 'done',
    changes: [{ item: 'fresh', state: doneState('fresh'), seenAt: undefined }],
    same: 2,
    doubtful: 1,
    excused: 2,
  })
})

test('what is taken back is everything that has another state, with the time that was seen', () => {
  const items = [item('fresh'), item('ticked', 'done'), item('doubted', 'to-confirm')]
  const { changes, same } = planBulk('open', items, stored, () => ({ kind: 'open' }))
  expect(changes).toEqual([
    { item: 'ticked', state: { kind: 'open' }, seenAt: at },
    { item: 'doubted', state: { kind: 'open' }, seenAt: at },
  ])
  expect(same).toBe(1)
})

test('a reason may be another one than before', () => {
  const { changes } = planBulk('blocked', [item('waiting', 'blocked')], stored, () => ({
    kind: 'blocked',
    reason: 'power',
  }))
  expect(changes).toHaveLength(1)
})

test('what was done is told with what was left, and why', () => {
  const plan = { kind: 'done' as const, changes: [], same: 2, doubtful: 1, excused: 1 }
  const written = [{ item: 'fresh', previous: { kind: 'open' as const }, at: noon }]
  const result = { rollout: 'demo', written, left: ['gone'], isStored: true }
  expect(describeBulk(plan, result)).toBe(
    'Ticked 1 item. 2 items needed no change. 1 item to confirm: each needs a look of its own. 1 item not applicable or accepted as a risk: left as it is. 1 item answered elsewhere meanwhile: left as it is.',
  )
  expect(describeBulk({ ...plan, same: 0, doubtful: 0, excused: 0 }, { ...result, left: [], isStored: false })).toBe(
    'Ticked 1 item. Not saved: the notice at the foot of the page says why.',
  )
  expect(describeUndo({ ...result, left: [] })).toBe('Undone for 1 item.')
})
