import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checklistWith, encodeChecklist, fileOf, stamp } from './contents.ts'
import { checklistFile, runCli } from './run-cli.ts'

const verify = { run: 'demo get <name>', expect: 'It says ready.' }
const checklist = encodeChecklist(
  checklistWith(
    { 'a-must': { verify }, 'a-should': { verify, when: ['ha'] } },
    { traits: [{ id: 'ha', label: 'Highly available', description: 'Three of each' }] },
  ),
)
const files = { 'a.json': fileOf({}, { traits: stamp(['single']) }), [checklistFile]: checklist }

describe('golive checks', () => {
  test('prints the script of the checks that apply', async () => {
    const { code, stdout, stderr } = await runCli(['checks', 'a.json'], files)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^#!\/bin\/sh\n# Checks of the rollout "Autumn release" \(demo-1\)\n/)
    expect(stdout).toContain(`sha256:${createHash('sha256').update(checklist).digest('hex')}\n`)
    expect(stdout).toContain(`demo get "\${GOLIVE_NAME}"\n`)
    expect([stdout.includes("check 'a-must'"), stdout.includes("check 'a-should'")]).toEqual([true, false])
  })

  test('writes it to a file', async () => {
    const { code, stdout, fileAt } = await runCli(['checks', 'a.json', '-o', 'checks.sh'], files)
    expect([code, stdout]).toEqual([0, ''])
    expect(fileAt('checks.sh')).toBe((await runCli(['checks', 'a.json'], files)).stdout)
  })

  test('takes the checklist that is named', async () => {
    const other = encodeChecklist(checklistWith({ 'a-may': { verify } }))
    const { stdout } = await runCli(['checks', 'a.json', '--checklist', 'other.json'], {
      ...files,
      'other.json': other,
    })
    expect([stdout.includes("check 'a-may'"), stdout.includes("check 'a-must'")]).toEqual([true, false])
  })

  test('refuses ids that could be read as something else', async () => {
    const hostile = encodeChecklist(checklistWith({ 'a-must': { verify, id: 'a\ntouch PWNED' } }))
    const { code, stdout, stderr } = await runCli(['checks', 'a.json'], { ...files, [checklistFile]: hostile })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'golive: Cannot write the checks of "a.json": Cannot write a script: "a\\ntouch PWNED" is no id\n',
    )
  })

  test.each([5, null, {}, { expect: 'x', run: 5 }, { expect: 'x', fill: null }, { expect: 'x', fill: { a: 5 } }])(
    'refuses a checklist with the check %j',
    async (broken) => {
      const hostile = encodeChecklist(checklistWith({ 'a-must': { verify: broken } }))
      const { code, stderr } = await runCli(['checks', 'a.json'], { ...files, [checklistFile]: hostile })
      const refusal = `golive: Cannot read the checklist "${checklistFile}": a-must has no valid "verify"\n`
      expect([code, stderr]).toEqual([2, refusal])
    },
  )

  test.each([
    ['no file', ['checks'], 'golive checks: Missing FILE'],
    ['an unknown option', ['checks', 'a.json', '--run'], 'golive checks: Unknown option "--run"'],
    ['a missing file', ['checks', 'b.json'], 'golive: Cannot read "b.json": there is no such file or folder'],
  ])('refuses %s', async (_, args, complaint) => {
    const { code, stderr } = await runCli(args, files)
    expect([code, stderr.split('\n')[0]]).toEqual([2, complaint])
  })

  test('says what it does', async () => {
    const { code, stdout } = await runCli(['checks', '--help'])
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'Usage: golive checks FILE [-o FILE] [--checklist FILE]'])
  })
})
