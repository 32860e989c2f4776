import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Checklist, ItemState } from '../../../src/core/index.ts'
import { doneState } from '../../fixtures/checklist.ts'
import { early, noon } from '../../fixtures/moments.ts'
import { allDone, checklistWith, encodeChecklist, fileOf, riskUntil, stamp } from './contents.ts'
import { checklistFile, runCli } from './run-cli.ts'

const judge = (file: string, checklist?: Checklist, ...options: string[]) =>
  runCli(['status', 'a.json', ...options], { 'a.json': file, [checklistFile]: encodeChecklist(checklist) })

describe('golive status', () => {
  test('says "go" with code 0 when every must and should is done', async () => {
    const { code, stdout, stderr } = await judge(fileOf(allDone))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^GO: Every must and should is done or does not apply\n/)
    expect(stdout).toContain('3 of 3 done\n')
  })

  test('says "conditional go" with code 0 and shows each risk with its end', async () => {
    const risk: ItemState = {
      ...riskUntil('2027-12-01T00:00:00.000Z'),
      followUp: 'https://tracker.example/7',
      compensatingControl: 'Nightly restarts',
    } as ItemState
    const { code, stdout } = await judge(fileOf({ ...allDone, 'a-should': risk }))
    expect(code).toBe(0)
    expect(stdout).toMatch(/^CONDITIONAL GO: 1 risk accepted\n/)
    expect(stdout).toContain(`
Accepted risks (1)
  until 2027-12-01 00:00:00 UTC  a-should  Title of a-should
      Accepted by Ada: The vendor ships the fix in December
      Until then: Nightly restarts
      https://tracker.example/7
`)
  })

  test('says "no-go" with code 1 and lists the blockers with their reasons', async () => {
    const blocked: ItemState = { kind: 'blocked', reason: 'No quota' }
    const { code, stdout } = await judge(fileOf({ ...allDone, 'a-must': blocked }))
    expect(code).toBe(1)
    expect(stdout).toMatch(/^NO-GO: 1 must open\n/)
    expect(stdout).toContain('\nBlockers (1)\n  blocked  a-must  Title of a-must\n      No quota\n')
  })

  test('lists what has to be confirmed: stale, reworded, and without the link asked for', async () => {
    const checklist = checklistWith({ 'a-must': { validForDays: 10 }, 'a-may': { needsLink: true } })
    const reworded: ItemState = { kind: 'done', itemDigest: 'f'.repeat(16) }
    const { code, stdout } = await judge(fileOf({ ...allDone, 'a-should': reworded }), checklist)
    expect(code).toBe(1)
    expect(stdout).toContain(`
To confirm (3)
  must    a-must    Title of a-must
      Evidence is stale from 2026-11-11
  should  a-should  Title of a-should
      Changed since you answered
  may     a-may     Title of a-may
      The link it asks for is missing
`)
  })

  test('lists answers to items that are gone, and counts answers under former ids', async () => {
    const retired = [{ id: 'b-gone', since: '1.1.0', replacedBy: 'a-must' }]
    const checklist = checklistWith({ 'a-must': { formerly: ['old-must'] } }, { retired })
    const { 'a-must': must, ...others } = allDone
    const gone = { 'b-gone': { state: stamp(must), note: stamp('Keep\nthis') }, 'c-gone': must }
    const { code, stdout } = await judge(fileOf({ ...others, ...gone, 'old-must': doneState('a-must') }), checklist)
    expect(code).toBe(0)
    expect(stdout).toContain(`
Answers to items that are gone (2)
  done  b-gone  retired in 1.1.0, replaced by a-must
      Keep this
  done  c-gone  unknown to this checklist
`)
  })

  test('shows what is rolled out, where, and by which checklist', async () => {
    const checklist = checklistWith(
      {},
      { traits: [{ id: 'ha', label: 'Highly available', description: 'Three of each' }] },
    )
    const digest = `sha256:${'d'.repeat(64)}`
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    const file = fileOf(allDone, {
      environment: stamp('production'),
      service: stamp('shop'),
      version: stamp('4.1'),
      plannedLaunch: stamp('2026-11-28T09:00'),
      subjects: stamp([{ name: 'shop.tar', digest }]),
      traits: stamp(['ha']),
      archivedAt: stamp(noon),
      deletedAt: stamp(early),
    })
    const { stdout } = await judge(file, checklist)
    const sha256 = createHash('sha256').update(encodeChecklist(checklist)).digest('hex')
    for (const [term, fact] of [
      ['Rollout', 'Autumn release (demo-1)'],
      ['Environment', 'production'],
      ['Service', 'shop 4.1'],
      ['Planned launch', `2026-11-28 09:00 in the time zone ${zone}, that of this machine`],
      ['Traits', 'ha'],
      ['Rolled out', `shop.tar ${digest}`],
      ['Checklist', 'Demo 1.2.0'],
      ['', `sha256:${sha256}`],
      ['Judged at', '2026-11-21 09:30:00 UTC'],
      ['Archived', '2026-11-01 12:00:00 UTC'],
      ['Deleted', '2026-11-01 08:00:00 UTC'],
    ] as const) {
      expect(stdout).toContain(`\n${term.padEnd(14)}  ${fact}\n`.replace(/^\nRollout/, '\nRollout'))
    }
    expect((await judge(fileOf(), checklist)).stdout).toMatch(/Traits +not said, so every item applies\n/)
  })

  test('prints the report as JSON with the same code', async () => {
    const { code, stdout } = await judge(fileOf({}, { name: stamp('Release') }), undefined, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      format: 1,
      createdAt: '2026-11-21T09:30:00.000Z',
      rollout: { id: 'demo-1', name: 'Release' },
      checklist: { version: '1.2.0', sha256: createHash('sha256').update(encodeChecklist()).digest('hex') },
      verdict: 'no-go',
      counts: { blockers: 1, open: 3 },
    })
  })

  test('judges by the checklist that is named', async () => {
    const { code } = await runCli(['status', 'a.json', '--checklist', 'other.json'], {
      'a.json': fileOf(),
      'other.json': encodeChecklist(checklistWith({ 'a-must': { level: 'should' } })),
      [checklistFile]: encodeChecklist(),
    })
    expect(code).toBe(0)
  })

  test('digests the bytes of the checklist, not what they say', async () => {
    const bytes = Buffer.from(`\ufeff${encodeChecklist()}`)
    const { stdout } = await runCli(['status', 'a.json'], { 'a.json': fileOf(allDone), [checklistFile]: bytes })
    expect(stdout).toContain(createHash('sha256').update(bytes).digest('hex'))
  })

  const refusals: [name: string, checklist: string | { code: string }, reason: string][] = [
    ['that is missing', { code: 'ENOENT' }, 'there is no such file or folder'],
    ['that is no JSON', 'Dear all', 'is not JSON: '],
    ['that is something else', '{"format":1}', 'is no checklist of format 1'],
    ['of a newer format', encodeChecklist({ ...checklistWith({}), format: 2 as 1 }), 'is no checklist of format 1'],
    [
      'of another platform',
      encodeChecklist(checklistWith({}, { platform: 'other' })),
      'is of the platform "other", and the rollout of "demo"',
    ],
  ]
  test.each(refusals)('refuses a checklist %s', async (_, checklist, reason) => {
    const { code, stdout, stderr } = await runCli(['status', 'a.json'], {
      'a.json': fileOf(),
      [checklistFile]: checklist,
    })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`golive: Cannot read the checklist "${checklistFile}": ${reason}`)
  })

  test('refuses answers that are no value of their type', async () => {
    const decision = { key: 'nodes', question: 'How many?', type: 'integer' }
    const file = fileOf({ 'a-must': { answer: stamp('many') } })
    const { code, stderr } = await judge(file, checklistWith({ 'a-must': { decision } }))
    expect([code, stderr.split(': ').slice(0, 3).join(': ')]).toEqual([
      2,
      'golive: Cannot judge "a.json": items.a-must.answer.value This is no whole number',
    ])
  })
})
