import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceName, type ItemState, isItemState, isReworded, itemGuard } from '../../../src/core/index.ts'
import { anyEvidence, anyState } from '../../fixtures/arbitraries.ts'
import { digestOf, doneState } from '../../fixtures/checklist.ts'
import { afterLaunch, early } from '../../fixtures/moments.ts'

const risk = { kind: 'risk-accepted', reason: 'Small', acceptedBy: 'Ada', expiresAt: afterLaunch } satisfies ItemState

test('isItemState() takes every state there is', () => {
  fc.assert(fc.property(anyState, (state) => void expect(isItemState(state)).toBe(true)))
})

test.each([
  ['members that it does not know', { kind: 'open', since: early }],
  ['a follow-up and a control', { ...risk, followUp: 'https://example.org/1', compensatingControl: 'Watch' }],
  ['the digest and rollout of a copied answer', { ...risk, itemDigest: 'ab', copiedFrom: 'spring' }],
  ['an answer that does not apply and was copied', { kind: 'not-applicable', reason: '', copiedFrom: 'spring' }],
])('isItemState() takes a state with %s', (_, state) => {
  expect(isItemState(state)).toBe(true)
})

test.each([
  ['no object', 'open'],
  ['null', null],
  ['an array', ['open']],
  ['no kind', {}],
  ['an unknown kind', { kind: 'finished' }],
  ['a kind that nobody stores', { kind: 'to-confirm' }],
  ['a kind that every object has', { kind: 'constructor' }],
  ['a kind of another case', { kind: 'Done', itemDigest: 'a' }],
  ['blocked without reason', { kind: 'blocked' }],
  ['not-applicable without reason', { kind: 'not-applicable' }],
  ['not-applicable with a reason that is no text', { kind: 'not-applicable', reason: 1 }],
  ['done without digest', { kind: 'done' }],
  ['done with a digest that is no text', { kind: 'done', itemDigest: true }],
  ['done that was copied from no text', { kind: 'done', itemDigest: 'a', copiedFrom: null }],
  ['risk-accepted without reason', { ...risk, reason: undefined }],
  ['risk-accepted without who accepted it', { ...risk, acceptedBy: undefined }],
  ['risk-accepted without end', { ...risk, expiresAt: undefined }],
  ['risk-accepted until a day', { ...risk, expiresAt: '2026-11-01' }],
  ['risk-accepted until a day that does not exist', { ...risk, expiresAt: '2026-02-30T00:00:00.000Z' }],
  ['risk-accepted with a follow-up that is no text', { ...risk, followUp: {} }],
  ['risk-accepted with a control that is no text', { ...risk, compensatingControl: ['Watch'] }],
])('isItemState() refuses %s', (_, value) => {
  expect(isItemState(value)).toBe(false)
})

describe('itemGuard()', () => {
  const takes = (name: string, value: unknown) => itemGuard(name)?.(value)

  test.each(['mood', 'format', 'evidence', 'constructor', '__proto__', ''])('knows nothing of "%s"', (name) => {
    expect(itemGuard(name)).toBeUndefined()
  })

  test.each([['A note'], [''], [0], [-2.5], [true], [false], [[]], [['a', 'b']], [null]])(
    'takes %j as answer',
    (value) => {
      expect(takes('answer', value)).toBe(true)
    },
  )

  test.each([[undefined], [{}], [[1]], [['a', null]], [[['a']]], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    'refuses %j as answer',
    (value) => {
      expect(takes('answer', value)).toBe(false)
    },
  )

  test('takes evidence under any name of evidence, and null where it was removed', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(anyEvidence), (id, piece) => {
        expect(takes(evidenceName(id), piece)).toBe(true)
      }),
    )
    expect(takes('evidence/a', undefined)).toBe(false)
    expect(takes('evidence/a', 'https://example.org/')).toBe(false)
  })

  test('takes a text as note and a state as state, and neither for the other', () => {
    expect([takes('note', 'Seen'), takes('note', { kind: 'open' })]).toEqual([true, false])
    expect([takes('state', { kind: 'open' }), takes('state', 'open')]).toEqual([true, false])
  })
})

describe('isReworded()', () => {
  test.each<[string, ItemState | undefined, boolean]>([
    ['the words that were answered', doneState('a-must'), false],
    ['other words', { kind: 'done', itemDigest: 'f'.repeat(16) }, true],
    ['words that nobody noted', { kind: 'done', itemDigest: '' }, false],
    ['a risk that was accepted for other words', { ...risk, itemDigest: 'f'.repeat(16) }, true],
    ['an answer that does not apply, for other words', { kind: 'not-applicable', reason: '', itemDigest: 'f' }, true],
    ['an answer without words', { kind: 'blocked', reason: '' }, false],
    ['no answer', undefined, false],
  ])('of %s', (_, state, isNew) => {
    expect(isReworded(state, digestOf('a-must'))).toBe(isNew)
  })

  test('is false while the words of now are not known', () => {
    expect(isReworded(doneState('a-must'), undefined)).toBe(false)
  })
})
