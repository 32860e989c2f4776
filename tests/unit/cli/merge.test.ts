import { describe, expect, test } from 'vitest'
import { mergeRollouts } from '../../../src/cli/merge-rollouts.ts'
import type { ItemState } from '../../../src/core/index.ts'
import { encodeRolloutFile } from '../../../src/core/rollout-file.ts'
import { early, late, noon } from '../../fixtures/moments.ts'
import { allDone, contentsOf, fileOf, stamp } from './contents.ts'
import { runCli } from './run-cli.ts'

type Items = Parameters<typeof fileOf>[0]

/** Merges into `c.json`; a base makes it a merge as Git asks for. */
const merge = (ours: string, theirs: string, base?: string) =>
  runCli(['merge', 'a.json', 'b.json', '-o', 'c.json', ...(base === undefined ? [] : ['--base', 'o.json'])], {
    'a.json': ours,
    'b.json': theirs,
    ...(base !== undefined && { 'o.json': base }),
  })

const blocked: ItemState = { kind: 'blocked', reason: 'Disk full' }
const stateAt = (value: ItemState, at: string, ...before: [ItemState, string][]): NonNullable<Items>[string] => ({
  state: { ...stamp(value, at), ...(before.length > 0 && { before: before.map(([was, when]) => stamp(was, when)) }) },
})

