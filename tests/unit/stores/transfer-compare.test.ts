import { describe, expect, test } from 'vitest'
import type { ItemDifference } from '../../../src/core/compare-rollouts.ts'
import type { ItemStatusKind } from '../../../src/core/index.ts'
import {
  encodeChoice,
  findObstacle,
  parseChoice,
  readSides,
  type Sides,
  writeSides,
} from '../../../src/islands/transfer/compare-sides.ts'
import { groupDifferences } from '../../../src/islands/transfer/difference-groups.ts'

const none = { kind: 'none' } as const
const stored = (id: string) => ({ kind: 'stored', id }) as const

describe('the address', () => {
  const address = 'https://x.example/rollouts/?new#compare'

  test('names both sides', () => {
    const written = writeSides(address, [stored('shop-1'), stored('shop-2')])
    expect(written).toBe('https://x.example/rollouts/?new=&compare=shop-1&with=shop-2#compare')
    expect(readSides(new URL(written).search)).toEqual([stored('shop-1'), stored('shop-2')])
  })

  test('has no place for a file, and forgets what was there', () => {
    const written = writeSides('https://x.example/?compare=a&with=b', [{ kind: 'loaded', id: 'a' }, stored('b')])
    expect(written).toBe('https://x.example/?with=b')
    expect(readSides('?compare=')).toEqual([none, none])
  })
})

test.each([none, stored('shop-2.4.0'), { kind: 'a file' } as const, { kind: 'loaded', id: 'x' } as const])(
  'parseChoice() reads %j back',
  (choice) => {
    expect(parseChoice(encodeChoice(choice))).toEqual(choice)
  },
)

describe('findObstacle()', () => {
  const platforms = [
    { id: 'demo', title: 'Demo' },
    { id: 'other', title: 'Other' },
  ]
  const sides: Sides = [stored('shop-1'), stored('shop-2')]

  test('has none for two rollouts of one platform, or a rollout and its file', () => {
    expect(findObstacle(sides, ['demo', 'demo'], platforms)).toBeUndefined()
    expect(findObstacle([stored('a'), { kind: 'loaded', id: 'a' }], ['demo', 'demo'], platforms)).toBeUndefined()
  })

  test('names the platforms where they are two', () => {
    expect(findObstacle(sides, ['demo', 'other'], platforms)).toContain('Demo and Other')
    expect(findObstacle(sides, ['gone', 'demo'], platforms)).toContain('gone and Demo')
  })

  test('names a platform that the site does not have', () => {
    expect(findObstacle(sides, ['gone', 'gone'], platforms)).toContain('no platform "gone"')
  })

  test('asks for another rollout when both are the same', () => {
    expect(findObstacle([stored('a'), stored('a')], ['demo', 'demo'], platforms)).toContain('the same rollout')
  })
})

describe('groupDifferences()', () => {
  const difference = (
    before: ItemStatusKind,
    after: ItemStatusKind,
    effects: ItemDifference['effects'],
    ...fields: [name: string, kind: ItemDifference['fields'][number]['kind']][]
  ): ItemDifference => ({
    id: `${before} ${after}`,
    before: { kind: before },
    after: { kind: after },
    effects,
    fields: fields.map(([name, kind]) => ({ name, kind })),
  })

  test.each([
    ['Regressed', difference('done', 'open', ['regressed'], ['state', 'changed'])],
    ['Regressed', difference('done', 'risk-accepted', ['regressed', 'risk-accepted'], ['state', 'changed'])],
    ['Risks renewed', difference('risk-accepted', 'risk-accepted', ['risk-renewed'], ['state', 'changed'])],
    ['New risks', difference('open', 'risk-accepted', ['risk-accepted'], ['state', 'added'])],
    ['Risks ended', difference('risk-accepted', 'done', ['finished'], ['state', 'changed'])],
    ['Did not apply before, applies now', difference('not-applicable', 'open', ['applies'])],
    ['Applied before, does not apply now', difference('open', 'not-applicable', ['excused'])],
    ['New answers', difference('open', 'done', ['finished'], ['state', 'added'])],
    ['Changed', difference('started', 'done', ['finished'], ['state', 'changed'])],
    ['Changed', difference('done', 'done', [], ['answer', 'changed'])],
    ['Notes and evidence', difference('done', 'done', [], ['note', 'changed'], ['evidence/a', 'added'])],
  ])('puts it under %s', (title, item) => {
    expect(groupDifferences([item])).toEqual([{ title, items: [item] }])
  })

  test('lists every item once, the gravest group first', () => {
    const items = [
      difference('open', 'done', ['finished'], ['state', 'added']),
      difference('done', 'open', ['regressed']),
    ]
    expect(groupDifferences(items).map(({ title }) => title)).toEqual(['Regressed', 'New answers'])
  })
})
