import { describe, expect, test } from 'vitest'
import { encodeTrustJson, formatOpenSsh, formatPem } from '../../../src/core/signoff/index.ts'
import { bytesOf } from '../core/signoff/people.ts'
import { runCli } from './run-cli.ts'
import { alice, bob, trust } from './signed-files.ts'

const files = { 'trust.json': encodeTrustJson(trust) }
const [first, second] = trust.signers
if (!first || !second) throw new Error('Two people sign')

/** The trust file with bob's key revoked. */
const revoked = encodeTrustJson({
  ...trust,
  signers: [first, { ...second, keys: second.keys.map((key) => ({ ...key, revokedAt: '2026-11-01T00:00:00Z' })) }],
})

describe('golive trust lint', () => {
  test('says of a file that is right who can sign, and who has to', async () => {
    const { code, stdout, stderr } = await runCli(['trust', 'lint', 'trust.json'], files)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^RIGHT: 2 of 2 people can sign\n/)
    expect(stdout).toContain(`\n  bob@example.com    security, sre\n      ${bob.publicKey.keyid}, ed25519\n`)
    expect(stdout).toContain('\nRequired (1)\n  everywhere  sre, security\n')
  })

  test('ends with 1 when nobody can meet what it requires any more', async () => {
    const { code, stdout } = await runCli(['trust', 'lint', 'trust.json'], { 'trust.json': revoked })
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^RIGHT, BUT OF NO USE: too few people have a valid key\n\nTo look at \(2\)\n {2}key-revoked /,
    )
    const before = await runCli(['trust', 'lint', 'trust.json', '--at', '2026-10-31'], { 'trust.json': revoked })
    expect([before.code, before.stdout.includes('Judged as of   2026-10-31 00:00:00 UTC\n')]).toEqual([0, true])
  })

  test('prints the same as JSON', async () => {
    const { code, stdout } = await runCli(['trust', 'lint', 'trust.json', '--json'], { 'trust.json': revoked })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 1,
      judgedAt: '2026-11-21T09:30:00.000Z',
      signers: [
        { id: 'alice@example.com', keys: [{ keyid: alice.publicKey.keyid, standing: 'valid' }] },
        { keys: [{ standing: 'key-revoked' }] },
      ],
      notices: [{ code: 'key-revoked' }, { code: 'role-missing' }],
    })
  })

  test('names every fault with its place and code', async () => {
    const twice = { ...trust, signers: [first, { ...second, id: 'alice@example.com', keys: first.keys }] }
    const { code, stdout, stderr } = await runCli(['trust', 'lint', 'a'], { a: bytesOf(twice) })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^golive: Cannot use the trust file "a": 2 faults\n/)
    expect(stderr).toContain('  Trust file: signers[1].id repeats "alice@example.com" (id-reused)\n')
    expect(stderr).toContain(
      '  Trust file: signers[1].keys[0] is the key of "alice@example.com" already (key-reused)\n',
    )
  })

  test.each([
    ['missing', {}, 'there is no such file or folder'],
    ['empty', { a: '' }, 'is empty'],
  ])('shows the usage when the file is %s', async (_, given, reason) => {
    const { code, stderr } = await runCli(['trust', 'lint', 'a'], given)
    expect([code, stderr.split('\n')[0]]).toEqual([2, `golive: Cannot read "a": ${reason}`])
    expect(stderr).toContain('\nUsage: golive trust lint FILE ')
  })
})

describe('golive trust export', () => {
  test('prints lines for OpenSSH', async () => {
    const { code, stdout } = await runCli(['trust', 'export', 'trust.json', '--allowed-signers'], files)
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        `alice@example.com ${formatOpenSsh(alice.publicKey, 'alice@example.com')}\n`,
        `bob@example.com ${formatOpenSsh(bob.publicKey, 'bob@example.com')}\n`,
      ].join(''),
    )
  })

  test('refuses an id that OpenSSH would take for a pattern', async () => {
    const given = { a: bytesOf({ ...trust, signers: [first, { ...second, id: '*@example.com' }] }) }
    const { code, stderr } = await runCli(['trust', 'export', 'a', '--allowed-signers'], given)
    expect([code, stderr.includes('(identifier)')]).toEqual([2, true])
  })

  test('writes a PEM file for each key that is valid now, and says which is left out', async () => {
    const { code, stdout, fileAt } = await runCli(['trust', 'export', 'a', '--pem', 'keys'], { a: revoked })
    expect(code).toBe(0)
    expect(stdout).toBe('Wrote "keys/alice@example.com-1.pem"\nLeft out "keys/bob@example.com-1.pem": key-revoked\n')
    expect(fileAt('keys/alice@example.com-1.pem')).toBe(formatPem(alice.publicKey))
    expect(fileAt('keys/bob@example.com-1.pem')).toBeUndefined()
  })

  test('takes away the PEM file that an export wrote before the key was revoked', async () => {
    const given = { a: revoked, 'keys/bob@example.com-1.pem': formatPem(bob.publicKey), 'keys/README': 'x' }
    const { code, stdout, fileAt } = await runCli(['trust', 'export', 'a', '--pem', 'keys'], given)
    expect(code).toBe(0)
    expect(stdout).toBe('Wrote "keys/alice@example.com-1.pem"\nRemoved "keys/bob@example.com-1.pem": key-revoked\n')
    expect(fileAt('keys/bob@example.com-1.pem')).toBeUndefined()
    expect(fileAt('keys/README')).toBe('x')
  })

  test('writes nothing beside keys that the trust file does not name', async () => {
    const given = { ...files, 'keys/bob@example.com-2.pem': 'x', 'keys/Eve.PEM': 'x' }
    const { code, stdout, stderr, fileAt } = await runCli(['trust', 'export', 'trust.json', '--pem', 'keys'], given)
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      [
        'golive: Cannot write to the folder "keys": 2 faults\n',
        '  Eve.PEM is of no key of the trust file: remove it, or name another folder\n',
        '  bob@example.com-2.pem is of no key of the trust file: remove it, or name another folder\n',
      ].join(''),
    ])
    expect(fileAt('keys/alice@example.com-1.pem')).toBeUndefined()
  })

  test.each([
    ['a folder that is a file', { ...files, keys: 'x' }, 'Cannot make the folder "keys": is a file, and no folder'],
    [
      'a key that cannot be removed',
      { 'trust.json': revoked, 'keys/bob@example.com-1.pem': { code: 'EACCES' } },
      'Cannot remove "keys/bob@example.com-1.pem": access is denied',
    ],
    ['a trust file that is none', { 'trust.json': '{}' }, 'Cannot use the trust file "trust.json": 3 faults'],
  ])('refuses %s', async (_, given, complaint) => {
    const { code, stderr } = await runCli(['trust', 'export', 'trust.json', '--pem', 'keys'], given)
    expect([code, stderr.split('\n')[0]]).toEqual([2, `golive: ${complaint}`])
  })
})
