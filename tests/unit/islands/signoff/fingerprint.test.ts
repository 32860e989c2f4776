import { describe, expect, test } from 'vitest'
import { formatOwner, groupFingerprint } from '../../../../src/islands/signoff/fingerprint.ts'

const keyid = `SHA256:${'abcd'.repeat(10)}xyz`

describe('groupFingerprint()', () => {
  test('makes groups of four that join to the fingerprint again', () => {
    const groups = groupFingerprint(keyid)
    expect(groups.join('')).toBe(keyid)
    expect(groups.slice(1).map((group) => group.length)).toEqual([...Array(10).fill(4), 3])
  })

  test('leaves a hint alone that is none', () => {
    expect(groupFingerprint('key-1')).toEqual(['key-1'])
  })
})

test.each([
  ['alice@example.com', 'alice-example.com'],
  ['Zoë Müller', 'zoe-muller'],
  ['$(rm -rf /) ../x', 'rm-rf-..-x'],
  ['林', 'abcdabcd'],
])('formatOwner() of %j', (name, owner) => {
  expect(formatOwner(name, keyid)).toBe(owner)
})
