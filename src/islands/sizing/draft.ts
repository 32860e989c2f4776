/** What the form holds while somebody writes: texts, so that a half-typed number stays as it is. */
import type { ListedWorkload, Plan, Scenario, ScenarioWorkload, ZoneLoss } from '../../core/sizing/index.ts'
import { formatMemory, formatNumber } from './amounts.ts'

export interface WorkloadDraft {
  name: string
  replicas: string
  cpu: string
  memory: string
  isApart: boolean
  pool: string
}

export interface PlanDraft {
  name: string
  cpu: string
  memory: string
  /** Whether the overhead is what AKS reserves; the figures stay for whoever goes back to them. */
  isLikeAks: boolean
  overheadCpu: string
  overheadMemory: string
  pods: string
  count: string
}

export interface Draft {
  workloads: readonly WorkloadDraft[]
  plans: readonly PlanDraft[]
  daemonCpu: string
  daemonMemory: string
  daemonPods: string
  fill: string
  zones: string
  failures: string
  zoneLoss: ZoneLoss
  isBalanced: boolean
  maxConnections: string
}

export const emptyWorkload: WorkloadDraft = { name: '', replicas: '1', cpu: '', memory: '', isApart: false, pool: '' }

export const emptyPlan: PlanDraft = {
  name: '',
  cpu: '8',
  memory: '16',
  isLikeAks: false,
  overheadCpu: '0.5',
  overheadMemory: '2',
  pods: '110',
  count: '',
}

export const emptyDraft: Draft = {
  workloads: [emptyWorkload],
  plans: [
    { ...emptyPlan, name: 'Few big', cpu: '16', memory: '32' },
    { ...emptyPlan, name: 'Many small', cpu: '4', memory: '8', overheadMemory: '1.5' },
  ],
  daemonCpu: '0',
  daemonMemory: '0',
  daemonPods: '0',
  fill: '1',
  zones: '1',
  failures: '1',
  zoneLoss: 'none',
  isBalanced: false,
  maxConnections: '',
}

const example: [name: string, replicas: string, cpu: string, memory: string][] = [
  ['broker', '3', '2', '4'],
  ['api', '3', '1', '2'],
  ['console', '2', '1', '2'],
  ['vpn', '2', '0.5', '1'],
  ['job-engine', '1', '1', '2'],
  ['events', '1', '1', '2'],
]

/** The worked example of the guide to cluster sizing. */
export const exampleDraft: Draft = {
  ...emptyDraft,
  workloads: example.map(([name, replicas, cpu, memory]) => ({ ...emptyWorkload, name, replicas, cpu, memory })),
}

/** A row that nobody has written into; it is no workload yet. */
export const isBlank = ({ name, cpu, memory }: WorkloadDraft) => [name, cpu, memory].every((text) => text.trim() === '')

export function draftOf(scenario: Scenario): Draft {
  const { daemons, fill, zones, failures, zoneLoss, isBalanced, maxConnections } = scenario
  return {
    workloads: scenario.workloads.length > 0 ? scenario.workloads.map(draftOfWorkload) : [emptyWorkload],
    plans: scenario.plans.map(draftOfPlan),
    daemonCpu: formatNumber(daemons.cpu),
    daemonMemory: formatMemory(daemons.memory),
    daemonPods: formatNumber(daemons.pods),
    fill: formatNumber(fill),
    zones: formatNumber(zones),
    failures: formatNumber(failures),
    zoneLoss,
    isBalanced,
    maxConnections: formatNumber(maxConnections),
  }
}

export function draftOfWorkload(workload: ScenarioWorkload | ListedWorkload): WorkloadDraft {
  const { name, replicas, cpu, memory, isApart } = workload
  return {
    name,
    replicas: formatNumber(replicas),
    cpu: formatNumber(cpu),
    memory: formatMemory(memory),
    isApart,
    pool: formatNumber('pool' in workload ? workload.pool : undefined),
  }
}

function draftOfPlan({ name, cpu, memory, overhead, pods, count }: Plan): PlanDraft {
  const isLikeAks = overhead === 'aks'
  return {
    name,
    cpu: formatNumber(cpu),
    memory: formatMemory(memory),
    isLikeAks,
    overheadCpu: isLikeAks ? emptyPlan.overheadCpu : formatNumber(overhead.cpu),
    overheadMemory: isLikeAks ? emptyPlan.overheadMemory : formatMemory(overhead.memory),
    pods: formatNumber(pods),
    count: formatNumber(count),
  }
}
