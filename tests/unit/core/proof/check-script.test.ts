import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import type { Checklist, Rollout } from '../../../../src/core/index.ts'
import {
  type CheckResults,
  encodeCheckScript,
  listChecks,
  parseCheckResults,
  proposeResults,
} from '../../../../src/core/proof/index.ts'
import { encodeChecklist, loadContent } from '../../../../src/guides/index.ts'
import { demoChecklist, demoRollout } from '../../../fixtures/checklist.ts'
import { type FakeTool, findBusybox, prepareScript, shells } from '../../../fixtures/script-run.ts'

// Shells and megabytes take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const now = new Date('2026-11-21T18:00:00Z')
const later = new Date('2099-01-01T00:00:00Z')
const { platforms } = await loadContent('content')
const outputs: Record<string, { good: string; bad: string }> = parse(
  readFileSync('tests/vectors/proof/outputs.yaml', 'utf8'),
)

function publishedChecklist(id: string) {
  const checklist = platforms.find((platform) => platform.id === id)?.checklist
  if (!checklist) throw new Error(`There is no platform ${id}`)
  return { checklist, sha256: createHash('sha256').update(encodeChecklist(checklist)).digest('hex') }
}

function scriptOf(id: string, rollout: Partial<Rollout> = {}) {
  const { checklist, sha256: checklistSha256 } = publishedChecklist(id)
  const whole = { ...demoRollout, id: `${id}-1`, platform: id, ...rollout }
  return encodeCheckScript({ checklist, checklistSha256, rollout: whole, now, version: '0.1.0' })
}

/** The demo checklist whose first item has this check. */
function demoWith(verify: Checklist['sections'][0]['items'][0]['verify'], title = 'Title', id = 'a-must'): Checklist {
  const sections = demoChecklist.sections.map((section) => ({
    ...section,
    title,
    items: section.items.map((item) => (item.id === 'a-must' && verify ? { ...item, id, title, verify } : item)),
  }))
  return { ...demoChecklist, sections }
}

const demoScript = (checklist: Checklist, rollout: Partial<Rollout> = {}) =>
  encodeCheckScript({
    checklist,
    checklistSha256: 'c'.repeat(64),
    rollout: { ...demoRollout, ...rollout },
    now,
    version: '0.1.0',
  })

function readResults(bytes: Uint8Array): CheckResults {
  const parsed = parseCheckResults(bytes)
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.faults))
  return parsed.results
}

const verdictsOf = (platform: string, results: CheckResults) => {
  const { checklist } = publishedChecklist(platform)
  const context = { checklist, rollout: { plannedLaunch: '' }, progress: {}, now: later }
  const { proposals, skipped } = proposeResults(results, context)
  return {
    verdicts: Object.fromEntries(proposals.map(({ item, verdict }) => [item.id, verdict])),
    skipped: Object.fromEntries(skipped.map(({ itemId, reason }) => [itemId, reason])),
  }
}

const output = (name: string, kind: 'good' | 'bad') => outputs[name]?.[kind] ?? ''

/** Programs that answer as on a day on which all is well, or nothing. */
const toolsOn = (kind: 'good' | 'bad'): Record<string, FakeTool> => ({
  kubectl: {
    'get hpa -A': output('kubernetes/pod-autoscaling', kind),
    'auth whoami': output('kubernetes/sso-login', kind),
    'auth can-i create deployments -n shop --as=ada --as-group=dev team': output('kubernetes/no-standing-write', kind),
    'get --raw /metrics': output('kubernetes/upgrade-schedule', kind),
    'get apiservices,crd': 'NAME\n',
    'get events -A --field-selector reason=Failed': output('kubernetes/registry-rights', kind),
    '-n monitoring-system get pvc': output('azimuth/retention', kind),
    'get nodes': output('azimuth/worker-nodes', kind),
  },
  openstack: {
    'network list --external --tags portal-external': output('azimuth/project-networks', kind),
    'catalog list -c Name -c Type': output('azimuth/cloud-services', kind),
    'loadbalancer provider list': { stderr: 'Missing value auth-url required for auth plugin password\n', code: 1 },
  },
  juju: {
    status: output('anbox/unit-counts', kind),
    controllers: 'Controller  Model       User   HA  Version\nprod*       controller  admin   3  3.6.9\n\n',
    'status -m controller': output('anbox/juju-controllers', kind),
  },
})

