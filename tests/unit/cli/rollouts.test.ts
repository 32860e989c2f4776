import { describe, expect, test } from 'vitest'
import { encodeRecord, type ItemState } from '../../../src/core/index.ts'
import { noon } from '../../fixtures/moments.ts'
import { allDone, contentsOf, encodeChecklist, fileOf, stamp } from './contents.ts'
import { checklistFile, runCli } from './run-cli.ts'

const read = (file: string | Uint8Array | { code: string }) =>
  runCli(['status', 'a.json'], { 'a.json': file, [checklistFile]: encodeChecklist() })

/** A backup with one rollout, and what else lay in storage. */
function backupOf(platform: string, others: Record<string, string> = {}): string {
  const { rollout } = contentsOf({}, { platform: stamp(platform) })
  const entries = { 'golive:rollout:demo-1': encodeRecord(rollout), ...others }
  return JSON.stringify({ format: 1, kind: 'golive-storage', savedAt: noon, entries })
}

describe('readRollout()', () => {
  const marked = `<<<<<<< HEAD\n${fileOf()}=======\n${fileOf(allDone)}>>>>>>> main\n`
  test.each<[name: string, file: string | Uint8Array | { code: string }, reason: string]>([
    ['that is missing', { code: 'ENOENT' }, 'there is no such file or folder'],
    ['that is a folder', { code: 'EISDIR' }, 'is a folder'],
    ['that nobody may read', { code: 'EACCES' }, 'access is denied'],
    ['that fails otherwise', { code: 'EIO' }, 'EIO'],
    ['that is empty', '', 'is empty'],
    ['that is cut off', fileOf().split('demo-1')[0] ?? '', 'ends in the middle: it may have been cut off'],
    ['that is no JSON', 'Dear all', 'is not JSON: '],
    ['that is no text', Uint8Array.of(0x7b, 0xff, 0x7d), 'is no text in UTF-8'],
    ['that is JSON of something else', '{}', 'is JSON of something else'],
    ['that is a checklist', encodeChecklist(), 'is JSON of something else'],
    ['of a newer format', fileOf().replace('"format": 1', '"format": 2'), 'format is 2, from a newer Golive'],
    [
      'that Git could not merge',
      marked,
      'it holds conflict markers of Git: merge its two versions with "golive merge"',
    ],
    [
      'that holds many',
      backupOf('demo', { 'golive:item:demo-first:a-must': '{"format":2}' }),
      'is a backup of a browser, rollouts in it: 2.',
    ],
    [
      'that holds more than rollouts',
      backupOf('demo', { 'golive:current': '{}' }),
      'is a backup of a browser, rollouts in it: 1.',
    ],
    ['that leads elsewhere', backupOf('../../demo'), 'is a backup of a browser, rollouts in it: 0.'],
  ])('refuses a file %s', async (_, file, reason) => {
    const { code, stdout, stderr } = await read(file)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`golive: Cannot read "a.json": ${reason}`)
  })

  test('names every fault with its place', async () => {
    const file = JSON.parse(fileOf({ 'a-must': { kind: 'open' }, 'a-may': { note: stamp('x') } }))
    file.items['a-must'].state.at = 'yesterday'
    file.items['a-may'].note.value = 7
    const { code, stderr } = await read(JSON.stringify(file))
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^golive: Cannot read "a.json": 2 faults\n {2}items\.a-may\.note\.value .*\n {2}items\.a-must\.state\.at is no moment/,
    )
  })

  test('reads a file with a byte order mark, and a backup of one rollout', async () => {
    expect((await read(`\ufeff${fileOf(allDone)}`)).code).toBe(0)
    expect((await read(backupOf('demo'))).code).toBe(1)
  })
})

describe('printLines()', () => {
  const sequence = '\u001b[2J\u009b2J\u202e\u0007'

  test('print nothing that steers a terminal or begins a line of its own', async () => {
    // Names that nobody has checked: of a file, of members, and of a rollout.
    const { rollout } = contentsOf({}, { name: stamp(`Evil${sequence}\nGO: fine`) })
    const entries = { 'golive:rollout:demo-1': encodeRecord(rollout) }
    const backup = JSON.stringify({ format: 1, kind: 'golive-storage', savedAt: noon, entries })
    const results = [
      await read(backup),
      await runCli(['status', `a${sequence}\nb`]),
      await runCli([`a${sequence}\nb`]),
      await runCli(['status', 'x', `--${sequence}\nb`]),
      await read(
        fileOf().replace(
          '"items": {}',
          `"items": {"a${sequence.replace('\u001b', '\\u001b').replace('\u0007', '')}\\nb": 1}`,
        ),
      ),
    ]
    for (const { stdout, stderr } of results) {
      expect(stdout + stderr).not.toBe('')
      expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]|^(GO|b)/mu)
    }
  })

  test('writes out what nobody would see', async () => {
    const { stderr } = await runCli(['status', 'a\u200bb\u3164c\u200ed'])
    expect(stderr).toMatch(/^golive: Cannot read "a\[U\+200B\]b\[U\+3164\]c\[U\+200E\]d": /)
    const state: ItemState = { kind: 'blocked', reason: 'No\u200b quota\u3164' }
    expect((await read(fileOf({ 'a-must': state }))).stdout).toContain('No[U+200B] quota[U+3164]')
    const files = { 'a.json': fileOf({ 'a-must': state }), [checklistFile]: encodeChecklist() }
    const { stdout } = await runCli(['status', 'a.json', '--json'], files)
    expect(stdout).toContain('"No\\u200b quota\\u3164"')
    expect(JSON.parse(stdout).sections[0].items[0].reason).toBe(state.reason)
  })
})
