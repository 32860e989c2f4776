import type { ClusterSize, NodeType, Sizing, SizingInput, Workload } from '../../../../src/core/sizing/index.ts'

const pods = (name: string, replicas: number, cpu: number, memory: number): Workload => ({
  name,
  replicas,
  cpu,
  memory,
  isApart: false,
})

/** Requests of the worked examples; illustrative, no vendor's. */
export const workloads: readonly Workload[] = [
  pods('broker', 3, 2, 4),
  pods('api', 3, 1, 2),
  pods('console', 2, 1, 2),
  pods('vpn', 2, 0.5, 1),
  pods('job-engine', 1, 1, 2),
  pods('events', 1, 1, 2),
]

/** The same with the replicas of every service that has several on nodes of their own. */
export const workloadsApart = workloads.map((workload) => ({ ...workload, isApart: workload.replicas > 1 }))

export const nodeOf = (cpu: number, memory: number, overhead: { cpu: number; memory: number }): NodeType => ({
  cpu,
  memory,
  overhead,
  pods: 110,
  podOverhead: 0,
})

export const big = nodeOf(16, 32, { cpu: 0.5, memory: 2 })
export const medium = nodeOf(8, 16, { cpu: 0.5, memory: 2 })
export const small = nodeOf(4, 8, { cpu: 0.5, memory: 1.5 })
export const tiny = nodeOf(2, 4, { cpu: 0.5, memory: 1 })

/** One failure, one zone, everything that is usable filled. */
export const inputOf = (node: NodeType, part: Partial<SizingInput> = {}): SizingInput => ({
  workloads,
  node,
  fill: 1,
  zones: 1,
  failures: 1,
  zoneLoss: 'none',
  isBalanced: false,
  ...part,
})

export function sized(sizing: Sizing): ClusterSize {
  if (sizing.kind !== 'sized') throw new Error(`No size: ${JSON.stringify(sizing)}`)
  return sizing
}
