import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleCommandLine, commandLine } from '../../../src/build/cli.ts'
import type { ItemState } from '../../../src/core/index.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'
import { late, noon } from '../../fixtures/moments.ts'
import { allDone, encodeChecklist, fileOf, stamp } from './contents.ts'
import { asked, signedFiles } from './signed-files.ts'

const site = mkdtempSync(join(tmpdir(), 'golive-'))
const tool = join(site, 'golive.mjs')

beforeAll(async () => {
  await bundleCommandLine(tool)
  mkdirSync(join(site, 'demo'))
  writeFileSync(join(site, 'demo/checklist.json'), encodeChecklist())
})
afterAll(() => rmSync(site, { recursive: true, force: true }))

function runIn(folder: string, command: string, ...args: string[]) {
  // Neither settings of the machine nor a repository around the folder shall matter.
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CEILING_DIRECTORIES: folder }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  return { code: status, stdout, stderr }
}

/** The Node that runs this, and the oldest one that the tool is for, where the machine has it. */
function listNodes(): [version: string, path: string][] {
  const paths = [process.execPath, '/usr/bin/node', '/usr/local/bin/node']
  const found = paths.flatMap((path): [string, string][] => {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
    return status === 0 ? [[stdout.trim(), path]] : []
  })
  return [...new Map(found)]
}

/** Bundling, Node and Git are started here, on machines that may be busy. */
const patience = { timeout: 60_000 }

