import { findNameFault, findNumberFault, type LimitName, maxWorkloads, type Scenario } from '../../core/sizing/index.ts'
import { cleanText } from '../../core/text.ts'
import { readCores, readGibibytes, readPlain } from './amounts.ts'
import { type Draft, isBlank, type PlanDraft, type WorkloadDraft } from './draft.ts'

/** What has to be corrected, by the name of its field, in the order of the form. */
export type Problems = ReadonlyMap<string, string>

export interface ReadDraft {
  /** The scenario, where nothing has to be corrected. */
  scenario?: Scenario
  problems: Problems
}

/** Reads the form, and gathers everything that is wrong in it. */
export function readDraft(draft: Draft): ReadDraft {
  const problems = new Map<string, string>()
  const scenario = readScenario(draft, problems)
  return problems.size > 0 ? { problems } : { scenario, problems }
}

type Found = Map<string, string>

function readScenario(draft: Draft, found: Found): Scenario {
  const names = new Set<string>()
  const workloads = draft.workloads.flatMap((workload, index) => {
    if (isBlank(workload)) return []
    const read = readWorkload(workload, { at: `workloads.${index}`, names, found })
    names.add(read.name)
    return [read]
  })
  if (workloads.length > maxWorkloads)
    found.set('workloads', `Here are ${workloads.length} workloads, and ${maxWorkloads} are compared.`)
  const number = (name: keyof Draft & LimitName, read?: Reader) =>
    readNumber({ name, limit: name, text: String(draft[name]), read }, found)
  return {
    workloads,
    failures: number('failures'),
    zones: number('zones'),
    fill: number('fill'),
    zoneLoss: draft.zoneLoss,
    isBalanced: draft.isBalanced,
    daemons: {
      cpu: number('daemonCpu', readCores),
      memory: number('daemonMemory', readGibibytes),
      pods: number('daemonPods'),
    },
    plans: draft.plans.map((plan, index) => readPlan(plan, index, found)),
    ...(draft.maxConnections.trim() !== '' && { maxConnections: number('maxConnections') }),
  }
}

interface WorkloadPlace {
  at: string
  /** Names of the workloads above. */
  names: ReadonlySet<string>
  found: Found
}

function readWorkload(workload: WorkloadDraft, { at, names, found }: WorkloadPlace) {
  const { name, replicas, cpu, memory, isApart, pool } = workload
  const isTwice = names.has(readName(name))
  return {
    name: checkName(`${at}.name`, name, { found, isTwice }),
    replicas: readNumber({ name: `${at}.replicas`, limit: 'replicas', text: replicas }, found),
    cpu: readNumber({ name: `${at}.cpu`, limit: 'cpu', text: cpu, read: readCores }, found),
    memory: readNumber({ name: `${at}.memory`, limit: 'memory', text: memory, read: readGibibytes }, found),
    isApart,
    ...(pool.trim() !== '' && { pool: readNumber({ name: `${at}.pool`, limit: 'pool', text: pool }, found) }),
  }
}

function readPlan(plan: PlanDraft, index: number, found: Found) {
  const { name, cpu, memory, isLikeAks, overheadCpu, overheadMemory, pods, count } = plan
  const at = `plans.${index}`
  const number = (field: string, limit: LimitName, text: string, read?: Reader) =>
    readNumber({ name: `${at}.${field}`, limit, text, read }, found)
  return {
    name: checkName(`${at}.name`, name, { found, isTwice: false }),
    cpu: number('cpu', 'nodeCpu', cpu, readCores),
    memory: number('memory', 'nodeMemory', memory, readGibibytes),
    overhead: isLikeAks
      ? ('aks' as const)
      : {
          cpu: number('overheadCpu', 'overheadCpu', overheadCpu, readCores),
          memory: number('overheadMemory', 'overheadMemory', overheadMemory, readGibibytes),
        },
    pods: number('pods', 'pods', pods),
    ...(count.trim() !== '' && { count: number('count', 'count', count) }),
  }
}

const readName = (name: string) => cleanText(name).replace(/\s+/g, ' ').trim()

function checkName(field: string, name: string, { found, isTwice }: { found: Found; isTwice: boolean }): string {
  const fault = findNameFault(readName(name))
  if (fault) found.set(field, readName(name) === '' ? 'Give it a name.' : `It ${fault}.`)
  else if (isTwice) found.set(field, 'This name stands above already.')
  return readName(name)
}

type Reader = (text: string) => number | undefined

interface NumberInput {
  name: string
  limit: LimitName
  text: string
  read?: Reader | undefined
}

function readNumber({ name, limit, text, read = readPlain }: NumberInput, found: Found): number {
  const value = read(text)
  if (value === undefined) found.set(name, describeUnread(text, read))
  const fault = value === undefined ? undefined : findNumberFault(limit, value)
  if (fault) found.set(name, `It ${fault}.`)
  return value ?? 0
}

function describeUnread(text: string, read: Reader): string {
  if (text.trim() === '') return 'Give a number.'
  if (/^\d+,\d+$/.test(text.trim())) return 'Write fractions with a point, like 0.5.'
  if (read === readCores) return 'This is no amount of CPU, like 0.5 or 500m.'
  return read === readGibibytes ? 'This is no amount of memory, like 4 (GiB) or 512Mi.' : 'This is no number.'
}
