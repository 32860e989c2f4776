/**
 * How many nodes of one type carry the workloads, and what is left of them after failures.
 *
 * The comparison of few big and many small nodes follows the sizing page of Everyware Cloud's vendor; the arithmetic is
 * ours, because that page has none. Control plane, databases and storage are outside.
 *
 * @see https://ec.eurotech.com/docs/production-installation "Sizing the cluster"
 */
import { type Amount, type Room, roundUp, sumDemand, type Workload } from './demand.ts'
import type { SizingInput } from './input.ts'
import { type NodeType, usableRoom } from './node.ts'
import { packPods } from './pack.ts'
import { listMisfits, listObstacles, type Misfit } from './requirements.ts'

export type Sizing =
  | { kind: 'refused'; reasons: string[] }
  /** Pods larger than the node: no number of nodes helps. */
  | { kind: 'oversize'; misfits: Misfit[] }
  | ClusterSize

export interface ClusterSize {
  kind: 'sized'
  demand: Room
  /** Nodes that no packing can do without. */
  lowerBound: number
  /** Nodes that the packing opens, with nothing to spare. */
  needed: number
  /** Nodes of the plan. */
  count: number
  /** Shares of the plan's capacity that are gone with a node, with the failures planned for, with the worst zone. */
  lost: { node: number; failures: number; zone: number }
  /** Requests as shares of what is left beside overhead; the fill limit plays no part in them. */
  before: Amount
  /** The same after the node failures; undefined where no node is left. */
  after: Amount | undefined
  /** The same after the loss of the worst zone. */
  afterZone: Amount | undefined
  /** Share of a node that overhead takes. */
  overhead: Amount
  /** Nodes for each one that is needed. */
  redundancy: number
  /** Machines as they are bought. */
  raw: Amount
  /** Every pod has a place while nothing has failed. */
  isEnough: boolean
  survives: boolean
  survivesZone: boolean
  /** The worst zone and the node failures at once. */
  survivesBoth: boolean
  /**
   * Workloads that keep a replica through the failures for sure: replicas on nodes of their own, and more than fail.
   * All others may be away until they are started again, however they happen to be packed.
   */
  uninterrupted: string[]
}

/** Sizes a cluster of one node type. Never throws: what cannot be computed says why. */
export function sizeCluster(input: SizingInput): Sizing {
  const reasons = listObstacles(input)
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const room = usableRoom(input.node, input.fill)
  const misfits = listMisfits(input.workloads, room)
  const needed = misfits.length === 0 ? packPods(input.workloads, room)?.length : undefined
  if (needed === undefined) return { kind: 'oversize', misfits }
  return describeSize(input, { needed, room })
}

function describeSize(input: SizingInput, { needed, room }: { needed: number; room: Room }): ClusterSize {
  const { node, zones, failures, workloads } = input
  const demand = sumDemand(workloads)
  const count = input.count ?? countNodes(input, needed)
  const zone = Math.ceil(count / zones)
  const fillOf = (nodes: number) => (nodes > 0 ? shareOf(demand, node, nodes) : undefined)
  return {
    kind: 'sized',
    demand,
    lowerBound: findLowerBound(workloads, demand, room),
    needed,
    count,
    lost: { node: 1 / count, failures: Math.min(1, failures / count), zone: zone / count },
    before: shareOf(demand, node, count),
    after: fillOf(count - failures),
    afterZone: fillOf(count - zone),
    overhead: { cpu: node.overhead.cpu / node.cpu, memory: node.overhead.memory / node.memory },
    redundancy: count / needed,
    raw: { cpu: count * node.cpu, memory: count * node.memory },
    isEnough: count >= needed,
    // Nodes are equal and the packing opens them in order: what fits on n of them fits on any n.
    survives: count - failures >= needed,
    survivesZone: zones >= 2 && count - zone >= needed,
    survivesBoth: zones >= 2 && count - zone - failures >= needed,
    uninterrupted: workloads.filter(({ isApart, replicas }) => isApart && replicas > failures).map(({ name }) => name),
  }
}

/** The smallest number of nodes that keeps the promises. */
function countNodes({ failures, zones, zoneLoss, isBalanced }: SizingInput, needed: number): number {
  let count = Math.max(needed + failures, zones)
  const spare = zoneLoss === 'with-failures' ? failures : 0
  const isShort = () => count - Math.ceil(count / zones) - spare < needed
  while (zoneLoss !== 'none' && isShort()) count++
  return isBalanced ? Math.ceil(count / zones) * zones : count
}

function findLowerBound(workloads: readonly Workload[], demand: Room, room: Room): number {
  const apart = workloads.filter(({ isApart }) => isApart).map(({ replicas }) => replicas)
  const shares = [demand.cpu / room.cpu, demand.memory / room.memory, demand.pods / room.pods]
  return Math.max(...shares.map(roundUp), ...apart)
}

function shareOf(demand: Amount, { cpu, memory, overhead }: NodeType, nodes: number): Amount {
  return {
    cpu: demand.cpu / (nodes * (cpu - overhead.cpu)),
    memory: demand.memory / (nodes * (memory - overhead.memory)),
  }
}
