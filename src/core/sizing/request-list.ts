/** What a pasted list of requests was read as. */
import type { Requests } from './pod-requests.ts'
import { toCores, toGibibytes } from './quantity.ts'

/** A workload of a cluster as `kubectl` lists it. */
export interface ListedWorkload {
  /** Namespace and name, the kind before them where two have the same. */
  name: string
  kind: string
  /** Pods; of a DaemonSet, pods on a node. */
  replicas: number
  /** Request of one pod in cores. */
  cpu: number
  /** Request of one pod in GiB. */
  memory: number
  /** Its description forbids two replicas on one node. */
  isApart: boolean
  /** What it does not request: the scheduler takes that for nothing. */
  gaps: string[]
}

/** A piece of the text, and what became of it. */
export interface ListedPlace {
  /** "line 4", or a path like `items[2].spec.replicas`. */
  place: string
  /** What stands there, shortened. */
  text: string
  reason: string
}

export interface RequestList {
  workloads: ListedWorkload[]
  /** DaemonSets: one pod on every node, which is overhead. */
  daemons: ListedWorkload[]
  /** Understood and rightly not counted, such as what has ended or is scaled to nothing. */
  skipped: ListedPlace[]
  /** Not understood: nothing of it is counted. */
  unread: ListedPlace[]
}

export const emptyList = (): RequestList => ({ workloads: [], daemons: [], skipped: [], unread: [] })

/** Longest excerpt of a text in a message. */
const excerptLength = 80

export function placeOf(place: string, text: string, reason: string): ListedPlace {
  const line = text.replace(/\s+/g, ' ').trim()
  return { place, text: line.length > excerptLength ? `${line.slice(0, excerptLength - 1)}…` : line, reason }
}

interface Listed extends Requests {
  kind: string
  namespace: string
  name: string
  replicas: number
  isApart: boolean
  gaps: string[]
}

/** Adds a workload to the part of the list where it belongs. */
export function addToList(list: RequestList, listed: Listed, place: string): void {
  const { kind, namespace, name, replicas, cpu, memory, isApart, gaps } = listed
  const full = namespace === '' ? name : `${namespace}/${name}`
  if (replicas === 0) {
    list.skipped.push(placeOf(place, full, kind === 'Pod' ? 'has ended' : 'is scaled to 0'))
    return
  }
  const all = [...list.workloads, ...list.daemons]
  const isTaken = all.some((other) => other.name === full)
  if (all.some((other) => other.kind === kind && isSameName(other, full))) {
    list.unread.push(placeOf(place, full, 'stands in the list twice'))
    return
  }
  const target = kind === 'DaemonSet' ? list.daemons : list.workloads
  const unique = isTaken ? `${kind} ${full}` : full
  target.push({ name: unique, kind, replicas, cpu: toCores(cpu), memory: toGibibytes(memory), isApart, gaps })
}

const isSameName = ({ kind, name }: ListedWorkload, full: string) => name === full || name === `${kind} ${full}`