describe('golive.mjs', patience, () => {
  test('is one file that runs by itself, and says what it can do and which version it is', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(runIn(tmpdir(), process.execPath, tool, '--version')).toEqual({
      code: 0,
      stdout: `golive ${version}\n`,
      stderr: '',
    })
    expect(runIn(tmpdir(), tool, '--help').stdout).toContain('Usage: golive COMMAND')
  })

  test('imports nothing but Node, and brings the licenses of what is in it', () => {
    const text = readFileSync(tool, 'utf8')
    const imports = [...text.matchAll(/^import .* from "(.*)";$/gm)].map(([, target]) => target)
    expect(imports.filter((target) => !target?.startsWith('node:'))).toEqual([])
    // Whole texts in a failed check would bury it.
    expect(text.includes('Dynamic require of')).toBe(false)
    for (const name of ['fast-xml-builder', 'ipaddr.js', 'path-expression-matcher', 'xml-naming', 'zod'])
      expect(new RegExp(`^// ${name} \\d`, 'm').test(text)).toBe(true)
    expect(text.includes(process.cwd())).toBe(false)
  })

  test('holds nothing that could reach the network or start a program', () => {
    const text = readFileSync(tool, 'utf8')
    const network = 'https?|http2|net|tls|dns|dgram|child_process|worker_threads|inspector|cluster'
    const found = text.match(new RegExp(`["'\`](node:)?(${network})(/promises)?["'\`]`, 'g'))
    expect(found).toBeNull()
    expect(
      text.match(/\bfetch\(|new (WebSocket|EventSource|XMLHttpRequest)\b|\bimport\(|\beval\(|new Function\(/),
    ).toBeNull()
  })

  test.each(listNodes())('verifies a signed report with Node %s', async (_, node) => {
    const { 'a.dsse.json': envelope, ...others } = await signedFiles()
    const folder = writeFolder({ 'a.dsse.json': Buffer.from(envelope).toString(), 'trust.json': others['trust.json'] })
    const args = ['verify', 'a.dsse.json', ...asked({ checklist: 'demo', trust: 'trust.json' }), '--at', '2026-11-22']
    const accepted = runIn(folder, node, tool, ...args)
    expect([accepted.code, accepted.stderr, accepted.stdout.split(':')[0]]).toEqual([
      0,
      '',
      'ACCEPTED as of 2026-11-22 00',
    ])
    expect(runIn(folder, node, tool, ...args, '--subject', `gitCommit:${'b'.repeat(40)}`).code).toBe(1)
    expect(runIn(folder, node, tool, 'verify', 'a.dsse.json').code).toBe(2)
  })

  test('has the same bytes each time it is built, and its size is told', async () => {
    const folder = writeFolder({})
    const logged: string[] = []
    const given = { dir: pathToFileURL(`${folder}/`), logger: { info: (text: string) => logged.push(text) } }
    await commandLine().hooks['astro:build:done']?.(given as never)
    expect(readFileSync(join(folder, 'golive.mjs')).equals(readFileSync(tool))).toBe(true)
    expect(logged).toEqual([`golive.mjs has ${Math.ceil(statSync(tool).size / 1000)} KB`])
  })

  test.each(listNodes())('never takes for a refusal that it cannot be loaded, with Node %s', (_, node) => {
    const broken = 'data:text/javascript,globalThis.Map = undefined'
    const { code, stdout, stderr } = runIn(tmpdir(), node, '--import', broken, tool, '--version')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^golive: This is a fault of the tool itself\nTypeError: Map is not a constructor\n/)
  })

  test('judges by the checklist beside it', () => {
    const folder = writeFolder({ 'a.golive.json': fileOf(allDone), 'b.golive.json': fileOf() })
    const [go, noGo] = ['a', 'b'].map((name) => runIn(folder, process.execPath, tool, 'status', `${name}.golive.json`))
    expect([go?.code, go?.stderr, go?.stdout.split(':')[0]]).toEqual([0, '', 'GO'])
    expect([noGo?.code, noGo?.stderr, noGo?.stdout.split(':')[0]]).toEqual([1, '', 'NO-GO'])
    expect(runIn(folder, process.execPath, tool, 'status', 'c.golive.json').code).toBe(2)
  })

  test('does not mind a reader that stops early', () => {
    const folder = writeFolder({ 'a.golive.json': fileOf(allDone) })
    const pipe = `"${process.execPath}" "${tool}" status a.golive.json --json | true; echo "\${PIPESTATUS[0]}"`
    expect(runIn(folder, 'bash', '-c', pipe)).toEqual({ code: 0, stdout: '0\n', stderr: '' })
  })
})

describe('golive.mjs as a merge driver of Git', patience, () => {
  const file = 'release one.golive.json'
  const open: ItemState = { kind: 'open' }
  const change = (value: ItemState, at: string) => ({
    state: { ...stamp(value, at), before: [stamp(open, '2026-10-01T08:00:00.000Z')] },
  })
  const start = { 'a-must': { state: stamp(open, '2026-10-01T08:00:00.000Z') } }

  /** A repository set up as the help says, in which two branches changed one file; merges the other into ours. */
  function mergeBranches(base: string | undefined, ours: string, theirs: string) {
    const folder = writeFolder({ '.gitattributes': '*.golive.json merge=golive\n', ...(base && { [file]: base }) })
    const git = (...args: string[]) =>
      runIn(folder, 'git', '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args)
    const commit = (text: string) => {
      writeFileSync(join(folder, file), text)
      git('add', '-A')
      expect(git('commit', '-qm', 'Change')).toMatchObject({ code: 0 })
    }
    git('init', '-q', '-b', 'main')
    git('config', 'merge.golive.name', 'Golive rollout files')
    git('config', 'merge.golive.driver', `"${process.execPath}" "${tool}" merge %A %B --base %O -o %A`)
    git('add', '-A')
    git('commit', '-qm', 'Start')
    git('switch', '-qc', 'other')
    commit(theirs)
    git('switch', '-q', 'main')
    commit(ours)
    const merged = git('merge', '-q', '--no-edit', 'other')
    return { ...merged, text: readFileSync(join(folder, file), 'utf8'), status: git('status', '--porcelain').stdout }
  }

  test('merges what has nothing to do with each other, in lines that Git alone could not', () => {
    const [ours, theirs] = [
      { ...start, 'a-may': allDone['a-may'] },
      { ...start, 'a-must': change(allDone['a-must'], noon), 'a-should': allDone['a-should'] },
    ]
    const { code, stderr, text, status } = mergeBranches(fileOf(start), fileOf(ours), fileOf(theirs))
    expect([code, stderr, status]).toEqual([0, '', ''])
    expect(text).toBe(fileOf({ ...ours, ...theirs }))
  })

  test('leaves a conflict to people, with a file that is whole', () => {
    const blocked: ItemState = { kind: 'blocked', reason: 'Disk full' }
    const [ours, theirs] = [{ 'a-must': change(allDone['a-must'], noon) }, { 'a-must': change(blocked, late) }]
    const { code, stdout, stderr, text, status } = mergeBranches(fileOf(start), fileOf(ours), fileOf(theirs))
    expect([code, status]).toEqual([1, `UU "${file}"\n`])
    expect(stdout).toContain(`CONFLICT (content): Merge conflict in ${file}`)
    expect(stderr).toContain('golive merge: 1 conflict in rollout demo-1\n  a-must: state\n')
    expect(JSON.parse(text).items['a-must'].state).toMatchObject({ value: blocked, before: [{ at: noon }, {}] })
  })

  test('merges a file that both branches added', () => {
    const [ours, theirs] = [{ 'a-may': allDone['a-may'] }, { 'a-should': allDone['a-should'] }]
    const { code, text } = mergeBranches(undefined, fileOf(ours), fileOf(theirs))
    expect([code, text]).toEqual([0, fileOf({ ...ours, ...theirs })])
  })

  test('leaves our file as it was when the other cannot be read', () => {
    const { code, stderr, text, status } = mergeBranches(fileOf(start), fileOf(allDone), '{}\n')
    expect([code, status, text]).toEqual([1, `UU "${file}"\n`, fileOf(allDone)])
    expect(stderr).toMatch(/^golive: Cannot read "\.merge_file_\w+": is JSON of something else/)
  })
})
