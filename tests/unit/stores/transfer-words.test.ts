import { describe, expect, test } from 'vitest'
import {
  describePair,
  describeValue,
  formatTime,
  nameField,
  sortFields,
} from '../../../src/islands/transfer/field-words.ts'
import { early, late } from '../../fixtures/moments.ts'

const risk = { kind: 'risk-accepted', reason: 'Waits', acceptedBy: 'Ann', expiresAt: late }

test.each([
  ['state', { kind: 'open' }, 'Open'],
  ['state', { kind: 'done', itemDigest: 'ab12', copiedFrom: 'shop-1' }, 'Done, copied from shop-1'],
  ['state', { kind: 'blocked', reason: 'No quota' }, 'Blocked: No quota'],
  ['state', { kind: 'not-applicable', reason: 'No pods' }, 'Not applicable: No pods'],
  ['state', risk, 'Risk accepted by Ann until 2026-11-01: Waits'],
  [
    'state',
    { ...risk, compensatingControl: 'alert', followUp: 'https://x.example/' },
    'Risk accepted by Ann until 2026-11-01: Waits\nUntil then: alert\nFollow-up: https://x.example/',
  ],
  ['state', { kind: 'from a newer version' }, 'from a newer version'],
  ['note', '', 'empty'],
  ['answer', null, 'empty'],
  ['answer', true, 'yes'],
  ['answer', ['10.0.0.0/16', '10.1.0.0/16'], '10.0.0.0/16\n10.1.0.0/16'],
  ['evidence/a', null, 'removed'],
  [
    'evidence/a',
    { kind: 'link', url: 'https://x.example/', collectedAt: early },
    `https://x.example/, collected ${formatTime(early)}`,
  ],
  ['evidence/a', { kind: 'text', text: 'ok', collectedAt: early }, `ok\n(collected ${formatTime(early)})`],
  [
    'people',
    [
      { name: 'Ann', role: 'lead' },
      { name: 'Ben', role: '' },
    ],
    'Ann, lead\nBen',
  ],
  ['traits', [], 'none'],
  ['plannedLaunch', '2026-11-28T09:00', '2026-11-28 09:00'],
  ['plannedLaunch', '', 'not planned'],
  ['deletedAt', '', 'no'],
  ['later', { deep: { er: 1 } }, '{"deep":{"er":1}}'],
])('describeValue() of %s %j', (name, value, expected) => {
  expect(describeValue(name, value)).toBe(expected)
})

test('nameField() knows evidence, and leaves names of a newer version as they are', () => {
  expect(['state', 'evidence/a', 'later'].map(nameField)).toEqual(['State', 'Evidence', 'later'])
})

test('sortFields() puts the answer before what is beside it', () => {
  const fields = ['later', 'note', 'evidence/a', 'state', 'answer'].map((name) => ({ name }))
  expect(sortFields(fields).map(({ name }) => name)).toEqual(['state', 'answer', 'note', 'evidence/a', 'later'])
})

describe('describePair()', () => {
  const done = (itemDigest: string) => ({ kind: 'done', itemDigest })

  test('tells two values apart whose words are the same', () => {
    expect(describePair('state', done('ab'), done('cd'))).toEqual(['Done (wording ab)', 'Done (wording cd)'])
  })

  test('adds nothing where the words differ, or the values do not', () => {
    expect(describePair('note', 'a', 'b')).toEqual(['a', 'b'])
    expect(describePair('state', done('ab'), { itemDigest: 'ab', kind: 'done' })).toEqual(['Done', 'Done'])
  })
})
