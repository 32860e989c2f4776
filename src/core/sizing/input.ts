import type { Workload } from './demand.ts'
import type { NodeType } from './node.ts'

/** The order is that of the numbers in links. */
export const zoneLosses = ['none', 'alone', 'with-failures'] as const

/** Whether the loss of a zone is planned for: not, instead of the node failures, or together with them. */
export type ZoneLoss = (typeof zoneLosses)[number]

export interface SizingInput {
  workloads: readonly Workload[]
  node: NodeType
  /** Share of the usable part of a node that may be filled, also after a failure: above 0, at most 1. */
  fill: number
  /** Zones that nodes are spread over evenly, at least 1. */
  zones: number
  /** Nodes that may fail at the same time. */
  failures: number
  zoneLoss: ZoneLoss
  /** Every zone has the same number of nodes. */
  isBalanced: boolean
  /** Nodes there are, where that is given and not asked. */
  count?: number
}