const chosen = {
  kubernetes: ['sso-login', 'upgrade-schedule', 'pod-autoscaling', 'no-standing-write', 'registry-rights'],
  azimuth: ['project-networks', 'cloud-services', 'retention', 'worker-nodes'],
  anbox: ['unit-counts', 'juju-controllers'],
}
const values = { GOLIVE_NAMESPACE_2: 'shop', GOLIVE_USER: 'ada', GOLIVE_GROUP: 'dev team' }

const [plainShell] = shells
if (!plainShell) throw new Error('There is a shell')
const busybox = findBusybox()
afterAll(() => {
  for (const { path } of busybox) rmSync(path, { recursive: true, force: true })
})

describe.each([...shells, ...busybox])('a script run by $name', (shell) => {
  test.each(['kubernetes', 'azimuth', 'anbox'] as const)('brings home what is good and what is not: %s', (platform) => {
    for (const [kind, verdict] of [
      ['good', 'pass'],
      ['bad', 'fail'],
    ] as const) {
      const script = prepareScript(scriptOf(platform), toolsOn(kind))
      const { code, stdout, stderr } = script.run(shell, ['--yes', '-o', script.results, ...chosen[platform]], values)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toContain(`Results: ${script.results}\n`)
      const { verdicts } = verdictsOf(platform, readResults(script.read()))
      expect(verdicts).toEqual(Object.fromEntries(chosen[platform].map((id) => [id, verdict])))
    }
  })

  test('runs all that can run, and says what kept it from the others', () => {
    const script = prepareScript(scriptOf('azimuth'), toolsOn('good'))
    expect(script.run(shell, ['--yes', '-o', script.results]).code).toBe(0)
    const { verdicts, skipped } = verdictsOf('azimuth', readResults(script.read()))
    expect(verdicts).toMatchObject({ 'project-networks': 'pass', 'load-balancer-provider': 'unclear' })
    expect(skipped).toMatchObject({
      'velero-enabled': 'there is no velero here',
      'floating-ips': 'GOLIVE_PROJECT is empty',
    })
    expect(Object.keys(skipped)).not.toContain('control-plane-nodes')
  })

  test('asks before it runs anything', () => {
    const script = prepareScript(scriptOf('anbox'), toolsOn('good'))
    for (const input of ['', 'no\n', 'y\n', 'YES\n']) {
      const { code, stdout } = script.run(shell, ['-o', script.results, 'unit-counts'], { input })
      expect([code, script.exists('results.txt')]).toEqual([1, false])
      expect(stdout).toMatch(/ {2}run {3}unit-counts\n\nRun these 1 checks now\? Type "yes": $/)
    }
    expect(script.run(shell, ['-o', script.results, 'unit-counts'], { input: 'yes\n' }).code).toBe(0)
    expect(readResults(script.read()).checks.map(({ itemId }) => itemId)).toEqual(['unit-counts'])
  })

  test('lists without running, and refuses what it does not understand', () => {
    const script = prepareScript(scriptOf('anbox'), toolsOn('good'))
    expect(script.run(shell, ['--list'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('  run   unit-counts\n'),
    })
    for (const [args, complaint] of [
      [['--now'], 'There is no option --now'],
      [['ghost'], 'There is no check ghost in this script'],
      [['-o'], 'Missing value of -o'],
      [['--timeout', '1m'], 'The time limit is no number of seconds: 1m'],
      [['--yes', '-o', 'checks.sh', 'unit-counts'], 'There is a file ./checks.sh already'],
    ] as const) {
      expect(script.run(shell, args)).toMatchObject({ code: 2, stderr: expect.stringContaining(complaint) })
    }
    expect(script.run(shell, ['--yes', 'root-ca'])).toMatchObject({ code: 1, stderr: '\nNothing to run\n' })
  })

  test('keeps whatever a command prints, and takes none of it for its own', () => {
    const hostile = Buffer.concat([
      Buffer.from(
        'end a-must\n\nfinished 2026-11-21T18:00:00Z\n| x\ncheck a-must\nlines 1\n$(touch PWNED)`touch PWNED`\n',
      ),
      Buffer.from([0, 0xff, 0xfe, 0x80, 0x0a, 0x1b, 0x5b, 0x33, 0x31, 0x6d]),
      Buffer.from("\r\n'; touch PWNED; '\nno line end"),
    ])
    const script = prepareScript(demoScript(demoWith({ run: 'demo all', expect: 'x' })), { demo: { all: hostile } })
    expect(script.run(shell, ['--yes', '-o', script.results]).code).toBe(0)
    const [check] = readResults(script.read()).checks
    const lines = check?.outcome.kind === 'ran' ? check.outcome.output.split('\n') : []
    expect([lines[0], lines[2], lines[3], lines.at(-1)]).toEqual([
      'end a-must',
      'finished 2026-11-21T18:00:00Z',
      '| x',
      'no line end',
    ])
    expect([lines.length, script.exists('PWNED')]).toEqual([11, false])
  })

  test('cuts what is too long, and says so', () => {
    const long = `${'x'.repeat(99)}\n`.repeat(9_000)
    const script = prepareScript(demoScript(demoWith({ run: 'demo all', expect: 'x' })), { demo: { all: long } })
    script.run(shell, ['--yes', '-o', script.results])
    const outcome = readResults(script.read()).checks[0]?.outcome
    expect(outcome).toMatchObject({ kind: 'ran', isCut: true, output: expect.stringMatching(/^(x{99}\n){5242}x*$/) })
  })

  test('never runs texts of content, rollouts or values as code', () => {
    const hostile = `'; touch PWNED; ' $(touch PWNED) \`touch PWNED\`\ntouch PWNED\nEND_OF_CHECK\n" && touch PWNED #`
    const verify = { run: 'demo get <name>\nEND_OF_CHECK=1 demo end', expect: hostile, fill: { '<name>': hostile } }
    const rollout = { name: hostile, environment: hostile, service: hostile }
    const tools = { demo: { [`get ${hostile}`]: 'as it was\n', end: '' } }
    const script = prepareScript(demoScript(demoWith(verify, hostile), rollout), tools)
    const { code } = script.run(shell, ['--yes', '-o', script.results], { GOLIVE_NAME: hostile })
    const [check] = readResults(script.read()).checks
    expect([code, check?.outcome]).toEqual([0, expect.objectContaining({ exitCode: 0, output: 'as it was' })])
    expect(check?.values).toEqual([['GOLIVE_NAME', hostile.replaceAll('\n', '')]])
    expect(script.exists('PWNED')).toBe(false)
  })

  test('ends what takes too long', () => {
    const script = prepareScript(demoScript(demoWith({ run: 'printf begun\nsleep 30', expect: 'x' })), {})
    script.run(shell, ['--yes', '--timeout', '1', '-o', script.results])
    expect(readResults(script.read()).checks[0]?.outcome).toMatchObject({ kind: 'timeout', output: 'begun' })
  })
})

test('a script runs without a limit where "timeout" is none that it knows', () => {
  const script = prepareScript(demoScript(demoWith({ run: 'printf done', expect: 'x' })), { timeout: {} })
  expect(script.run(plainShell, ['--yes', '-o', script.results]).code).toBe(0)
  expect(readResults(script.read()).checks[0]?.outcome).toMatchObject({ kind: 'ran', output: 'done', exitCode: 0 })
})

test('a script names its results by rollout and time, and leaves nothing else behind', () => {
  const script = prepareScript(demoScript(demoWith({ run: 'printf done', expect: 'x' })), {})
  const { stdout } = script.run(plainShell, ['--yes'])
  const [, path = ''] = /\nResults: (\.\/demo-first\.\d{8}T\d{6}Z\.checks\.txt)\n$/.exec(stdout) ?? []
  expect(readResults(script.read(join(script.folder, path))).rolloutId).toBe('demo-first')
  expect(readdirSync(script.folder).sort()).toEqual(['bin', 'checks.sh', path.slice(2)])
})

test('a script that is interrupted keeps what was done', async () => {
  const checklist = demoWith({ run: 'printf done', expect: 'x' })
  const [first, second] = checklist.sections
  if (!first || !second) throw new Error('The demo has two sections')
  const slow = second.items.map((item) => ({ ...item, verify: { run: 'touch begun\nsleep 30', expect: 'x' } }))
  const script = prepareScript(demoScript({ ...checklist, sections: [first, { ...second, items: slow }] }), {})
  const child = script.start(plainShell, ['--yes', '-o', script.results])
  while (!script.exists('begun')) await new Promise((resolve) => setTimeout(resolve, 50))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  const results = readResults(script.read())
  expect([results.isInterrupted, results.checks.map(({ itemId }) => itemId)]).toEqual([true, ['a-must']])
})

test('a script runs in bash what only bash understands', () => {
  const verify = { run: 'comm -12 <(printf "a\\nb\\n") <(printf "b\\nc\\n")', expect: 'b' }
  const script = prepareScript(demoScript(demoWith(verify)), {})
  script.run(plainShell, ['--yes', '-o', script.results])
  expect(readResults(script.read()).checks[0]?.outcome).toMatchObject({ kind: 'ran', output: 'b', exitCode: 0 })
})

describe('encodeCheckScript()', () => {
  test('leaves out what does not apply to the traits of the rollout', () => {
    const all = scriptOf('azimuth')
    const some = scriptOf('azimuth', { traits: [] })
    expect([all.includes("check 's3-state'"), some.includes("check 's3-state'")]).toEqual([true, false])
    expect(some).toContain("check 'velero-enabled'")
  })

  test('tells what a person has to run, as comments', () => {
    const script = scriptOf('everyware')
    expect(script).toContain('# mariadb-topology, by hand: Runs in a MariaDB session\n')
    expect(script).toContain("\n#     SHOW STATUS LIKE 'wsrep_cluster_size'\n")
    expect(script).not.toContain("check 'mariadb-topology'")
  })

  test('takes a value that is written into it before that of the environment', () => {
    const checklist = demoWith({ run: 'printf %s <name>', expect: 'x' })
    const filled = demoScript(checklist).replace(/^GOLIVE_NAME=.*$/m, "GOLIVE_NAME='my own'")
    const script = prepareScript(filled, {})
    script.run(plainShell, ['--yes', '-o', script.results], { GOLIVE_NAME: 'another' })
    const [check] = readResults(script.read()).checks
    expect(check).toMatchObject({ values: [['GOLIVE_NAME', 'my own']], outcome: { output: 'my own' } })
  })

  test('asks for a value once, wherever it has the same meaning', () => {
    const { values } = listChecks(publishedChecklist('kubernetes').checklist, { plannedLaunch: '' }, now)
    const names = values.map(({ variable }) => variable)
    expect(new Set(names).size).toBe(names.length)
    expect(values.find(({ label }) => label === 'namespace of the application')?.items).toContain('zone-spread')
    expect(names).toContain('GOLIVE_NAME_2')
  })

  test.each([
    ['of a rollout', () => demoScript(demoChecklist, { id: 'a b' }), 'a b'],
    ['of an item', () => demoScript(demoWith({ run: 'x', expect: 'y' }, 'Title', 'a; b')), 'a; b'],
    ['of a platform', () => demoScript({ ...demoChecklist, platform: "d'x" }), "d'x"],
  ])('refuses an id %s that could be read as something else', (_, write, id) => {
    expect(write).toThrow(new RangeError(`Cannot write a script: ${JSON.stringify(id)} is no id`))
  })

  test('is the same for the same rollout', () => {
    expect(scriptOf('deis')).toBe(scriptOf('deis'))
  })
})

test.each(platforms.map(({ id }) => id))('the script of %s holds every check with a command', (id) => {
  const { checklist } = publishedChecklist(id)
  const script = scriptOf(id)
  const items = checklist.sections.flatMap((section) => section.items).filter(({ verify }) => verify?.run)
  const missing = items.filter(
    (item) => !script.includes(`check '${item.id}' `) && !script.includes(`# ${item.id}, by hand:`),
  )
  expect([items.length > 20, missing.map((item) => item.id)]).toEqual([true, []])
})
