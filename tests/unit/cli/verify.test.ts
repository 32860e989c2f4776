import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bytesOf, trustOf } from '../core/signoff/people.ts'
import { allDone, encodeChecklist, riskUntil } from './contents.ts'
import { runCli } from './run-cli.ts'
import { alice, asked, bob, carol, commit, freezeRollout, image, signedFiles, trust } from './signed-files.ts'

const files = await signedFiles()
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const checklistDigest = `sha256:${sha256(encodeChecklist())}`

const verify = (options: Record<string, string> = {}, ...more: string[]) =>
  runCli(['verify', 'a.dsse.json', ...asked(options), ...more], files)

describe('golive verify', () => {
  test('accepts, and says who signed as what, and what was verified', async () => {
    const { code, stdout, stderr } = await verify()
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^ACCEPTED: demo-1 may go to production\n/)
    expect(stdout).toContain(`
Signed by (2)
  alice@example.com  as sre       roles: sre
  bob@example.com    as security  roles: security, sre
`)
    for (const [term, fact] of [
      ['Result', 'PASSED: every must and should is done or does not apply'],
      ['Subject', `registry.example.com/shop ${image}`],
      ['Items', 'compared with the checklist, each one'],
      ['Required', 'sre, security'],
      ['Judged as of', '2026-11-21 09:30:00 UTC'],
      ['File', 'a.dsse.json'],
      ['', `sha256:${sha256(files['a.dsse.json'])}`],
      ['Trust file', 'trust.json'],
      ['', `sha256:${sha256(files['trust.json'])}`],
      ['Signed bytes', `sha256:${sha256(files['a.statement.json'])}`],
    ] as const) {
      expect(stdout).toContain(`\n${term.padEnd(12)}  ${fact}\n`)
    }
  })

  test('says with the verdict that a moment was given, and that items were not compared', async () => {
    const { code, stdout } = await verify({ at: '2026-11-30', checklist: checklistDigest })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ACCEPTED as of 2026-11-30 00:00:00 UTC: /)
    expect(stdout).toContain('Judged as of  2026-11-30 00:00:00 UTC, as --at says: this is not about now\n')
    expect(stdout).toContain('Items         not compared with the checklist: only a digest was given\n')
  })

  test('refuses a report that lacks a signature, and says whose', async () => {
    const { code, stdout } = await runCli(['verify', 'alice.dsse.json', ...asked()], files)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^REFUSED: demo-1 may not go to production, for 1 reason\n/)
    expect(stdout).toContain('role-missing  Sign-off lacks 1 more person as "security", required by the policy\n')
    expect(stdout).toContain('\nMissing (1)\n  security\n')
    expect(stdout).not.toContain('Affirmation')
  })

  test('takes several files over the same bytes', async () => {
    const { code } = await runCli(['verify', 'alice.dsse.json', 'bob.dsse.json', ...asked()], files)
    expect(code).toBe(0)
  })

  test('says which of several files is meant', async () => {
    const given = { ...files, 'cut.json': files['bob.dsse.json'].subarray(0, 500) }
    const { code, stdout } = await runCli(['verify', 'alice.dsse.json', 'cut.json', ...asked()], given)
    expect(code).toBe(1)
    expect(stdout).toContain('\n  not-json  Attestation is not JSON, or was cut off\n')
    expect(stdout).toContain('\nIn which files (1)\n  cut.json  not-json\n')
  })

  test.each<[string, string[], number, string]>([
    ['another subject', ['--subject', `gitCommit:${'b'.repeat(40)}`], 1, 'subject-mismatch'],
    ['a second subject', ['--subject', commit], 0, ''],
    ['PASSED only', ['--no-exceptions'], 0, ''],
    ['more people', ['--require', 'sre=2'], 1, 'role-missing'],
    ['people of another role', ['--require', 'legal'], 1, 'role-missing'],
    ['fewer days', ['--max-age-days', '1', '--at', '2026-11-23T00:00:00Z'], 1, 'too-old'],
    ['this trust file', ['--trust-sha256', sha256(files['trust.json']).toUpperCase()], 0, ''],
    ['this trust file, with the algorithm', ['--trust-sha256', `sha256:${sha256(files['trust.json'])}`], 0, ''],
    ['another trust file', ['--trust-sha256', '0'.repeat(64)], 2, 'trust-digest'],
    ['a moment after its end', ['--at', '2026-12-05'], 1, 'expired'],
  ])('asked for %s', async (_, more, expected, reason) => {
    const { code, stdout, stderr } = await verify({}, ...more)
    expect([code, reason === '' || (stdout + stderr).includes(`\n  ${reason} `)]).toEqual([expected, true])
  })

  test.each([
    ['rollout', 'demo-2', 'rollout-mismatch'],
    ['environment', 'staging', 'environment-mismatch'],
    ['checklist', `sha256:${'0'.repeat(64)}`, 'checklist-mismatch'],
    ['subject', `sha256:${'0'.repeat(64)}`, 'subject-mismatch'],
  ])('refuses another %s', async (name, value, reason) => {
    const { code, stdout } = await verify({ [name]: value })
    expect([code, stdout.includes(`\n  ${reason} `)]).toEqual([1, true])
  })

  test('never says of another checklist that its items were compared', async () => {
    const given = { ...files, 'checklist.json': `${encodeChecklist()}\n` }
    const { code, stdout } = await runCli(['verify', 'a.dsse.json', ...asked()], given)
    expect([code, stdout.includes('compared with')]).toEqual([1, false])
  })

  test('takes a file for a subject, and a platform for its checklist beside the tool', async () => {
    const statement = new TextDecoder().decode(files['a.statement.json'])
    const record = JSON.parse(statement).subject.at(-1)
    const { code, stderr } = await verify({ checklist: 'demo' }, '--subject', './nothing')
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      'golive: Cannot read "./nothing": there is no such file or folder',
    ])
    expect((await verify({ checklist: 'demo' }, '--subject', `sha256:${record.digest.sha256}`)).code).toBe(0)
    expect((await verify({ checklist: 'demo' }, '--subject', 'trust.json')).code).toBe(1)
    expect((await verify({ checklist: 'bogus' })).stderr).toContain('the checklist "/tool/bogus/checklist.json"')
  })

  test('lists the exceptions of a report that is accepted with them', async () => {
    const risky = await signedFiles(
      await freezeRollout({
        ...allDone,
        'a-should': riskUntil('2027-12-01T00:00:00.000Z'),
        'a-may': { kind: 'not-applicable', reason: 'No nodes' },
      }),
    )
    const { code, stdout } = await runCli(['verify', 'a.dsse.json', ...asked()], risky)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ACCEPTED: demo-1 may go to production, with exceptions\n/)
    expect(stdout).toContain(`
Accepted risks (1)
  a-should  Title of a-should
      Until 2027-12-01 00:00:00 UTC, accepted by Ada: The vendor ships the fix in December

Does not apply (1)
  may  a-may  Title of a-may
      No nodes
`)
    const strict = await runCli(['verify', 'a.dsse.json', ...asked(), '--no-exceptions'], risky)
    expect([strict.code, strict.stdout.includes('  result-excepted ')]).toEqual([1, true])
  })

  test('tells whose signatures do not count, and why', async () => {
    const people = { alice: { roles: ['sre'], signer: alice }, carol: { roles: ['security'], signer: carol } }
    const given = { ...files, 'trust.json': bytesOf(trustOf(people)) }
    const { code, stdout } = await runCli(['verify', 'a.dsse.json', ...asked()], given)
    expect(code).toBe(1)
    expect(stdout).toMatch(/\nSignatures that do not count \(1\)\n {2}[12]\. {2}signature-unknown {2}says SHA256:/)
    expect(stdout).toContain(`says ${bob.publicKey.keyid}\n`)
  })

  test('applies no rule of readiness to another predicate type, and says so', async () => {
    const options = ['--trust', 'trust.json', '--subject', image, '--predicate-type', 'https://x.example/y']
    const { code, stdout } = await runCli(['verify', 'a.dsse.json', ...options], files)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^REFUSED: envelope, people and subject of another predicate type, for 1 reason\n/)
    expect(stdout).toMatch(/\nRules +none of readiness was applied: only envelope, people and subject count here\n/)
  })

  describe('of another predicate type', () => {
    const type = 'https://x.example/y'
    const call = ['verify', 'a.dsse.json', '--trust', 'trust.json', '--subject', image, '--predicate-type', type]
    const ofType = (given: object) => ({ ...JSON.parse(new TextDecoder().decode(files['a.statement.json'])), ...given })

    test.each([
      ['--rollout', 'demo-1'],
      ['--checklist', 'checklist.json'],
      ['--max-age-days', '1'],
      ['--no-exceptions'],
    ])('refuses %s, which would be left out', async (...option) => {
      const { code, stdout, stderr } = await runCli([...call, ...option], files)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(`golive verify: Option "${option[0]}" is about a readiness report, and not "${type}"\n`)
    })

    test('says in JUnit XML what was not looked at', async () => {
      const { fileAt } = await runCli([...call, '--junit', 'out.xml'], files)
      expect(fileAt('out.xml')).toContain('no rule of readiness was applied')
    })

    test('says whether more people are required for the environment', async () => {
      const environments = { production: { require: [{ role: 'security', count: 1 }] } }
      const given = {
        ...(await signedFiles(bytesOf(ofType({ predicateType: type })))),
        'trust.json': bytesOf({
          ...trust,
          policy: { ...trust.policy, require: [{ role: 'sre', count: 1 }], environments },
        }),
      }
      const anywhere = await runCli(call, given)
      expect([anywhere.code, anywhere.stdout]).toEqual([
        0,
        expect.stringMatching(/\nEnvironment +none was named: only those who have to sign everywhere were asked for\n/),
      ])
      const { code, stdout } = await runCli([...call, '--environment', 'production'], given)
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(
          /\nEnvironment +production, for who has to sign there: nothing else was asked about it\n/,
        ),
      ])
      expect(stdout).toMatch(/\nRequired +sre, security\n/)
    })
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'no trust file',
      { trust: 'none.json' },
      'Cannot read the trust file "none.json": there is no such file or folder',
    ],
    ['an empty trust file', { trust: 'empty.json' }, 'Cannot read the trust file "empty.json": is empty'],
    ['no checklist', { checklist: './none' }, 'Cannot read the checklist "./none": there is no such file or folder'],
  ])('cannot judge with %s, and shows the usage', async (_, options, complaint) => {
    const { code, stdout, stderr } = await verify(options)
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', `golive: ${complaint}`])
    expect(stderr).toContain('\nUsage: golive verify ')
  })

  test.each<[string, Record<string, string>, string]>([
    ['a trust file that is something else', { trust: 'a.dsse.json' }, 'trust-shape'],
    ['a checklist that is something else', { checklist: 'trust.json' }, 'option-malformed'],
  ])('cannot judge with %s, and says why on the standard error', async (_, options, reason) => {
    const { code, stdout, stderr } = await verify(options)
    expect([code, stdout, stderr.includes(`\n  ${reason} `)]).toEqual([2, '', true])
    expect(stderr).toMatch(/^CANNOT JUDGE, for \d reasons?\n/)
  })

  test.each(['none.json', 'empty.json'])('cannot judge %s, and shows the usage', async (name) => {
    const { code, stdout, stderr } = await runCli(['verify', name, ...asked()], files)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(new RegExp(`^golive: Cannot read "${name}": .+\nUsage: golive verify `))
  })

  test('says which output could not be written', async () => {
    const given = { ...files, 'out.json': { code: 'EACCES' } }
    const { code, stderr } = await runCli(['verify', 'a.dsse.json', ...asked(), '--json', 'out.json'], given)
    expect([code, stderr]).toEqual([2, 'golive: Cannot write "out.json": access is denied\n'])
  })
})

