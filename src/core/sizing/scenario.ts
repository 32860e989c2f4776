/** What the sizing screen compares: one demand and one promise, and several plans for them. */
import type { Amount, Room, Workload } from './demand.ts'
import type { SizingInput, ZoneLoss } from './input.ts'
import { reserveLikeAks } from './overhead.ts'
import { type Sizing, sizeCluster } from './size-cluster.ts'

export interface ScenarioWorkload extends Workload {
  /** Database connections of one replica, where it opens any. */
  pool?: number
}

/** A plan: nodes of one type, and how many where that is given. */
export interface Plan extends Amount {
  name: string
  /** What a node keeps for itself, DaemonSets aside: figures, or what AKS reserves. */
  overhead: Amount | 'aks'
  pods: number
  count?: number
}

export interface Scenario {
  workloads: readonly ScenarioWorkload[]
  /** Requests of all DaemonSets on one node, and how many they are. */
  daemons: Room
  fill: number
  zones: number
  failures: number
  zoneLoss: ZoneLoss
  isBalanced: boolean
  /** Connections that the database takes, where that is to be checked. */
  maxConnections?: number
  plans: readonly Plan[]
}

/** Overhead of a plan's node with its DaemonSets; undefined for a machine that AKS names no reserve for. */
export function overheadOf({ overhead, pods, ...machine }: Plan, daemons: Room): Amount | undefined {
  const reserved = overhead === 'aks' ? reserveLikeAks(machine, pods) : overhead
  return reserved && { cpu: reserved.cpu + daemons.cpu, memory: reserved.memory + daemons.memory }
}

export function sizePlan(scenario: Scenario, plan: Plan): Sizing {
  const overhead = overheadOf(plan, scenario.daemons)
  if (!overhead)
    return { kind: 'refused', reasons: ['AKS names reserves up to 64 cores: give the overhead of this machine.'] }
  return sizeCluster(inputOf(scenario, plan, overhead))
}

function inputOf({ plans: _, daemons, ...promise }: Scenario, plan: Plan, overhead: Amount): SizingInput {
  const { cpu, memory, pods, count } = plan
  return {
    ...promise,
    node: { cpu, memory, overhead, pods, podOverhead: daemons.pods },
    ...(count !== undefined && { count }),
  }
}
