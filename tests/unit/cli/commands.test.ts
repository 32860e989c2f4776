import { describe, expect, test } from 'vitest'
import { checklistWith, encodeChecklist, fileOf, stamp } from './contents.ts'
import { checklistFile, runCli } from './run-cli.ts'

describe('run()', () => {
  test.each(['--help', '-h'])('lists the commands for %s', async (option) => {
    const { code, stdout, stderr } = await runCli([option])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Usage: golive COMMAND [ARGUMENTS]')
    for (const name of ['status', 'diff', 'merge']) expect(stdout).toMatch(new RegExp(`^ {2}${name} +[A-Z]`, 'm'))
  })

  test('lists them as a complaint when no command is named', async () => {
    const [asked, complaint] = [await runCli(['--help']), await runCli([])]
    expect(complaint).toMatchObject({ code: 2, stdout: '', stderr: asked.stdout })
  })

  test('names its version', async () => {
    expect(await runCli(['--version'])).toMatchObject({ code: 0, stdout: 'golive (sources)\n' })
  })

  test.each(['status', 'diff', 'merge'])('explains %s with its usage, options and exit codes', async (name) => {
    for (const args of [['--help'], ['-h'], ['a', '--json', '--help']]) {
      const { code, stdout, stderr } = await runCli([name, ...args])
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toContain(`Usage: golive ${name} `)
      expect(stdout).toMatch(/Exit codes\n {2}0 .*\n {2}1 .*\n {2}2 /)
    }
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
    [['merge', 'a'], 'golive merge: Missing THEIRS'],
    [['merge', 'a', 'b'], 'golive merge: Missing -o FILE'],
    [['merge', 'a', 'b', '-o'], 'golive merge: Option "-o, --output <value>" argument missing'],
    [['merge', 'a', 'b', '-o', ''], 'golive merge: Missing -o FILE'],
  ])('refuses %j as a mistake in the call', async (args, complaint) => {
    const { code, stdout, stderr } = await runCli(args)
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', complaint])
    expect(stderr).toMatch(/^(Usage: golive|Commands: status, diff, merge)/m)
  })

  test('takes what stands after -- for names of files', async () => {
    const { code, stderr } = await runCli(['status', '--', '--help'])
    expect([code, stderr]).toEqual([2, 'golive: Cannot read "--help": there is no such file or folder\n'])
  })

  test('never lets a fault of its own look like an answer', async () => {
    const unforeseen = encodeChecklist(checklistWith({ 'a-must': { when: 5 } }))
    const files = { a: fileOf({}, { traits: stamp(['ha']) }), [checklistFile]: unforeseen }
    const { code, stderr } = await runCli(['status', 'a'], files)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^golive status: This is a fault of the tool itself\nTypeError: .+\n +at /)
  })
})
