import { describe, expect, test } from 'vitest'
import {
  encodeTrustJson,
  formatAllowedSigners,
  formatOpenSsh,
  formatPem,
  listRequirements,
  listTrustNotices,
  listTrustPems,
  parseSignerEntry,
  parseTrust,
  type TrustFile,
} from '../../../../src/core/signoff/index.ts'
import { bytesOf, codesOf, makeSigner, now, trustOf } from './people.ts'

const [alice, bob] = [await makeSigner(), await makeSigner('ed25519')]
const trust = trustOf({
  'alice@example.com': { roles: ['sre'], signer: alice },
  'bob@example.com': { roles: ['security', 'sre'], signer: bob },
})
const parse = (file: TrustFile) => parseTrust(bytesOf(file))

/** The trust file with dates on alice's key. */
const dated = (dates: object): TrustFile => {
  const [first, ...others] = trust.signers
  if (!first) throw new Error('no signer')
  return { ...trust, signers: [{ ...first, keys: first.keys.map((key) => ({ ...key, ...dates })) }, ...others] }
}

describe('parseTrust()', () => {
  test('gives people with roles and keys', async () => {
    const { signers, policy, sha256 } = await parse(trust)
    expect(signers.map(({ id, roles, keys }) => [id, roles, keys[0]?.publicKey])).toEqual([
      ['alice@example.com', ['sre'], alice.publicKey],
      ['bob@example.com', ['security', 'sre'], bob.publicKey],
    ])
    expect(policy).toEqual(trust.policy)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('takes keys as lines of OpenSSH', async () => {
    const [first] = trust.signers
    const line = {
      ...trust,
      signers: [{ ...first, keys: [{ publicKey: formatOpenSsh(alice.publicKey, 'a') }] }, trust.signers[1]],
    }
    expect((await parse(line as TrustFile)).signers[0]?.keys[0]?.publicKey).toEqual(alice.publicKey)
  })

  test('tells every fault at once', async () => {
    const file = dated({ publicKey: 'x', notBefore: '2027-01-01T00:00:00Z', notAfter: '2026-01-01T00:00:00Z' })
    const other = { ...file, policy: { require: [{ role: 'legal', count: 1 }] } }
    expect(await codesOf(() => parse(other))).toEqual(['key-malformed'])
    const twice = { ...trust, signers: [...trust.signers, ...trust.signers] }
    expect(await codesOf(() => parse(twice))).toEqual(['id-reused', 'id-reused', 'key-reused', 'key-reused'])
  })

  test('reads what encodeTrustJson() writes', async () => {
    expect((await parseTrust(new TextEncoder().encode(encodeTrustJson(trust)))).policy).toEqual(trust.policy)
  })
})

test('listRequirements() raises the bar for an environment and never lowers it', async () => {
  const read = await parse({
    ...trust,
    policy: {
      require: [{ role: 'sre', count: 1 }],
      environments: {
        production: { require: [{ role: 'security', count: 1 }] },
        test: { require: [] },
      },
    },
  })
  expect(listRequirements(read, 'production')).toEqual([
    { role: 'sre', count: 1 },
    { role: 'security', count: 1 },
  ])
  expect(listRequirements(read, 'test')).toEqual([{ role: 'sre', count: 1 }])
  expect(listRequirements(read, 'constructor')).toEqual([{ role: 'sre', count: 1 }])
})

test('parseSignerEntry() reads what one person sends, and refuses a private key', async () => {
  const [entry] = trust.signers
  expect(await parseSignerEntry(bytesOf(entry))).toEqual(entry)
  const secret = '-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n'
  expect(await codesOf(() => parseSignerEntry(bytesOf({ ...entry, keys: [{ publicKey: secret }] })))).toEqual([
    'key-private',
  ])
})

describe('listTrustNotices()', () => {
  test('says nothing of keys that are valid', async () => {
    expect(listTrustNotices(await parse(trust), now)).toEqual([])
  })

  test.each([
    ['key-expired', { notAfter: '2026-11-21T12:00:00Z' }],
    ['key-not-yet-valid', { notBefore: '2026-11-21T12:00:01Z' }],
    ['key-revoked', { revokedAt: '2026-11-21T12:00:00Z' }],
  ])('tells of %s, and that a role is short', async (code, dates) => {
    const notices = listTrustNotices(await parse(dated(dates)), now)
    expect(notices.map((notice) => notice.code)).toEqual([code, 'role-missing'])
  })
})

describe('exports', () => {
  test('formatAllowedSigners() writes principal, validity and key', async () => {
    const file = dated({
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-01-01T00:00:00Z',
      revokedAt: '2026-06-01T10:00:00.5Z',
    })
    const [first, second] = formatAllowedSigners(await parse(file)).split('\n')
    const options = 'valid-after="20260101000000Z",valid-before="20260601100000Z"'
    expect(first).toBe(`alice@example.com ${options} ${formatOpenSsh(alice.publicKey, 'alice@example.com')}`)
    expect(second).toBe(`bob@example.com ${formatOpenSsh(bob.publicKey, 'bob@example.com')}`)
  })

  test.each(['*', '*@example.com', 'a,b', '!a', 'a b', '#a'])(
    'formatAllowedSigners() refuses the id %s',
    async (id) => {
      const file = trustOf(
        { [id]: { roles: ['sre', 'security'], signer: alice } },
        { require: [{ role: 'sre', count: 1 }] },
      )
      const read = await parse(file)
      expect(await codesOf(() => formatAllowedSigners(read))).toEqual(['identifier'])
    },
  )

  test('listTrustPems() gives each key a file name of its own', async () => {
    const people = { '../x': { roles: ['sre'], signer: alice }, '.-x': { roles: ['security'], signer: bob } }
    expect(listTrustPems(await parse(trustOf(people)))).toMatchObject([
      { name: 'x-1.pem', pem: formatPem(alice.publicKey) },
      { name: 'x-2.pem', pem: formatPem(bob.publicKey) },
    ])
  })
})
