import { type Amount, type Room, sumDemand, tolerance, type Workload } from './demand.ts'
import type { SizingInput } from './input.ts'

/** A pod that no node of the type takes, and what is too much of it. */
export interface Misfit {
  workload: string
  /** What it requests and a node has left, in cores or GiB. */
  excess: { kind: keyof Amount; requested: number; usable: number }[]
}

/** More than a cluster of Kubernetes is made for is 150,000; a third of that is packed in the blink of an eye. */
export const maxTotalPods = 50_000

/** Everything that keeps a plan from being computed, in sentences; an empty list where nothing does. */
export function listObstacles({ workloads, node, fill, zones, failures, zoneLoss, count }: SizingInput): string[] {
  const { cpu, memory, overhead, pods, podOverhead } = node
  const obstacles: [boolean, string][] = [
    [workloads.length === 0, 'There is no workload to place.'],
    [
      sumDemand(workloads).pods > maxTotalPods,
      `There are more than ${maxTotalPods.toLocaleString('en')} pods: size them in parts.`,
    ],
    [!workloads.every(isWorkload), 'Every workload needs at least one replica, and requests that are not negative.'],
    [
      new Set(workloads.map(({ name }) => name)).size < workloads.length,
      'Two workloads have the same name: names decide between equal pods.',
    ],
    [!(overhead.cpu >= 0 && overhead.memory >= 0 && podOverhead >= 0), 'Overhead cannot be negative.'],
    [!(cpu > overhead.cpu), `Overhead takes all of a node's CPU: ${show(overhead.cpu)} of ${show(cpu)}.`],
    [
      !(memory > overhead.memory),
      `Overhead takes all of a node's memory: ${show(overhead.memory)} of ${show(memory)} GiB.`,
    ],
    [!(pods - podOverhead >= 1), `DaemonSets take every pod of a node: ${podOverhead} of ${pods}.`],
    [!(fill > 0 && fill <= 1), 'The fill limit has to be above 0 and at most 1.'],
    [!isCount(failures, 0), 'Node failures have to be a whole number, 0 or more.'],
    [!isCount(zones, 1), 'Zones have to be a whole number, 1 or more.'],
    [count !== undefined && !isCount(count, 1), 'A fixed number of nodes has to be a whole number, 1 or more.'],
    [zoneLoss !== 'none' && zones < 2, 'To survive the loss of a zone takes at least two zones, better three.'],
  ]
  return obstacles.filter(([isMet]) => isMet).map(([, sentence]) => sentence)
}

const isCount = (value: number, least: number) => Number.isSafeInteger(value) && value >= least

function isWorkload({ replicas, cpu, memory }: Workload): boolean {
  return isCount(replicas, 1) && Number.isFinite(cpu) && Number.isFinite(memory) && cpu >= 0 && memory >= 0
}

/** Pods that need more than a whole node: no number of nodes helps. */
export function listMisfits(workloads: readonly Workload[], room: Room): Misfit[] {
  return workloads.flatMap((workload) => {
    const excess = (['cpu', 'memory'] as const)
      .filter((kind) => workload[kind] > room[kind] + tolerance)
      .map((kind) => ({ kind, requested: workload[kind], usable: room[kind] }))
    return excess.length > 0 ? [{ workload: workload.name, excess }] : []
  })
}

const show = (amount: number) => String(Math.round(amount * 1000) / 1000)
