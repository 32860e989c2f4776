import { describe, expect, test } from 'vitest'
import { encodePlanLink, parsePlanLink, sizePlan } from '../../../src/core/sizing/index.ts'
import { formatMemory, readCores, readGibibytes, showShare } from '../../../src/islands/sizing/amounts.ts'
import {
  type Draft,
  draftOf,
  emptyDraft,
  emptyPlan,
  emptyWorkload,
  exampleDraft,
} from '../../../src/islands/sizing/draft.ts'
import { parseDraft } from '../../../src/islands/sizing/parse-draft.ts'
import { readDraft } from '../../../src/islands/sizing/read-draft.ts'

const read = (part: Partial<Draft>) => readDraft({ ...exampleDraft, ...part })

const workload = { ...emptyWorkload, name: 'api', replicas: '2', cpu: '1', memory: '2' }

describe('readDraft()', () => {
  test('reads the example as the guide computes it', () => {
    const { scenario, problems } = readDraft(exampleDraft)
    expect(problems.size).toBe(0)
    const sizes = scenario?.plans.map((plan) => sizePlan(scenario, plan))
    expect(sizes).toMatchObject([
      { needed: 1, count: 2 },
      { needed: 5, count: 6 },
    ])
  })

  test('takes an empty row for no workload, and nothing else is missing at the beginning', () => {
    expect(readDraft(emptyDraft).scenario?.workloads).toEqual([])
  })

  test('reads quantities of Kubernetes in every field of CPU and memory', () => {
    const { scenario } = read({
      workloads: [{ ...workload, cpu: '500m', memory: '512Mi' }],
      daemonCpu: '250m',
      daemonMemory: '128Mi',
      plans: [{ ...emptyPlan, name: 'a', cpu: '4000m', memory: '8192Mi', overheadCpu: '.5', overheadMemory: '1.' }],
    })
    expect(scenario).toMatchObject({
      workloads: [{ cpu: 0.5, memory: 0.5 }],
      daemons: { cpu: 0.25, memory: 0.125 },
      plans: [{ cpu: 4, memory: 8, overhead: { cpu: 0.5, memory: 1 } }],
    })
  })

  test.each<[string, Partial<Draft>, string, RegExp]>([
    ['a number that is none', { failures: 'one' }, 'failures', /no number/],
    ['an empty field', { zones: ' ' }, 'zones', /Give a number/],
    ['a comma', { fill: '0,9' }, 'fill', /with a point/],
    ['a limit', { fill: '1.1' }, 'fill', /can be 1 at most/],
    ['a fraction of a node', { failures: '1.5' }, 'failures', /whole number/],
    ['CPU that is none', { workloads: [{ ...workload, cpu: '1 core' }] }, 'workloads.0.cpu', /500m/],
    ['memory that is none', { workloads: [{ ...workload, memory: '4GB' }] }, 'workloads.0.memory', /512Mi/],
    ['no name', { workloads: [{ ...workload, name: ' ' }] }, 'workloads.0.name', /Give it a name/],
    ['a name twice', { workloads: [workload, { ...workload, name: ' api ' }] }, 'workloads.1.name', /stands above/],
    ['no replica', { workloads: [{ ...workload, replicas: '0' }] }, 'workloads.0.replicas', /1 or more/],
    ['a pool that is none', { workloads: [{ ...workload, pool: 'x' }] }, 'workloads.0.pool', /no number/],
    ['a node of nothing', { plans: [{ ...emptyPlan, name: 'a', cpu: '0' }] }, 'plans.0.cpu', /above 0/],
    ['half a node', { plans: [{ ...emptyPlan, name: 'a', count: '2.5' }] }, 'plans.0.count', /whole number/],
    [
      'too many workloads',
      { workloads: Array.from({ length: 301 }, (_, index) => ({ ...workload, name: `w${index}` })) },
      'workloads',
      /301 workloads/,
    ],
  ])('names %s at its field', (_, part, field, problem) => {
    const result = read(part)
    expect(result.scenario).toBeUndefined()
    expect([...result.problems.keys()]).toEqual([field])
    expect(result.problems.get(field)).toMatch(problem)
  })
})

describe('a draft', () => {
  test('comes back from a link as the same inputs', () => {
    const { scenario } = read({
      maxConnections: '100',
      zoneLoss: 'with-failures',
      zones: '3',
      workloads: [{ ...workload, memory: '100Mi', isApart: true, pool: '5' }],
      plans: [{ ...emptyPlan, name: 'AKS', isLikeAks: true, count: '4' }],
    })
    if (!scenario) throw new Error('The draft has problems')
    const parsed = parsePlanLink(encodePlanLink(scenario))
    if (parsed.kind === 'refused') throw new Error(parsed.faults.join())
    const draft = draftOf(parsed.scenario)
    expect(draft.workloads[0]).toMatchObject({ memory: '100Mi', pool: '5' })
    expect(readDraft(draft).scenario).toEqual(scenario)
  })

  test('is read from storage as it was, and completed where it was written by another version', () => {
    expect(parseDraft(JSON.parse(JSON.stringify(exampleDraft)))).toEqual(exampleDraft)
    const partly = { workloads: [{ name: 'api', replicas: 3 }], plans: [null], zoneLoss: 'never', fill: 0.9 }
    expect(parseDraft(partly)).toEqual({
      ...emptyDraft,
      workloads: [{ ...emptyWorkload, name: 'api' }],
      plans: [emptyPlan],
    })
    for (const value of [undefined, null, 'text', {}, { workloads: 1, plans: [] }])
      expect(parseDraft(value)).toBeUndefined()
  })
})

describe('amounts', () => {
  test.each([
    ['2', 2],
    ['0.25', 0.25],
    ['250m', 0.25],
    [' 1 ', 1],
    ['1.', 1],
    ['one', undefined],
    ['-1', undefined],
  ])('readCores(%j)', (text, cores) => {
    expect(readCores(text)).toBe(cores)
  })

  test.each([
    ['2', 2],
    ['2Gi', 2],
    ['1536Mi', 1.5],
    ['4GB', undefined],
    ['', undefined],
  ])('readGibibytes(%j)', (text, gibibytes) => {
    expect(readGibibytes(text)).toBe(gibibytes)
  })

  test.each([
    [4, '4'],
    [0.5, '0.5'],
    [100 / 1024, '100Mi'],
    [1 / 2 ** 20, '1Ki'],
    [1e9 / 2 ** 30, '0.931322574615479'],
  ])('formatMemory(%d)', (gibibytes, text) => {
    expect(formatMemory(gibibytes)).toBe(text)
    expect(readGibibytes(text)).toBeCloseTo(gibibytes, 12)
  })

  test('showShare() keeps one digit', () => {
    expect([1 / 6, 0.5, 1, 1.0769].map(showShare)).toEqual(['16.7 %', '50 %', '100 %', '107.7 %'])
  })
})
