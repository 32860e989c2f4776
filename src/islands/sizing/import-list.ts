/** What a read list of requests changes in the form. */
import type { ListedWorkload, RequestList } from '../../core/sizing/index.ts'
import { formatMemory, formatNumber, showAmount } from './amounts.ts'
import { type Draft, draftOfWorkload, isBlank } from './draft.ts'

/** Puts the list in place of the workloads and of the DaemonSets. */
export function replaceByList({ workloads, daemons }: RequestList): Partial<Draft> {
  return { workloads: workloads.map(draftOfWorkload), ...(daemons.length > 0 && sumDaemons(daemons)) }
}

/** Adds what the list has under names that the form does not have yet. */
export function addList(draft: Draft, { workloads, daemons }: RequestList): Partial<Draft> {
  const own = draft.workloads.filter((workload) => !isBlank(workload))
  const others = workloads.filter(({ name }) => !own.some((workload) => workload.name.trim() === name))
  return { workloads: [...own, ...others.map(draftOfWorkload)], ...(daemons.length > 0 && sumDaemons(daemons)) }
}

function sumDaemons(daemons: readonly ListedWorkload[]) {
  const sum = (kind: 'cpu' | 'memory') => daemons.reduce((total, daemon) => total + daemon[kind], 0)
  // Millicores are the finest step of CPU: no rounding error is left in the field.
  const cores = Math.round(sum('cpu') * 1e6) / 1e6
  return {
    daemonCpu: formatNumber(cores),
    daemonMemory: formatMemory(sum('memory')),
    daemonPods: formatNumber(daemons.length),
  }
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** One sentence on what was read. */
export function describeList({ workloads, daemons }: RequestList): string {
  const pods = workloads.reduce((total, { replicas }) => total + replicas, 0)
  const cpu = workloads.reduce((total, workload) => total + workload.replicas * workload.cpu, 0)
  const memory = workloads.reduce((total, workload) => total + workload.replicas * workload.memory, 0)
  const kept = daemons.length === 0 ? '' : `, and ${count(daemons.length, 'DaemonSet')}, which count as overhead`
  return `Read ${count(workloads.length, 'workload')} with ${count(pods, 'pod')}, ${showAmount(cpu)} cores and ${showAmount(memory)} GiB${kept}.`
}
