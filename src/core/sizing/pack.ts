/**
 * First-fit decreasing: the largest pods first, each on the first node with room.
 *
 * A heuristic: where it fails, another order might not. Schedulers are no cleverer, so a plan that needs a better one
 * is no plan.
 */
import { type Room, tolerance, type Workload } from './demand.ts'

/**
 * Puts every replica on a node.
 *
 * @param room What one node takes.
 * @returns What lies on each node in the order of opening; undefined where a pod fits on none.
 */
export function packPods(workloads: readonly Workload[], room: Room) {
  const nodes: Room[] = []
  for (const workload of sortForPacking(workloads, room)) {
    let left = workload.replicas
    // Replicas are equal and follow each other: what fits on a node can be put there at once.
    for (const node of nodes) left -= fillNode(node, workload, { left, room })
    while (left > 0) {
      const node = { cpu: 0, memory: 0, pods: 0 }
      const placed = fillNode(node, workload, { left, room })
      if (placed === 0) return undefined
      nodes.push(node)
      left -= placed
    }
  }
  return nodes
}

function sortForPacking(workloads: readonly Workload[], room: Room): Workload[] {
  const share = ({ cpu, memory }: Workload) => Math.max(cpu / room.cpu, memory / room.memory)
  return workloads.toSorted(
    (a, b) => share(b) - share(a) || b.cpu - a.cpu || b.memory - a.memory || (a.name < b.name ? -1 : 1),
  )
}

/** Puts as many replicas on a node as it takes; returns how many. */
function fillNode(
  node: Room,
  { cpu, memory, isApart }: Workload,
  { left, room }: { left: number; room: Room },
): number {
  if (left === 0) return 0
  const placed = Math.min(
    left,
    isApart ? 1 : left,
    room.pods - node.pods,
    countFitting(room.cpu - node.cpu, cpu),
    countFitting(room.memory - node.memory, memory),
  )
  node.cpu += placed * cpu
  node.memory += placed * memory
  node.pods += placed
  return placed
}

function countFitting(free: number, size: number): number {
  return size > 0 ? Math.max(0, Math.floor((free + tolerance) / size)) : Number.POSITIVE_INFINITY
}
