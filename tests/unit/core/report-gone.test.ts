import { describe, expect, test } from 'vitest'
import { buildReport, type Checklist, type ItemState, type Progress } from '../../../src/core/index.ts'
import {
  demoChecklist,
  demoChecklistSha256,
  demoRollout,
  doneState,
  progressOf,
  publishedItem,
} from '../../fixtures/checklist.ts'
import { early, noon } from '../../fixtures/moments.ts'
import { itemRecord, stamped } from '../../fixtures/stamps.ts'

const checklist: Checklist = {
  ...demoChecklist,
  sections: [
    {
      id: 'nodes',
      title: 'Nodes',
      area: 'capacity',
      url: '/demo/nodes/',
      items: [{ ...publishedItem('a-must', 'must'), formerly: ['old-must'] }],
    },
  ],
  retired: [
    { id: 'retired', since: '1.1.0', replacedBy: 'a-must' },
    { id: 'gone-for-good', since: '1.2.0' },
  ],
}

const build = (progress: Progress) => buildReport(checklist, demoChecklistSha256, demoRollout, progress, new Date(noon))

describe('answers to items that the checklist no longer has', () => {
  test('are told by id, with what the checklist knows of it', () => {
    const progress = {
      ...progressOf({
        'a-must': doneState('a-must'),
        stranger: doneState('stranger'),
        'gone-for-good': { kind: 'open' },
      }),
      retired: itemRecord({ state: stamped<ItemState>({ kind: 'started' }), note: stamped('Half of it') }),
    }
    expect(build(progress).gone).toEqual([
      { id: 'gone-for-good', state: 'open', retiredSince: '1.2.0' },
      { id: 'retired', state: 'started', note: 'Half of it', retiredSince: '1.1.0', replacedBy: 'a-must' },
      { id: 'stranger', state: 'done' },
    ])
  })

  test('count for nothing', () => {
    const own = progressOf({ 'a-must': doneState('a-must') })
    const blocked = progressOf({ stranger: { kind: 'blocked', reason: 'x' }, retired: { kind: 'open' } })
    const { gone, ...others } = build({ ...own, ...blocked })
    const { gone: none, ...same } = build(own)
    expect(others).toEqual(same)
    expect(gone.map(({ id }) => id)).toEqual(['retired', 'stranger'])
    expect(none).toEqual([])
  })

  test('are not those under an id that an item had before', () => {
    expect(build(progressOf({ 'old-must': doneState('a-must') })).gone).toEqual([])
  })

  test('are judged as others are', () => {
    const risk: ItemState = { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: early }
    const copied: ItemState = { kind: 'done', itemDigest: '', copiedFrom: 'spring' }
    expect(build(progressOf({ stranger: risk, other: copied })).gone).toEqual([
      { id: 'other', state: 'to-confirm' },
      { id: 'stranger', state: 'open' },
    ])
  })
})
