import { describe, expect, test } from 'vitest'
import { compareRollouts } from '../../../src/core/compare-rollouts.ts'
import type { ItemState } from '../../../src/core/index.ts'
import { followRenames } from '../../../src/core/index.ts'
import { demoChecklist, doneState } from '../../fixtures/checklist.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { checklistWith, contentsOf, itemOf, riskUntil, stamp } from '../cli/contents.ts'

const now = new Date('2026-11-21T09:30:00.000Z')
const done = doneState('a-must')
const copied: ItemState = { kind: 'done', itemDigest: '', copiedFrom: 'demo-0' }
const open: ItemState = { kind: 'open' }
const excused: ItemState = { kind: 'not-applicable', reason: 'No such nodes' }

describe('compareRollouts()', () => {
  test('finds nothing between a rollout and itself', () => {
    const contents = contentsOf({ 'a-must': done, 'a-may': { note: stamp('Later') } })
    expect(compareRollouts(contents, contents, now, demoChecklist)).toEqual({
      isSameRollout: true,
      fields: [],
      items: [],
    })
  })

  test('finds nothing where only the history or the order of members differs', () => {
    const risk = riskUntil('2026-12-01T00:00:00.000Z')
    const stored = contentsOf({ 'a-must': { state: { ...stamp(risk), before: [stamp(open, early)] } } })
    const turned = Object.fromEntries(Object.entries(risk).reverse()) as ItemState
    expect(compareRollouts(stored, contentsOf({ 'a-must': turned }), now).items).toEqual([])
  })

  const until = (day: string) => riskUntil(`2026-${day}T00:00:00.000Z`)
  test.each<[name: string, before: ItemState, after: ItemState, effects: string[]]>([
    ['an item that got done', open, done, ['finished']],
    ['an item that is open again', done, open, ['regressed']],
    ['an item that was copied', done, copied, ['regressed']],
    ['an item that is a risk instead', done, until('12-01'), ['regressed', 'risk-accepted']],
    ['an item that applies now', excused, open, ['applies']],
    ['an item that applies now and is done', excused, done, ['finished', 'applies']],
    ['an item that no longer applies', done, excused, ['excused']],
    ['a risk', open, until('12-01'), ['risk-accepted']],
    ['a risk with a later end', until('12-01'), until('12-24'), ['risk-renewed']],
    ['a risk with a later end after it had ended', until('11-01'), until('12-24'), ['risk-renewed']],
    ['a risk with an earlier end', until('12-24'), until('12-01'), []],
    ['a reason that changed', excused, { ...excused, reason: 'Still none' }, []],
  ])('tells of %s', (_, before, after, effects) => {
    const [older, newer] = [contentsOf({ 'a-must': before }), contentsOf({ 'a-must': { state: stamp(after, late) } })]
    const { items } = compareRollouts(older, newer, now, demoChecklist)
    expect(items).toMatchObject([{ id: 'a-must', title: 'Title of a-must', effects, fields: [{ name: 'state' }] }])
  })

  test('judges both by the checklist: traits and the age of evidence count', () => {
    const checklist = checklistWith({ 'a-must': { when: ['ha'] }, 'a-should': { validForDays: 30 } })
    const launch = (day: string, traits: string[]) => ({
      plannedLaunch: stamp(`2026-${day}T09:00`),
      traits: stamp(traits),
    })
    const items = { 'a-should': done }
    const before = contentsOf(items, launch('11-28', []))
    const after = contentsOf(items, launch('12-28', ['ha']))
    expect(compareRollouts(before, after, now, checklist).items).toMatchObject([
      { id: 'a-must', before: { kind: 'not-applicable' }, after: { kind: 'open' }, effects: ['applies'], fields: [] },
      { id: 'a-should', before: { kind: 'done' }, after: { kind: 'to-confirm' }, effects: ['regressed'], fields: [] },
    ])
    expect(compareRollouts(before, after, now).items).toEqual([])
  })

  test('names each field that differs, with who and when', () => {
    const before = contentsOf(
      { 'a-must': { state: stamp(open), note: stamp('Ask Ben'), answer: stamp(3) } },
      { environment: stamp('staging', early) },
    )
    const environment = { ...stamp('production', noon, 'Ada'), before: [stamp('staging', early)] }
    const after = contentsOf(
      { 'a-must': { state: stamp(open, late), note: stamp('Asked Cem', late), 'evidence/1': stamp(null) } },
      { environment },
    )
    const { fields, items } = compareRollouts(before, after, now)
    expect(fields).toEqual([
      {
        name: 'environment',
        kind: 'changed',
        before: stamp('staging', early),
        after: stamp('production', noon, 'Ada'),
      },
    ])
    expect(items[0]?.fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'answer removed',
      'evidence/1 added',
      'note conflict',
      'state repeated',
    ])
  })

  test('knows neither conflicts nor repeated answers between two rollouts', () => {
    const before = contentsOf({ 'a-must': { state: stamp(open), note: stamp('Ask Ben') } })
    const after = contentsOf({ 'a-must': { state: stamp(open, late), note: stamp('Ask Cem', late) } }, {}, 'demo-2')
    const { isSameRollout, items } = compareRollouts(before, after, now)
    expect(isSameRollout).toBe(false)
    expect(items[0]?.fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['note changed'])
  })

  test('lists items in reading order, then those that the checklist does not have', () => {
    const after = contentsOf({ 'b-gone': done, 'a-gone': done, 'a-may': done, 'a-must': done })
    const ids = (list: { id: string }[]) => list.map(({ id }) => id)
    const { items } = compareRollouts(contentsOf(), after, now, demoChecklist)
    expect(ids(items)).toEqual(['a-must', 'a-may', 'a-gone', 'b-gone'])
    expect(ids(compareRollouts(contentsOf(), after, now).items)).toEqual(['a-gone', 'a-may', 'a-must', 'b-gone'])
  })

  test('takes a renamed item for one', () => {
    const renamed = checklistWith({ 'a-must': { formerly: ['old-must'] } })
    const [before, after] = [contentsOf({ 'old-must': done }), contentsOf({ 'a-must': done })]
    expect(compareRollouts(before, after, now, renamed).items).toEqual([])
    expect(compareRollouts(before, after, now).items.map(({ id }) => id)).toEqual(['a-must', 'old-must'])
  })
})

describe('followRenames()', () => {
  test('merges what was answered under any id of an item', () => {
    const first = itemOf({ state: stamp(open, early), note: stamp('Ask Ben', early) })
    const checklist = checklistWith({ 'a-must': { formerly: ['old-must', 'older-must'] } })
    const progress = { 'older-must': first, 'a-must': itemOf(done), other: first }
    const followed = followRenames(progress, checklist)
    expect(Object.keys(followed).sort()).toEqual(['a-must', 'other'])
    expect(followed['a-must']).toMatchObject({ state: { value: done }, note: { value: 'Ask Ben' } })
  })
})
