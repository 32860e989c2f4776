import { describe, expect, test } from 'vitest'
import { readRequests, type Scenario } from '../../../src/core/sizing/index.ts'
import { listCharts } from '../../../src/islands/sizing/chart.ts'
import { describePlan } from '../../../src/islands/sizing/describe-plan.ts'
import { type Draft, emptyDraft, emptyPlan, exampleDraft } from '../../../src/islands/sizing/draft.ts'
import { comparePlans, describeOutcome, listFigures, listReasons } from '../../../src/islands/sizing/figures.ts'
import { addList, describeList, replaceByList } from '../../../src/islands/sizing/import-list.ts'
import { proposeAnswers } from '../../../src/islands/sizing/proposals.ts'
import { readDraft } from '../../../src/islands/sizing/read-draft.ts'

function scenarioOf(part: Partial<Draft> = {}): Scenario {
  const { scenario, problems } = readDraft({ ...exampleDraft, ...part })
  if (!scenario) throw new Error([...problems].join())
  return scenario
}

/** Texts of a figure's cells, with their marks. */
function figureOf(label: string, part: Partial<Draft> = {}) {
  const scenario = scenarioOf(part)
  const figure = listFigures(scenario, comparePlans(scenario)).find((each) => each.label === label)
  return figure?.cells.map((cell) => cell && [cell.text, cell.mark].filter(Boolean).join(', '))
}

const tiny = { ...emptyPlan, name: 'Tiny', cpu: '2', memory: '4', overheadMemory: '1' }

