import { describe, expect, test } from 'vitest'
import { checklistWith, encodeChecklist, fileOf, stamp } from './contents.ts'
import { checklistFile, runCli } from './run-cli.ts'

const names = ['status', 'diff', 'merge', 'freeze', 'pae', 'verify', 'inspect', 'trust lint', 'trust export']

const frozen = ['--require', 'sre', '--expires', '2026-12-04', '--affirmation', 'I agree']
const asked = [
  '--trust',
  't',
  '--subject',
  `sha256:${'d'.repeat(64)}`,
  '--rollout',
  'r',
  '--environment',
  'e',
  '--checklist',
  'c',
]

describe('run()', () => {
  test.each(['--help', '-h'])('lists the commands for %s', async (option) => {
    const { code, stdout, stderr } = await runCli([option])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Usage: golive COMMAND [ARGUMENTS]')
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}golive ${name} +[A-Z]`, 'm'))
  })

  test('lists them as a complaint when no command is named', async () => {
    const [asked, complaint] = [await runCli(['--help']), await runCli([])]
    expect(complaint).toMatchObject({ code: 2, stdout: '', stderr: asked.stdout })
  })

  test('lists the commands of a family', async () => {
    const { code, stdout } = await runCli(['trust', '--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Commands\n\n {2}golive trust lint +Check .+\n {2}golive trust export +Write .+\n$/)
  })

  test('names its version', async () => {
    expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: 'golive (sources)\n' })
  })

  test.each(names)('explains %s with its usage, options and exit codes', async (name) => {
    for (const option of ['--help', '-h']) {
      const { code, stdout, stderr } = await runCli([...name.split(' '), option])
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toContain(`Usage: golive ${name} `)
      expect(stdout).toMatch(/Exit codes\n {2}0 .*\n( {2}1 .*\n)? {2}2 /)
    }
  })

  test.each(names)('explains %s as a complaint when it was asked for more than help', async (name) => {
    const words = name.split(' ')
    const help = await runCli([...words, '--help'])
    for (const args of [
      ['a', '--help'],
      ['-h', 'a'],
      ['--help', '-h'],
    ]) {
      const { code, stdout, stderr } = await runCli([...words, ...args])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toBe(`golive ${name}: Help stands alone, and nothing was done\n\n${help.stdout}`)
    }
  })

  test.each([
    [['--help', 'verify']],
    [['-h', 'a']],
    [['--version', 'verify']],
    [['trust', '--help', 'a']],
    [['trust', 'bogus', '-h']],
  ])('refuses %j, which asks for more than help', async (args) => {
    expect(await runCli(args)).toMatchObject({ code: 2, stdout: '' })
  })

  test('puts the set-up of Git into the help of merge', async () => {
    const { stdout } = await runCli(['merge', '--help'])
    expect(stdout).toContain('merge.golive.driver "node tools/golive.mjs merge %A %B --base %O -o %A"')
  })

  test.each<[args: string[], complaint: string]>([
    [['bogus'], 'golive: There is no command "bogus"'],
    [['constructor'], 'golive: There is no command "constructor"'],
    [['--bogus'], 'golive: There is no command "--bogus"'],
    [['status'], 'golive status: Missing FILE'],
    [['status', ''], 'golive status: Missing FILE'],
    [['status', 'a', 'b'], 'golive status: Unexpected argument "b"'],
    [['status', 'a', '--bogus'], 'golive status: Unknown option "--bogus"'],
    [['status', 'a', '--checklist'], 'golive status: Option "--checklist <value>" argument missing'],
    [['status', 'a', '--checklist', '--json'], 'golive status: Option "--checklist" argument is ambiguous'],
    [['status', 'a', '--json=yes'], 'golive status: Option "--json" does not take an argument'],
    [['diff'], 'golive diff: Missing BEFORE and AFTER'],
    [['diff', 'a'], 'golive diff: Missing AFTER'],
    [['diff', 'a', 'b', 'c'], 'golive diff: Unexpected argument "c"'],
    [['merge', 'a'], 'golive merge: Missing another FILE'],
    [['merge', 'a', 'b', '-o', 'c', '--signature', 'd'], 'golive merge: Missing --key FILE'],
    [['merge', 'a', 'b'], 'golive merge: Missing -o FILE'],
    [['merge', 'a', 'b', '-o'], 'golive merge: Option "-o, --output <value>" argument missing'],
    [['merge', 'a', 'b', '-o', ''], 'golive merge: Option "-o" is empty'],
    [['merge', 'a', 'b', '-o', 'c', '--output', 'd'], 'golive merge: Option "--output" is given twice'],
    [['trust'], 'golive: There is no command "trust"'],
    [['trust', 'bogus'], 'golive: There is no command "trust bogus"'],
    [['trust', 'lint'], 'golive trust lint: Missing FILE'],
    [['trust', 'lint', 'a', '--bogus'], 'golive trust lint: Unknown option "--bogus"'],
    [['trust', 'lint', 'a', '--at', 'soon'], 'golive trust lint: Option "--at soon" is no moment'],
    [['trust', 'export', 'a'], 'golive trust export: Missing --allowed-signers or --pem DIR'],
    [
      ['trust', 'export', 'a', '--allowed-signers', '--pem', 'b'],
      'golive trust export: Only one of --allowed-signers and --pem',
    ],
    [['trust', 'export', 'a', '--bogus'], 'golive trust export: Unknown option "--bogus"'],
    [['inspect'], 'golive inspect: Missing FILE'],
    [['inspect', 'a', 'b'], 'golive inspect: Unexpected argument "b"'],
    [['inspect', 'a', '--trust', 'b'], 'golive inspect: Unknown option "--trust"'],
    [['pae', 'a'], 'golive pae: Missing -o FILE'],
    [['pae', '-o', 'a'], 'golive pae: Missing FILE'],
    [['pae', 'a', '--bogus'], 'golive pae: Unknown option "--bogus"'],
    [['freeze'], 'golive freeze: Missing FILE'],
    [['freeze', 'a'], 'golive freeze: Missing --require ROLE[=N], --expires TIME, --affirmation TEXT'],
    [['freeze', 'a', '--bogus'], 'golive freeze: Unknown option "--bogus"'],
    [['freeze', 'a', ...frozen], 'golive freeze: Missing -o FILE'],
    [['freeze', 'a', ...frozen, '-o', 'b', '--require', 'sre=0'], 'golive freeze: Option "--require sre=0" is no role'],
    [
      ['freeze', 'a', ...frozen, '-o', 'b', '--require', 'sre=2'],
      'golive freeze: Option "--require" names the role "sre" twice',
    ],
    [['freeze', 'a', ...frozen, '-o', 'b', '--site', 'here'], 'golive freeze: Option "--site here" is no address'],
    [['verify'], 'golive verify: Missing FILE'],
    [
      ['verify', 'a'],
      'golive verify: Missing --trust FILE, --subject ALG:HEX|FILE, --rollout ID, --environment ENV, --checklist FILE|sha256:HEX',
    ],
    [['verify', 'a', '--predicate-type', 'b'], 'golive verify: Missing --trust FILE, --subject ALG:HEX|FILE'],
    [['verify', 'a', '--bogus'], 'golive verify: Unknown option "--bogus"'],
    [['verify', 'a', ...asked, '--trust', ''], 'golive verify: Option "--trust" is empty'],
    [['verify', 'a', ...asked, '--rollout', 'x'], 'golive verify: Option "--rollout" is given twice'],
    [['verify', 'a', ...asked, '--at', '2026-02-30'], 'golive verify: Option "--at 2026-02-30" is no moment'],
    [['verify', 'a', ...asked, '--max-age-days', '0'], 'golive verify: Option "--max-age-days 0" is no number of days'],
    [['verify', 'a', ...asked, '--trust-sha256', 'ab'], 'golive verify: Option "--trust-sha256 ab" is no SHA-256'],
    [['verify', 'a', ...asked, '--subject', 'sha1:ab'], 'golive verify: Option "--subject sha1:ab" is no digest'],
    [['verify', 'a', ...asked, '--subject', 'sha256:'], 'golive verify: Option "--subject sha256:" is no digest'],
    [
      ['verify', 'a', ...asked, '--subject', 'd'.repeat(64)],
      `golive verify: Option "--subject ${'d'.repeat(64)}" is no digest`,
    ],
    [
      ['verify', 'a', ...asked, '--emit', 'x'],
      'golive verify: Option "--emit x" is not known, only "vsa", "svr", "test-result"',
    ],
    [
      ['verify', 'a', ...asked, '--emit', 'vsa', '--at', '2026-12-01'],
      'golive verify: Option "--emit" sums up what holds now',
    ],
    [
      ['verify', 'a', ...asked, '--emit', 'vsa', '--predicate-type', 'x'],
      'golive verify: Option "--emit" sums up a readiness',
    ],
    [
      ['verify', 'a', ...asked, '--policy-uri', 'x'],
      'golive verify: Option "--policy-uri" is no part of what is printed',
    ],
    [['verify', 'a', ...asked, '--json', '-', '--junit', '-'], 'golive verify: Only one of --emit, --json and --junit'],
  ])('refuses %j as a mistake in the call', async (args, complaint) => {
    const { code, stdout, stderr } = await runCli(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.slice(0, complaint.length)).toBe(complaint)
    expect(stderr).toMatch(/^(Usage: golive|Commands: (status, diff, merge|trust lint))/m)
  })

  test('takes what stands after -- for names of files', async () => {
    const { code, stderr } = await runCli(['status', '--', '--help'])
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'golive: Cannot read "--help": there is no such file or folder'])
    expect(stderr).toContain('\nUsage: golive status ')
  })

  test('never lets a fault of its own look like an answer', async () => {
    const unforeseen = encodeChecklist(checklistWith({ 'a-must': { when: 5 } }))
    const files = { a: fileOf({}, { traits: stamp(['ha']) }), [checklistFile]: unforeseen }
    const { code, stderr } = await runCli(['status', 'a'], files)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^golive status: This is a fault of the tool itself\nTypeError: .+\n +at /)
  })
})
