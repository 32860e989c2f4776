import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { buildReport, describeRollout } from '../../../src/core/index.ts'
import { freezeReport, parseReadinessStatement } from '../../../src/core/signoff/index.ts'
import { demoChecklist } from '../../fixtures/checklist.ts'
import { allDone, checklistWith, contentsOf, encodeChecklist, fileOf, riskUntil, stamp } from './contents.ts'
import { checklistFile, runCli } from './run-cli.ts'
import { freezeArgs, rolloutFields } from './signed-files.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const freeze = (file: string, ...more: string[]) =>
  runCli(['freeze', 'a.json', ...freezeArgs, '-o', 'out.json', ...more], {
    'a.json': file,
    [checklistFile]: encodeChecklist(),
  })

const freezeSaying = (affirmation: string, file: string) =>
  runCli(
    ['freeze', 'a.json', '--require', 'sre', '--expires', '2026-12-04', '--affirmation', affirmation, '-o', 'out.json'],
    { 'a.json': file, [checklistFile]: encodeChecklist() },
  )

describe('golive freeze', () => {
  test('writes the bytes that the site makes of the same report at the same moment', async () => {
    const file = fileOf(allDone, rolloutFields)
    const { code, stdout, stderr, fileAt } = await freeze(file)
    expect([code, stderr]).toEqual([0, ''])
    const { id, rollout, items } = contentsOf(allDone, rolloutFields)
    const now = new Date('2026-11-21T09:30:00.000Z')
    const expected = freezeReport({
      report: buildReport(demoChecklist, sha256(encodeChecklist()), describeRollout(id, rollout), items, now),
      checklist: demoChecklist,
      checklistUri: 'https://golive.example/demo/checklist.json',
      recordFile: { name: 'demo-1.golive.json', sha256: sha256(file) },
      requiredSignoffs: [{ role: 'sre', count: 1 }],
      affirmation: 'I have reviewed this.',
      expiresAt: new Date('2026-12-04T00:00:00Z'),
      producer: { uri: 'https://golive.example/', version: '(sources)' },
    })
    expect(fileAt('out.json')).toEqual(expected)
    expect(stdout).toMatch(/^FROZEN: "out.json"\n\nResult +PASSED/)
    expect(stdout).toContain(`${expected.length} bytes, sha256:${createHash('sha256').update(expected).digest('hex')}`)
  })

  test('names the address of another site', async () => {
    const { fileAt } = await freeze(fileOf(allDone, rolloutFields), '--site', 'https://docs.example.com/golive')
    const { predicate } = parseReadinessStatement(fileAt('out.json') as Uint8Array)
    expect(predicate.producer.uri).toBe('https://docs.example.com/golive/')
    expect(predicate.checklist.uri).toBe('https://docs.example.com/golive/demo/checklist.json')
  })

  test('takes counts, and roles that hold an equals sign', async () => {
    const roles = ['--require', 'team=red=2', '--require', 'on call']
    const { fileAt } = await freeze(fileOf(allDone, rolloutFields), ...roles)
    const { predicate } = parseReadinessStatement(fileAt('out.json') as Uint8Array)
    expect(predicate.requiredSignoffs).toEqual([
      { role: 'sre', count: 1 },
      { role: 'team=red', count: 2 },
      { role: 'on call', count: 1 },
    ])
  })

  test('freezes a no-go as FAILED where the sentence says so, and lists what is open', async () => {
    const blocked = { kind: 'blocked', reason: 'No quota' } as const
    const items = { ...allDone, 'a-must': blocked, 'a-should': riskUntil('2027-12-01T00:00:00.000Z') }
    const refused = await freeze(fileOf(items, rolloutFields))
    expect([refused.code, refused.fileAt('out.json')]).toEqual([2, undefined])
    expect(refused.stderr).toContain('The report is FAILED: a must is open. Say "no-go" in --affirmation')
    const { code, stdout } = await freezeSaying('No-go.', fileOf(items, rolloutFields))
    expect(code).toBe(0)
    expect(stdout).toContain('Result       FAILED: a must is open\n')
    expect(stdout).toContain('\nOpen (1)\n  must  a-must  Title of a-must\n      Blocked: No quota\n')
    expect(stdout).toContain('\nAccepted risks (1)\n')
  })

  test('refuses with every reason what cannot be frozen, and writes nothing', async () => {
    const { environment: _, ...others } = rolloutFields
    const { code, stdout, stderr, fileAt } = await freeze(fileOf(allDone, others), '--require', 'a\u200bb')
    expect([code, stdout, fileAt('out.json')]).toEqual([2, '', undefined])
    expect(stderr).toMatch(/^golive: Cannot freeze "a.json": 2 faults\n/)
    expect(stderr).toContain('  Statement: predicate.rollout.environment is empty, too long')
    expect(stderr).toContain('  Statement: predicate.requiredSignoffs[1].role is empty, too long')
    expect(stderr.match(/\(identifier\)/g)).toHaveLength(2)
  })

  test('refuses an end that has passed', async () => {
    const args = ['freeze', 'a.json', '--require', 'sre', '--expires', '2026-11-20', '--affirmation', 'Yes', '-o', 'b']
    const files = { 'a.json': fileOf(allDone, rolloutFields), [checklistFile]: encodeChecklist() }
    const { code, stderr } = await runCli(args, files)
    expect([code, stderr.includes('(dates-impossible)')]).toEqual([2, true])
  })

  test('refuses answers that are no value of their type', async () => {
    const decision = { key: 'nodes', question: 'How many?', type: 'integer' }
    const files = {
      'a.json': fileOf({ 'a-must': { answer: stamp('many') } }, rolloutFields),
      'c.json': encodeChecklist(checklistWith({ 'a-must': { decision } })),
    }
    const { code, stderr } = await runCli(
      ['freeze', 'a.json', ...freezeArgs, '--checklist', 'c.json', '-o', 'b'],
      files,
    )
    expect([code, stderr.startsWith('golive: Cannot freeze "a.json": items.a-must.answer.value ')]).toEqual([2, true])
  })

  test.each([
    ['is missing', {}, 'Cannot read "a.json": there is no such file or folder'],
    ['is empty', { 'a.json': '' }, 'Cannot read "a.json": is empty'],
    ['is something else', { 'a.json': '{}' }, 'Cannot read "a.json": is JSON of something else'],
    ['has no checklist', { 'a.json': fileOf() }, `Cannot read the checklist "${checklistFile}": there is no such`],
  ])('says of a file that it %s', async (_, files, complaint) => {
    const { code, stderr } = await runCli(['freeze', 'a.json', ...freezeArgs, '-o', 'b'], files)
    expect([code, stderr.startsWith(`golive: ${complaint}`)]).toEqual([2, true])
  })
})
