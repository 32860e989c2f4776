import { describe, expect, test } from 'vitest'
import { defaultRolloutId, describeRollout, parseDigest, parseRecord, rolloutGuards } from '../../../src/core/index.ts'
import { early } from '../../fixtures/moments.ts'

const sha1 = 'ab'.repeat(20)
const sha256 = 'cd'.repeat(32)

test.each([
  ['nothing', '', ''],
  ['white space', ' \n', ''],
  ['64 bare digits', sha256, `sha256:${sha256}`],
  ['40 bare digits', sha1, `gitCommit:${sha1}`],
  ['sha256 with its name', `sha256:${sha256}`, `sha256:${sha256}`],
  ['a commit with its name', `gitCommit:${sha1}`, `gitCommit:${sha1}`],
  ['a commit of a SHA-256 repository', `gitCommit:${sha256}`, `gitCommit:${sha256}`],
  ['capitals', `SHA256:${sha256.toUpperCase()}`, `sha256:${sha256}`],
  ['white space around', `  ${sha256}\n`, `sha256:${sha256}`],
])('parseDigest() reads %s', (_, text, digest) => {
  expect(parseDigest(text)).toBe(digest)
})

test.each([
  ['63 digits', sha256.slice(1)],
  ['65 digits', `${sha256}0`],
  ['a short commit', 'ab12cd3'],
  ['sha256 with 40 digits', `sha256:${sha1}`],
  ['another algorithm', `sha512:${sha256}`],
  ['no algorithm before the colon', `:${sha256}`],
  ['letters beyond f', 'g'.repeat(64)],
  ['white space inside', `${sha1} ${sha1.slice(17)}`],
  ['words', 'latest'],
])('parseDigest() refuses %s', (_, text) => {
  expect(parseDigest(text)).toBeUndefined()
})

describe('describeRollout()', () => {
  const empty = { environment: '', service: '', version: '', plannedLaunch: '', subjects: [] }

  test('has a value for every field where nothing is stored', () => {
    const described = { id: 'demo-first', name: 'First rollout', platform: 'demo', ...empty }
    expect(describeRollout(defaultRolloutId('demo'), 'demo', undefined)).toEqual(described)
    expect(describeRollout('demo-first', 'demo', { format: 1 })).toEqual(described)
  })

  test('names a rollout whose name was emptied', () => {
    expect(describeRollout('x', 'demo', { format: 1, name: { value: '', at: early } }).name).toBe('First rollout')
  })

  test.each([
    ['   ', 'First rollout'],
    [' \n\t', 'First rollout'],
    ['  Autumn ', 'Autumn'],
  ])('takes white space around the name %j for nothing', (value, name) => {
    expect(describeRollout('x', 'demo', { format: 1, name: { value, at: early } }).name).toBe(name)
  })

  test('shows what is stored', () => {
    const subjects = [{ name: 'shop.tar', digest: '' }]
    const record = {
      format: 1 as const,
      name: { value: 'Autumn', at: early },
      platform: { value: 'other', at: early },
      subjects: { value: subjects, at: early },
    }
    const described = { id: 'x', name: 'Autumn', platform: 'other', ...empty, subjects }
    expect(describeRollout('x', 'demo', record)).toEqual(described)
  })
})

test.each([
  ['a name that is no text', { name: 5 }],
  ['subjects that are no list', { subjects: {} }],
  ['a subject without digest', { subjects: [{ name: 'shop.tar' }] }],
  ['a subject that is null', { subjects: [null] }],
])('rolloutGuards refuse %s', (_, fields) => {
  const stamped = Object.entries(fields).map(([name, value]) => [name, { value, at: early }])
  const text = JSON.stringify({ format: 1, ...Object.fromEntries(stamped) })
  expect(parseRecord(text, rolloutGuards)).toMatchObject({
    kind: 'unreadable',
    reason: expect.stringContaining('no valid value'),
  })
})