describe('golive verify, for programs', () => {
  test('writes what it found as JSON, and prints the rest all the same', async () => {
    const { code, stdout, fileAt } = await verify({}, '--json', 'out.json')
    expect([code, stdout.split(':')[0]]).toEqual([0, 'ACCEPTED'])
    const json = JSON.parse(String(fileAt('out.json')))
    expect(json).toMatchObject({
      format: 1,
      status: 'accepted',
      exitCode: 0,
      reasons: [],
      result: 'PASSED',
      rollout: { id: 'demo-1', environment: 'production' },
      isJudgedAtOtherTime: false,
      comparedItems: true,
      signers: [
        { id: 'alice@example.com', fills: 'sre' },
        { id: 'bob@example.com', fills: 'security' },
      ],
    })
    expect(json).not.toHaveProperty('payload')
  })

  test('gives the standard output to JSON alone where it is asked to', async () => {
    const { code, stdout, stderr } = await verify({ rollout: 'demo-2' }, '--json', '-')
    expect([code, JSON.parse(stdout).reasons[0].code]).toEqual([1, 'rollout-mismatch'])
    expect(stderr).toMatch(/^REFUSED: demo-2 may not go to production/)
  })

  test('writes JUnit XML in which a refused report fails', async () => {
    const { fileAt } = await verify({ rollout: 'demo-2' }, '--junit', 'out.xml')
    const xml = String(fileAt('out.xml'))
    expect(xml).toContain('<testsuite name="demo 1.2.0" tests="6" failures="1" errors="0" skipped="0"')
    expect(xml).toContain('type="rollout-mismatch"')
    const { stdout } = await verify({}, '--junit', '-')
    expect(stdout).toContain('tests="6" failures="0"')
  })

  test('emits the predicate of a summary for the pipeline to sign', async () => {
    const { code, stdout, stderr } = await verify({}, '--emit', 'vsa')
    expect([code, stderr.split(':')[0]]).toEqual([0, 'ACCEPTED'])
    expect(JSON.parse(stdout)).toEqual({
      verifier: { id: 'https://golive.example/golive' },
      timeVerified: '2026-11-21T09:30:00Z',
      resourceUri: 'registry.example.com/shop',
      policy: { uri: 'trust.json', digest: { sha256: sha256(files['trust.json']) } },
      inputAttestations: [{ digest: { sha256: sha256(files['a.dsse.json']) } }],
      verificationResult: 'PASSED',
      verifiedLevels: ['READINESS_SIGNED_OFF'],
    })
    const uris = [
      '--verifier-id',
      'https://ci.example/',
      '--resource-uri',
      'oci://x',
      '--policy-uri',
      'https://t.example/',
    ]
    expect(JSON.parse((await verify({}, '--emit', 'vsa', ...uris)).stdout)).toMatchObject({
      verifier: { id: 'https://ci.example/' },
      resourceUri: 'oci://x',
      policy: { uri: 'https://t.example/' },
    })
  })

  test('emits a simple verification result, and a test result', async () => {
    const svr = await verify({}, '--emit', 'svr', '--policy-uri', 'https://t.example/')
    expect([svr.code, JSON.parse(svr.stdout)]).toEqual([
      0,
      {
        verifier: {
          id: 'https://golive.example/golive',
          policies: [{ uri: 'https://t.example/', digest: { sha256: sha256(files['trust.json']) } }],
        },
        timeCreated: '2026-11-21T09:30:00Z',
        properties: ['GOLIVE_READINESS_SIGNED_OFF', 'GOLIVE_READINESS_PASSED'],
      },
    ])
    const risky = await signedFiles(
      await freezeRollout({
        ...allDone,
        'a-should': { kind: 'open' },
        'a-may': { kind: 'not-applicable', reason: 'No nodes' },
      }),
    )
    const { code, stdout } = await runCli(['verify', 'a.dsse.json', ...asked(), '--emit', 'test-result'], risky)
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        result: 'WARNED',
        configuration: [
          {
            name: 'demo',
            uri: 'https://golive.example/demo/checklist.json',
            digest: { sha256: sha256(encodeChecklist()) },
          },
        ],
        passedTests: ['a-must'],
        warnedTests: ['a-should'],
        failedTests: [],
      },
    ])
  })

  test('says in JUnit XML as of when it was judged, if that is not now', async () => {
    const [then, now] = [await verify({}, '--junit', '-', '--at', '2026-11-25'), await verify({}, '--junit', '-')]
    expect(then.stdout).toContain('as of 2026-11-25 00:00 UTC, which is not about now')
    expect(now.stdout).not.toMatch(/as of|judgedAt/)
  })

  test('warns in a test result of nothing that its result does not', async () => {
    const given = await signedFiles(await freezeRollout({ ...allDone, 'a-may': { kind: 'open' } }))
    const { stdout } = await runCli(['verify', 'a.dsse.json', ...asked(), '--emit', 'test-result'], given)
    expect(JSON.parse(stdout)).toMatchObject({
      result: 'PASSED',
      passedTests: ['a-must', 'a-should'],
      warnedTests: [],
      failedTests: [],
    })
  })

  test.each(['vsa', 'svr', 'test-result'])('emits no %s of a report that is refused', async (kind) => {
    const { code, stdout } = await verify({ environment: 'staging' }, '--emit', kind)
    expect([code, stdout]).toEqual([1, ''])
  })
})
