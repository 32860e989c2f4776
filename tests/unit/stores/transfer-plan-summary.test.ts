import { describe, expect, test } from 'vitest'
import type { FieldChange, FieldRelation } from '../../../src/core/index.ts'
import {
  countArrived,
  describeKey,
  findKept,
  findLater,
  hasChanges,
  listChosen,
  listConflicts,
  listKept,
  sortChanges,
} from '../../../src/islands/transfer/plan-summary.ts'
import type { ChangePreview, RolloutPreview } from '../../../src/stores/transfer.ts'
import { demoRollout } from '../../fixtures/checklist.ts'
import { early, late, noon } from '../../fixtures/moments.ts'

const field = (relation: FieldRelation, ours = early, theirs = late): FieldChange => ({
  name: 'note',
  relation,
  ours: { at: ours, value: 'a' },
  theirs: { at: theirs, value: 'b' },
})

const change = (item: string | undefined, ...changes: FieldChange[]): ChangePreview => ({
  item,
  title: item ?? 'The rollout itself',
  isUnknown: item === 'unknown',
  relation: changes.some(({ relation }) => relation === 'conflict') ? 'conflict' : changes[0] ? 'changed' : 'same',
  changes,
})

const preview = (...changes: ChangePreview[]): RolloutPreview => ({
  contents: { id: 'shop', rollout: { format: 2 }, items: {}, wordings: {} },
  rollout: demoRollout,
  isNew: false,
  changes,
})

const planOf = (...changes: ChangePreview[]) => ({ rollouts: [preview(...changes)], others: {} })

describe('sortChanges()', () => {
  const sorted = sortChanges(
    preview(
      change(undefined, field('newer')),
      change('a', field('newer')),
      change('b', field('conflict')),
      change('unknown', field('new')),
      change('c'),
    ),
  )

  test('puts conflicts first and unknown items apart', () => {
    expect(sorted.changed.map(({ item }) => item)).toEqual(['b', undefined, 'a'])
    expect(sorted.unknown.map(({ item }) => item)).toEqual(['unknown'])
  })

  test('counts items and not the rollout', () => {
    expect(sorted.counts).toEqual({ new: 0, changed: 2, conflict: 1, same: 1 })
  })
})

describe('findLater() and findKept()', () => {
  test.each([
    [early, late, 'theirs', 'theirs'],
    [late, early, 'ours', 'ours'],
    [noon, noon, undefined, 'theirs'],
  ])('of ours at %s and theirs at %s are %s and %s', (ours, theirs, later, kept) => {
    expect([findLater(field('conflict', ours, theirs)), findKept(field('conflict', ours, theirs))]).toEqual([
      later,
      kept,
    ])
  })
})

describe('listChosen()', () => {
  const plan = planOf(change('a', field('conflict')), change('b', field('conflict')), change('c', field('newer')))

  test('is asked for conflicts only', () => {
    expect(listConflicts(plan).map(({ item }) => item)).toEqual(['a', 'b'])
  })

  test('leaves out what a merge keeps anyway', () => {
    const chosen = listChosen(plan, ({ item }) => (item === 'a' ? 'ours' : 'theirs'))
    expect(chosen).toEqual([{ rollout: 'shop', item: 'a', field: 'note', side: 'ours' }])
  })
})

describe('countArrived()', () => {
  const counted = preview(
    change(undefined, field('new')),
    change('a', field('conflict')),
    change('b', field('newer')),
    change('c', field('older')),
  )

  test('counts answers that the file brings', () => {
    expect(countArrived(counted, [])).toBe(2)
  })

  test('leaves out a conflict that went to our side', () => {
    expect(countArrived(counted, [{ rollout: 'shop', item: 'a', field: 'note', side: 'ours' }])).toBe(1)
  })
})

describe('hasChanges()', () => {
  test.each([
    [false, planOf(change('a'))],
    [true, planOf(change('a'), change('b', field('new')))],
    [false, { rollouts: [], others: { current: '{}', person: '{}' } }],
    [true, { rollouts: [], others: { 'item:x:y': 'rubbish' } }],
  ])('is %s', (expected, plan) => {
    expect(hasChanges(plan)).toBe(expected)
  })

  test('listKept() names texts that cannot be read', () => {
    expect(listKept({ others: { current: '', 'item:x:y': 'rubbish', person: '' } })).toEqual(['item:x:y'])
  })
})

test.each([
  ['rollout:shop', 'What “Autumn release” is'],
  ['item:shop:a', 'a, in “Autumn release”'],
  ['aside:item:shop:a', 'aside:item:shop:a'],
])('describeKey() of %s is %s', (key, expected) => {
  expect(describeKey(planOf(change(undefined), change('a')), key)).toBe(expected)
})