describe('listFigures()', () => {
  test.each([
    ['Machines to maintain', ['2, least', '6']],
    ['Of them needed to hold the pods', ['1', '5']],
    ['Lost with a node', ['50 %', '16.7 %, least']],
    ['CPU filled before a failure', ['45.2 %', '66.7 %, most']],
    ['Memory filled before a failure', ['46.7 %', '71.8 %, most']],
    ['CPU filled after a node failed', ['90.3 %', '80 %']],
    ['Memory filled after a node failed', ['93.3 %', '86.2 %']],
    ['Overhead, CPU and memory', ['3.1 %, 6.3 %, least', '12.5 %, 18.8 %']],
    ['CPU bought', ['32 cores', '24 cores, least']],
    ['Memory bought', ['64 GiB', '48 GiB, least']],
    ['Machines for each one needed', ['2', '1.2, least']],
    ['Survives the failure of a node', ['yes', 'yes']],
    ['Never away, for sure', ['none', 'none']],
  ])('%s of few big and many small nodes', (label, texts) => {
    expect(figureOf(label)).toEqual(texts)
  })

  test('names zones and several failures only where they are planned for', () => {
    expect(figureOf('Lost with a zone, the worst')).toBeUndefined()
    expect(figureOf('Survives the loss of a zone')).toEqual(['no, there is one', 'no, there is one'])
    expect(figureOf('Memory filled after a zone is lost')).toBeUndefined()
    expect(figureOf('Holds the pods', { failures: '0' })).toEqual(['yes', 'yes'])
    const zones: Partial<Draft> = { zones: '3', zoneLoss: 'with-failures', failures: '2' }
    expect(figureOf('Memory filled after a zone is lost', { zones: '3', zoneLoss: 'alone' })).toEqual([
      '46.7 %',
      '86.2 %',
    ])
    expect(figureOf('Survives both at once', zones)).toEqual(['yes', 'yes'])
    expect(figureOf('Survives the failure of 2 nodes', zones)).toEqual(['yes', 'yes'])
    expect(figureOf('Lost with 2 nodes', zones)).toHaveLength(2)
  })

  test('says of a promise why it is not kept, and where nothing is left', () => {
    const plans = exampleDraft.plans.map((plan) => ({ ...plan, count: '1' }))
    expect(figureOf('Survives the failure of a node', { plans })).toEqual(['no', 'no: too few as it is'])
    expect(figureOf('CPU filled after a node failed', { plans })).toEqual(['no node left', 'no node left'])
  })

  test('says that a plan survives with no margin', () => {
    const plans = [{ ...emptyPlan, name: 'a' }]
    expect(figureOf('Survives the failure of a node', { plans })).toEqual(['yes, with no margin'])
    expect(figureOf('Survives the failure of a node', { plans, fill: '0.9' })).toEqual(['yes'])
  })

  test('leaves a plan out that does not work, and says why', () => {
    const plans = [tiny, ...exampleDraft.plans]
    expect(figureOf('Machines to maintain', { plans })).toEqual([undefined, '2, least', '6'])
    const [first] = comparePlans(scenarioOf({ plans }))
    expect(first && listReasons(first.sizing)).toEqual([
      'One broker requests 2 cores, and a node has 1.5 for it; 4 GiB, and a node has 3 for it. No number of such nodes helps.',
    ])
  })

  test('says what keeps a plan from being computed', () => {
    const of = (part: Partial<Draft>) => comparePlans(scenarioOf(part)).flatMap(({ sizing }) => listReasons(sizing))
    expect(of({ zoneLoss: 'alone' })[0]).toMatch(/at least two zones/)
    expect(of({ daemonCpu: '16' })[0]).toMatch(/Overhead takes all of a node's CPU: 16.5 of 16/)
    expect(of({ plans: [{ ...tiny, cpu: '96', isLikeAks: true }] })[0]).toMatch(/up to 64 cores/)
  })
})

describe('a plan that breaks a promise', () => {
  const plans = [...exampleDraft.plans, { ...emptyPlan, name: 'Short', count: '2' }]

  test('is not marked for what it saves by that', () => {
    expect(figureOf('Machines to maintain', { plans })).toEqual(['2, least', '6', '2'])
    expect(figureOf('CPU bought', { plans })).toEqual(['32 cores', '24 cores, least', '16 cores'])
  })

  test('says so where it is written', () => {
    const scenario = scenarioOf({ plans: [...plans, tiny], zones: '2', zoneLoss: 'alone' })
    expect(comparePlans(scenario).map((plan) => describeOutcome(scenario, plan))).toEqual([
      { text: '2 nodes, 50 % lost with one: keeps what is asked.', isGood: true },
      { text: '10 nodes, 10 % lost with one: keeps what is asked.', isGood: true },
      {
        text: '2 nodes, 50 % lost with one. Not kept: Survives the failure of a node, Survives the loss of a zone.',
        isGood: false,
      },
      { text: 'Does not work: the comparison says why.', isGood: false },
    ])
  })
})

describe('listCharts()', () => {
  test('draws what the table says', () => {
    const scenario = scenarioOf()
    const charts = listCharts(scenario, comparePlans(scenario))
    expect(charts.map(({ title }) => title)).toEqual([
      'Lost with a node',
      'CPU filled, before and after the failures',
      'Memory filled, before and after the failures',
    ])
    expect(charts[1]?.bars.map(({ text }) => text)).toEqual(['45.2 %, then 90.3 %', '66.7 %, then 80 %'])
    expect(charts[0]?.bars.map(({ value }) => value)).toEqual([1 / 2, 1 / 6])
  })

  test('grows beyond what there is, and leaves out what does not work', () => {
    const plans = [tiny, ...exampleDraft.plans.map((plan) => ({ ...plan, count: '5' }))]
    const scenario = scenarioOf({ plans, zones: '2', failures: '2' })
    const memory = listCharts(scenario, comparePlans(scenario)).at(-1)
    expect(memory?.bars).toHaveLength(2)
    expect(memory?.scale).toBeCloseTo(28 / 19.5, 9)
  })
})

describe('a pasted list', () => {
  const text = `KIND NAMESPACE NAME REPLICAS CONTAINERS CPU MEMORY
Deployment ec api 3 api 500m 512Mi
DaemonSet sys log <none> log 100m 100Mi
DaemonSet sys net <none> net 200m 28Mi`
  const list = readRequests(text)

  test('is described in a sentence', () => {
    expect(describeList(list)).toBe(
      'Read 1 workload with 3 pods, 1.5 cores and 1.5 GiB, and 2 DaemonSets, which count as overhead.',
    )
  })

  test('replaces workloads and DaemonSets, or adds to the workloads that are there', () => {
    const daemons = { daemonCpu: '0.3', daemonMemory: '0.125', daemonPods: '2' }
    expect(replaceByList(list)).toMatchObject({
      ...daemons,
      workloads: [{ name: 'ec/api', replicas: '3', cpu: '0.5' }],
    })
    expect(addList(emptyDraft, list).workloads).toHaveLength(1)
    expect(addList(exampleDraft, list).workloads).toHaveLength(7)
    expect(addList({ ...emptyDraft, ...replaceByList(list) }, list).workloads).toHaveLength(1)
  })
})

describe('proposeAnswers()', () => {
  const planned = (part: Partial<Draft> = {}) => {
    const scenario = scenarioOf(part)
    const [plan] = comparePlans(scenario).slice(-1)
    if (plan?.sizing.kind !== 'sized') throw new Error('The plan does not work')
    return { scenario, plan: plan.plan, size: plan.sizing }
  }
  const answers = (platform: string, part?: Partial<Draft>) =>
    Object.fromEntries(proposeAnswers(platform, planned(part)).map(({ key, text }) => [key, text]))

  test('answers what Everyware Cloud asks for', () => {
    expect(answers('everyware', { zones: '3', zoneLoss: 'alone', daemonCpu: '0.1234' })).toEqual({
      nodeCount: '8',
      nodeSize: '4 vCPU, 8 GiB',
      nodeOverhead: '0.624 CPU, 1.5 GiB',
      targetUtilisation: '1',
      nodeFailures: '1',
      zones: '3',
      zoneLoss: 'yes',
      brokerReplicas: '3',
      serviceReplicas: 'api 3\nconsole 2\nvpn 2\njob-engine 1\nevents 1',
    })
  })

  test('answers the worker counts and zones of others', () => {
    expect(answers('azimuth')).toEqual({ workerCount: '6' })
    expect(answers('kubernetes')).toEqual({ workerZones: '1' })
    expect(answers('deis')).toEqual({})
  })

  test('does not promise a zone that the plan does not survive', () => {
    const plans = [{ ...emptyPlan, name: 'fixed', cpu: '16', memory: '32', count: '1' }]
    expect(answers('everyware', { zones: '2', zoneLoss: 'alone', plans })['zoneLoss']).toBe('no')
  })

  test('describes a plan with its inputs in one line', () => {
    const { scenario, plan, size } = planned({ zones: '3', zoneLoss: 'alone' })
    expect(describePlan(scenario, plan, size)).toBe(
      'Sizing, plan "Many small": 8 nodes of 4 CPU, 8 GiB; overhead 0.5 CPU, 1.5 GiB each; 12 pods of 6 workloads request 14 CPU, 28 GiB; 5 nodes hold them at a fill limit of 1; planned for the failure of 1 node and of a zone, zones: 3; filled after the failures: CPU 57.1 %, memory 61.5 %.',
    )
  })
})
