import { describe, expect, test } from 'vitest'
import { defaultRolloutId, describeRollout, parseRecord, rolloutGuard } from '../../../src/core/index.ts'
import { early } from '../../fixtures/moments.ts'
import { rolloutRecord, stamped } from '../../fixtures/stamps.ts'

describe('describeRollout()', () => {
  const empty = {
    environment: '',
    service: '',
    version: '',
    plannedLaunch: '',
    subjects: [],
    rollbackCommand: '',
    abortCriteria: [],
    people: [],
    copiedFrom: '',
    archivedAt: '',
    deletedAt: '',
  }

  test('has a value for every field but the traits where nothing is stored', () => {
    const described = { id: 'demo-first', name: 'First rollout', platform: 'demo', ...empty }
    expect(describeRollout(defaultRolloutId('demo'), undefined)).toEqual(described)
    expect(describeRollout('demo-first', rolloutRecord())).toEqual(described)
  })

  test.each([
    ['demo-first', 'demo'],
    ['two-words-first', 'two-words'],
    ['at-first-first', 'at-first'],
  ])('takes the platform of the rollout "%s", where none is stored, from its id', (id, platform) => {
    expect(describeRollout(id, undefined).platform).toBe(platform)
    expect(defaultRolloutId(platform)).toBe(id)
  })

  test.each(['payments-2.4.0', 'x', 'first', 'demo-first-2', 'demo-first.1', ''])(
    'has no platform for the rollout "%s" where none is stored',
    (id) => {
      expect(describeRollout(id, undefined).platform).toBe('')
    },
  )

  test('takes the platform that is stored before the one of the id', () => {
    expect(describeRollout('demo-first', rolloutRecord({ platform: stamped('other') })).platform).toBe('other')
  })

  test('names a rollout whose name was emptied', () => {
    expect(describeRollout('x', rolloutRecord({ name: stamped('') })).name).toBe('First rollout')
  })

  test.each([
    ['   ', 'First rollout'],
    [' \n\t', 'First rollout'],
    ['  Autumn ', 'Autumn'],
  ])('takes white space around the name %j for nothing', (value, name) => {
    expect(describeRollout('x', rolloutRecord({ name: stamped(value) })).name).toBe(name)
  })

  test('shows what is stored', () => {
    const fields = {
      name: 'Autumn',
      platform: 'other',
      environment: 'production',
      service: 'shop',
      version: '4.1',
      plannedLaunch: '2026-11-28T09:00',
      subjects: [{ name: 'shop.tar', digest: '' }],
      traits: ['gpu'],
      rollbackCommand: 'helm rollback shop',
      abortCriteria: ['More than 1 % errors'],
      people: [{ name: 'Ada', role: 'Launch' }],
      copiedFrom: 'spring',
      archivedAt: early,
      deletedAt: early,
    }
    const record = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, stamped(value as never)]))
    expect(describeRollout('x', rolloutRecord(record))).toEqual({ id: 'x', ...fields })
  })

  test('says that a rollout has no traits, other than that nobody has said', () => {
    expect(describeRollout('x', rolloutRecord({ traits: stamped([]) })).traits).toEqual([])
    expect(describeRollout('x', rolloutRecord())).not.toHaveProperty('traits')
  })
})

test.each([
  ['a name that is no text', { name: 5 }],
  ['subjects that are no list', { subjects: {} }],
  ['a subject without digest', { subjects: [{ name: 'shop.tar' }] }],
  ['a subject that is null', { subjects: [null] }],
  ['traits that are a text', { traits: 'gpu' }],
  ['a trait that is no text', { traits: ['gpu', 5] }],
  ['criteria that are no texts', { abortCriteria: [{}] }],
  ['a person without role', { people: [{ name: 'Ada' }] }],
  ['a person whose name is no text', { people: [{ name: ['Ada'], role: '' }] }],
  ['a moment of deletion that is no text', { deletedAt: 0 }],
])('rolloutGuard() refuses %s', (_, fields) => {
  const fieldsAt = Object.entries(fields).map(([name, value]) => [name, stamped(value)])
  const text = JSON.stringify({ format: 2, ...Object.fromEntries(fieldsAt) })
  expect(parseRecord(text, rolloutGuard)).toMatchObject({
    kind: 'unreadable',
    reason: expect.stringContaining('no valid value'),
  })
})

test.each(['mood', 'format', 'id', 'constructor', '__proto__'])('rolloutGuard() knows nothing of "%s"', (name) => {
  expect(rolloutGuard(name)).toBeUndefined()
})
