import { describe, expect, test } from 'vitest'
import type { ItemState } from '../../../src/core/index.ts'
import { doneState } from '../../fixtures/checklist.ts'
import { early, late } from '../../fixtures/moments.ts'
import { allDone, checklistWith, encodeChecklist, fileOf, riskUntil, stamp } from './contents.ts'
import { checklistFile, runCli } from './run-cli.ts'

const compare = (before: string, after: string, ...options: string[]) =>
  runCli(['diff', 'a.json', 'b.json', ...options], {
    'a.json': before,
    'b.json': after,
    [checklistFile]: encodeChecklist(),
  })

const excused: ItemState = { kind: 'not-applicable', reason: 'No nodes' }

describe('golive diff', () => {
  test('ends with 0 when no answer differs', async () => {
    const later = JSON.stringify({ ...JSON.parse(fileOf(allDone)), items: JSON.parse(fileOf(allDone)).items })
    expect(await compare(fileOf(allDone), later)).toEqual(
      expect.objectContaining({ code: 0, stdout: 'Two copies of demo-1: no answer differs\n', stderr: '' }),
    )
  })

  test('says with 1 what changed and what that means', async () => {
    const before = fileOf(
      { 'a-must': allDone['a-must'], 'a-should': excused, 'a-may': riskUntil('2027-12-01T00:00:00.000Z') },
      { environment: stamp('staging', early) },
    )
    const change = (value: ItemState, was: ItemState) => ({
      state: { ...stamp(value, late, 'Ben'), before: [stamp(was)] },
    })
    const after = fileOf(
      {
        'a-must': change({ kind: 'blocked', reason: 'Disk full' }, allDone['a-must']),
        'a-should': change({ kind: 'open' }, excused),
        'a-may': change(riskUntil('2027-12-24T00:00:00.000Z'), riskUntil('2027-12-01T00:00:00.000Z')),
        'a-new': {
          note: stamp('Seen\non Monday'),
          'evidence/1': stamp({ kind: 'link', url: 'https://ci.example/1', collectedAt: early }),
        },
      },
      { environment: { ...stamp('production', late, 'Ada'), before: [stamp('staging', early)] } },
    )
    const { code, stdout } = await compare(before, after)
    expect(code).toBe(1)
    expect(stdout).toBe(`Two copies of demo-1

Done before, and not now (1)
  a-must  done -> blocked  Title of a-must
      Disk full

Did not apply before, and does now (1)
  a-should  not applicable -> open  Title of a-should

Renewed risks (1)
  a-may  until 2027-12-01 00:00:00 UTC -> 2027-12-24 00:00:00 UTC  Title of a-may

Changes of the rollout (1)
  environment: "staging" -> "production" (Ada, 2026-11-01 20:00:00 UTC)

Changes of items (4)
  a-must    done -> blocked         Title of a-must
      state: done (wording ${doneState('a-must').kind === 'done' ? '0000000000000000' : ''}) -> blocked: Disk full (Ben, 2026-11-01 20:00:00 UTC)
  a-should  not applicable -> open  Title of a-should
      state: not applicable: No nodes -> open (Ben, 2026-11-01 20:00:00 UTC)
  a-may     risk accepted           Title of a-may
      state: risk accepted by Ada until 2027-12-01 00:00:00 UTC: The vendor ships the fix in December -> risk accepted by Ada until 2027-12-24 00:00:00 UTC: The vendor ships the fix in December (Ben, 2026-11-01 20:00:00 UTC)
  a-new     open
      evidence/1: link https://ci.example/1, collected 2026-11-01 (somebody, 2026-11-01 12:00:00 UTC)
      note: "Seen on Monday" (somebody, 2026-11-01 12:00:00 UTC)
`)
  })

  test('shows conflicts between copies of one rollout, with both values, who and when', async () => {
    const [before, after] = [
      { 'a-may': { note: stamp('Ask Cem', early, 'Ada') } },
      { 'a-may': { note: stamp('Ask Ben', late, 'Ben') } },
    ]
    const { code, stdout } = await compare(fileOf(before), fileOf(after))
    expect(code).toBe(1)
    expect(stdout).toContain(`
In conflict: set in both without knowing of each other (1)
  a-may  note
      "Ask Cem" (Ada, 2026-11-01 08:00:00 UTC)
      "Ask Ben" (Ben, 2026-11-01 20:00:00 UTC)
`)
    const others = await compare(fileOf(before), fileOf(after, {}, 'demo-2'))
    expect(others.stdout).toMatch(/^Two rollouts: demo-1, then demo-2\n\nChanges of items \(1\)\n/)
  })

  test('says of a value that it was given again, or is gone', async () => {
    const before = fileOf({ 'a-may': { note: stamp('Ask Cem', early), answer: stamp(['x', 'y']) } })
    const { stdout } = await compare(before, fileOf({ 'a-may': { note: stamp('Ask Cem', late) } }))
    expect(stdout).toContain('\n      answer: "x", "y" is no longer there\n')
    expect(stdout).toContain('\n      note: "Ask Cem", said again (somebody, 2026-11-01 20:00:00 UTC)\n')
  })

  test('ends with 1 for two rollouts with the same answers', async () => {
    const { code, stdout } = await compare(fileOf(allDone), fileOf(allDone, {}, 'demo-2'))
    expect([code, stdout]).toEqual([1, 'Two rollouts: demo-1, then demo-2\n'])
  })

  test('prints the comparison as JSON, with whole texts', async () => {
    const note = 'x'.repeat(5_000)
    const { code, stdout } = await compare(fileOf(), fileOf({ 'a-may': { note: stamp(note) } }), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      format: 1,
      before: 'demo-1',
      after: 'demo-1',
      isSameRollout: true,
      fields: [],
      items: [
        {
          id: 'a-may',
          title: 'Title of a-may',
          before: { kind: 'open' },
          after: { kind: 'open' },
          effects: [],
          fields: [{ name: 'note', kind: 'added', after: stamp(note) }],
        },
      ],
    })
    expect((await compare(fileOf(), fileOf(), '--json')).code).toBe(0)
  })

  test('compares without a checklist, and by the one that is named', async () => {
    const files = {
      'a.json': fileOf({}, { traits: stamp([]) }),
      'b.json': fileOf({ 'a-must': { kind: 'started' } }, { traits: stamp(['ha']) }),
      'ha.json': encodeChecklist(checklistWith({ 'a-must': { when: ['ha'] } })),
    }
    const without = await runCli(['diff', 'a.json', 'b.json'], files)
    expect(without.stdout).toContain('  a-must  open -> started\n')
    const named = await runCli(['diff', 'a.json', 'b.json', '--checklist', 'ha.json'], files)
    expect(named.stdout).toContain('  a-must  not applicable -> started  Title of a-must\n')
  })

  test.each<[name: string, files: Record<string, string>, complaint: string]>([
    ['a file that is missing', { 'b.json': fileOf() }, 'Cannot read "a.json": there is no such file or folder'],
    ['a second file that is missing', { 'a.json': fileOf() }, 'Cannot read "b.json": there is no such file or folder'],
    [
      'a checklist that is missing',
      { 'a.json': fileOf(), 'b.json': fileOf() },
      'Cannot read the checklist "c.json": there is no such file or folder',
    ],
    [
      'two platforms',
      { 'a.json': fileOf(), 'b.json': fileOf({}, { platform: stamp('other') }) },
      'Cannot compare "b.json": is of the platform "other", and "a.json" of "demo": they have no item in common',
    ],
  ])('refuses %s', async (_, files, complaint) => {
    const result = await runCli(['diff', 'a.json', 'b.json', '--checklist', 'c.json'], files)
    expect([result.code, result.stdout, result.stderr.split('\n')[0]]).toEqual([2, '', `golive: ${complaint}`])
  })
})
