import { expect, test } from 'vitest'
import { claimRoles } from '../../../../src/islands/signoff/signed-roles.ts'
import type { SeenSignature } from '../../../../src/stores/signers.ts'
import { buildDemoStatement, makeSigner } from '../../../fixtures/signed-report.ts'

const statement = buildDemoStatement()
const { publicKey: key } = await makeSigner()
const by = (name: string, ...roles: string[]): SeenSignature => ({
  hint: key.keyid,
  signer: { name, roles, source: 'file', key },
})

test.each<[string, SeenSignature[], string[], number]>([
  ['nobody', [], ['sre', 'security'], 0],
  ['one of two', [by('alice', 'sre')], ['security'], 0],
  ['both', [by('alice', 'sre'), by('bob', 'security')], [], 0],
  ['one person with both roles', [by('alice', 'sre', 'security')], ['security'], 0],
  ['one person with two keys', [by('alice', 'sre'), by('alice', 'security')], ['security'], 0],
  ['a key that nobody knows', [by('alice', 'sre'), { hint: 'SHA256:x' }], ['security'], 1],
])('claimRoles() of %s', (_, signatures, missing, unknown) => {
  const claimed = claimRoles({ statement, signatures })
  expect(claimed.missing.map(({ role }) => role)).toEqual(missing)
  expect(claimed.unknown).toBe(unknown)
})
