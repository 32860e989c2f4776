import type { Amount, Room } from './demand.ts'

/** A machine of a plan; all nodes of a plan are of one type. */
export interface NodeType extends Amount {
  /** What the system and DaemonSets keep of it: reserves, eviction threshold, their requests. */
  overhead: Amount
  /** Pods that the kubelet takes, 110 by default. */
  pods: number
  /** Pods of DaemonSets among them. */
  podOverhead: number
}

/**
 * What workloads may request of one node.
 *
 * @param fill Share of it that may be filled, also after a failure: above 0, at most 1. Pods are counted in full.
 */
export function usableRoom({ cpu, memory, overhead, pods, podOverhead }: NodeType, fill: number): Room {
  return {
    cpu: (cpu - overhead.cpu) * fill,
    memory: (memory - overhead.memory) * fill,
    pods: pods - podOverhead,
  }
}
