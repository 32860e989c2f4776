import { expect, test } from 'vitest'
import { isItemState } from '../../../src/core/index.ts'
import { entriesOf, plainState, readState, type StateEntries, stateKinds } from '../../../src/islands/item/states.ts'

const now = new Date(2026, 10, 21, 14, 3)
const digest = '0123456789abcdef'
const nothing: StateEntries = { reason: '', acceptedBy: '', expiresOn: '', followUp: '', compensatingControl: '' }
const risk: StateEntries = {
  reason: ' The vendor ships the fix in December ',
  acceptedBy: 'Ada Lovelace',
  expiresOn: '2026-12-31',
  followUp: 'https://git.example/issues/7',
  compensatingControl: 'Only the office network reaches it',
}

test('readState() reads every state that asks for more as a valid one', () => {
  for (const kind of ['blocked', 'not-applicable', 'risk-accepted'] as const) {
    const read = readState(kind, risk, digest, now)
    expect(read).toMatchObject({ kind: 'state', state: { kind, reason: 'The vendor ships the fix in December' } })
    expect(read.kind === 'state' && isItemState(read.state)).toBe(true)
    expect(read.kind === 'state' && 'itemDigest' in read.state).toBe(kind !== 'blocked')
  }
})

test('readState() leaves out what a risk need not say', () => {
  const read = readState('risk-accepted', { ...risk, followUp: '', compensatingControl: ' ' }, digest, now)
  expect(read.kind === 'state' && Object.keys(read.state).sort()).toEqual(
    ['acceptedBy', 'expiresAt', 'itemDigest', 'kind', 'reason'].sort(),
  )
})

test('entriesOf() gives back what readState() read', () => {
  const read = readState('risk-accepted', risk, digest, now)
  expect(read.kind === 'state' && entriesOf('risk-accepted', read.state)).toEqual({
    ...risk,
    reason: risk.reason.trim(),
  })
  expect(read.kind === 'state' && entriesOf('blocked', read.state)).toEqual(nothing)
})

test.each(['', '   ', '.', '--', '?!', '\u0000'])('readState() refuses "%s" as a reason', (reason) => {
  const read = readState('blocked', { ...nothing, reason }, digest, now)
  expect(read).toEqual({ kind: 'refused', faults: { reason: 'Give a reason, in words.' } })
})

test('readState() refuses a reason that is too long, and takes words of any script', () => {
  const read = readState('blocked', { ...nothing, reason: 'x'.repeat(2001) }, digest, now)
  expect(read.kind === 'refused' && read.faults.reason).toContain('2,001 characters')
  expect(readState('blocked', { ...nothing, reason: '待つ' }, digest, now).kind).toBe('state')
})

test.each<[string, keyof StateEntries, string]>([
  ['no person', 'acceptedBy', '-'],
  ['no day', 'expiresOn', ''],
  ['a day that does not exist', 'expiresOn', '2027-02-29'],
  ['a day that is past', 'expiresOn', '2026-11-20'],
  ['a day too far to be stored', 'expiresOn', '9999-12-31'],
  ['a script as link', 'followUp', 'javascript:alert(1)'],
  ['a link without host', 'followUp', 'issue 7'],
])('readState() refuses an accepted risk with %s', (_, field, text) => {
  const read = readState('risk-accepted', { ...risk, [field]: text }, digest, now)
  expect(read.kind === 'refused' && Object.keys(read.faults)).toEqual([field])
})

test('readState() tells every field that is wrong at once', () => {
  const read = readState('risk-accepted', nothing, digest, now)
  expect(read.kind === 'refused' && Object.keys(read.faults)).toEqual(['reason', 'acceptedBy', 'expiresOn'])
})

test('readState() takes today as the last day of a risk', () => {
  expect(readState('risk-accepted', { ...risk, expiresOn: '2026-11-21' }, digest, now).kind).toBe('state')
})

test('plainState() says which wording was answered only of what is done', () => {
  expect(stateKinds).toContain('done')
  expect(plainState('done', digest)).toEqual({ kind: 'done', itemDigest: digest })
  expect(plainState('started', digest)).toEqual({ kind: 'started' })
})