describe('golive merge', () => {
  test('takes what each side adds, and what came later', async () => {
    const ours = { 'a-must': allDone['a-must'], 'a-may': { note: stamp('Ask Ben', early) } }
    const theirs = {
      'a-should': allDone['a-should'],
      'a-may': { note: { ...stamp('Ask Cem'), before: [stamp('Ask Ben', early)] } },
    }
    const { code, stdout, stderr, fileAt } = await merge(fileOf(ours), fileOf(theirs))
    expect([code, stdout, stderr]).toEqual([0, '', ''])
    expect(fileAt('c.json')).toBe(fileOf({ ...ours, ...theirs }))
  })

  test('writes the same bytes whichever side is ours, and nothing new when merged again', async () => {
    const ours = fileOf({ 'a-must': stateAt(blocked, early), 'a-may': { note: stamp('Ask Ben') } })
    const theirs = fileOf({ 'a-must': stateAt(allDone['a-must'], noon), 'a-may': { note: stamp('Ask Cem') } })
    const merged = String((await merge(ours, theirs)).fileAt('c.json'))
    expect((await merge(theirs, ours)).fileAt('c.json')).toBe(merged)
    for (const side of [ours, theirs, merged]) {
      const again = await merge(merged, side)
      expect([again.code, again.fileAt('c.json')]).toEqual([0, merged])
    }
  })

  test('lists conflicts with item, field, both values, who and when, and keeps the earlier value in the history', async () => {
    const ours = fileOf(
      { 'a-must': { state: stamp(blocked, late, 'Ada') } },
      { environment: stamp('staging', early, 'Ada') },
    )
    const theirs = fileOf(
      { 'a-must': { state: stamp(allDone['a-must'], noon, 'Ben') } },
      { environment: stamp('production') },
    )
    const { code, stdout, stderr, fileAt } = await merge(ours, theirs)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe(`golive merge: 2 conflicts in rollout demo-1
  rollout: environment
    ours    "staging" (Ada, 2026-11-01 08:00:00 UTC), in the history
    theirs  "production" (somebody, 2026-11-01 12:00:00 UTC), in place
  a-must: state
    ours    blocked: Disk full (Ada, 2026-11-01 20:00:00 UTC), in place
    theirs  done (wording 0000000000000000) (Ben, 2026-11-01 12:00:00 UTC), in the history
`)
    expect(JSON.parse(String(fileAt('c.json'))).items['a-must'].state).toEqual({
      ...stamp(blocked, late, 'Ada'),
      before: [stamp(allDone['a-must'], noon, 'Ben')],
    })
  })

  test('says so, and shows all of it, when the other value is too long to be remembered', async () => {
    const ours = fileOf({ 'a-may': { note: { ...stamp('Short', late), before: [stamp('x'.repeat(9_000))] } } })
    const lost = `begin ${'y'.repeat(500)} end`
    const { code, stderr, fileAt } = await merge(ours, fileOf({ 'a-may': { note: stamp(lost, early) } }))
    expect(code).toBe(1)
    expect(String(fileAt('c.json')).includes(lost)).toBe(false)
    expect(stderr).toContain(`"${lost}" (somebody, 2026-11-01 08:00:00 UTC), too long for the history, so only here\n`)
  })

  const base = { 'a-must': stateAt({ kind: 'open' }, early) }
  const changed = { 'a-must': stateAt(blocked, noon) }
  const rows: [name: string, ours: Items, theirs: Items, code: number, result: Items][] = [
    ['neither side changed', base, base, 0, base],
    ['ours changed, with a history that does not say so', changed, base, 0, undefined],
    ['theirs changed, with a history that does not say so', base, changed, 0, undefined],
    ['both made the same change', changed, changed, 0, changed],
    ['theirs has an item more', base, { ...base, 'a-may': blocked }, 0, { ...base, 'a-may': blocked }],
    ['both changed', changed, { 'a-must': stateAt(allDone['a-must'], late) }, 1, undefined],
    ['ours changed without a new time', { 'a-must': stateAt(blocked, early) }, base, 1, undefined],
    [
      'ours went back to an earlier value',
      { 'a-must': stateAt(blocked, '2026-10-01T08:00:00.000Z') },
      base,
      1,
      undefined,
    ],
    ['theirs has an item less', base, {}, 1, base],
    ['ours has an item less', {}, base, 1, base],
    ['ours has an item less, and theirs changed it', {}, changed, 1, changed],
  ]
  test.each(rows)('with a base: %s', async (_, ours, theirs, code, result) => {
    const merged = await merge(fileOf(ours), fileOf(theirs), fileOf(base))
    expect([merged.code, merged.stderr === '']).toEqual([code, code === 0])
    if (result) expect(merged.fileAt('c.json')).toBe(fileOf(result))
  })

  test('takes an empty base, and one of another rollout, for none', async () => {
    const theirs = fileOf({ 'a-must': stateAt(allDone['a-must'], late) })
    for (const none of ['', fileOf(changed, {}, 'demo-0')]) {
      expect(await merge(fileOf(changed), theirs, none)).toMatchObject({ code: 1 })
      expect(await merge(fileOf(changed), fileOf(changed), none)).toMatchObject({ code: 0 })
    }
  })

  test('writes over one of its inputs, whatever files are called', async () => {
    const args = ['merge', '.merge_file_a', '.merge_file_b', '--base', '.merge_file_o', '-o', '.merge_file_a']
    const files = { '.merge_file_a': fileOf(base), '.merge_file_b': fileOf(changed), '.merge_file_o': fileOf(base) }
    const { code, fileAt } = await runCli(args, files)
    expect([code, String(fileAt('.merge_file_a')).includes('Disk full')]).toEqual([0, true])
  })

  test.each<[name: string, ours: string, theirs: string, base: string, complaint: RegExp]>([
    ['a file of ours', '{', fileOf(), '', /^golive: Cannot read "a.json": /],
    ['an empty file', fileOf(), '', '', /^golive: Cannot read "b.json": is empty\n/],
    ['a base', fileOf(), fileOf(), '[]', /^golive: Cannot read "o.json": /],
    [
      'files of two rollouts',
      fileOf(),
      fileOf({}, {}, 'demo-2'),
      '',
      /^golive: Cannot merge "a.json" and "b.json": they are of two rollouts, "demo-1" and "demo-2"\n/,
    ],
    [
      'files of two platforms',
      fileOf(),
      fileOf({}, { platform: stamp('other') }),
      '',
      /^golive: Cannot merge "a.json" and "b.json": they are of two platforms, "demo" and "other"\n/,
    ],
  ])('writes nothing when it refuses %s', async (_, ours, theirs, origin, complaint) => {
    const { code, stdout, stderr, fileAt } = await merge(ours, theirs, origin)
    expect([code, stdout, fileAt('c.json')]).toEqual([2, '', undefined])
    expect(stderr).toMatch(complaint)
  })

  test('writes nothing that could not be read again', async () => {
    const many = (letter: string) =>
      Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`${letter}-${at}`, { kind: 'open' } as const]))
    const { code, stderr, fileAt } = await merge(fileOf(many('a')), fileOf(many('b')))
    expect([code, fileAt('c.json')]).toEqual([2, undefined])
    expect(stderr).toBe('golive: Cannot write "c.json": items holds more than 5000 items\n')
  })

  test('says why the result cannot be written', async () => {
    const files = { a: fileOf(), b: fileOf(), c: { code: 'EACCES' } }
    const { code, stderr } = await runCli(['merge', 'a', 'b', '--output', 'c'], files)
    expect([code, stderr]).toEqual([2, 'golive: Cannot write "c": access is denied\n'])
  })
})

describe('mergeRollouts()', () => {
  test('keeps the texts that were answered, and the same spelling of each on both sides', () => {
    const ours = { ...contentsOf(), wordings: { '0000000000000001': 'One', '0000000000000002': 'Two' } }
    const theirs = { ...contentsOf(), wordings: { '0000000000000002': 'Two.', '0000000000000003': 'Three' } }
    const { merged } = mergeRollouts(ours, theirs, undefined)
    expect(merged.wordings).toEqual({
      '0000000000000001': 'One',
      '0000000000000002': 'Two.',
      '0000000000000003': 'Three',
    })
    expect(encodeRolloutFile(mergeRollouts(theirs, ours, undefined).merged)).toBe(encodeRolloutFile(merged))
  })
})
