/** Requests from `kubectl get -o json`: exact, with init containers, sidecars and anti-affinity. */
import { isObject } from '../record.ts'
import { forbidsSharing } from './anti-affinity.ts'
import { members } from './members.ts'
import { countRunning, isPod, joinPods, type PlacedEntry } from './pod-list.ts'
import { type ContainerRequests, type Requests, sumPodRequests } from './pod-requests.ts'
import { parseQuantity } from './quantity.ts'
import { addToList, emptyList, placeOf, type RequestList } from './request-list.ts'

const replicated = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController']
const resources = ['cpu', 'memory'] as const

/** What is wrong at a place below an entry. */
interface Fault {
  path: string
  reason: string
}

/** Reads a list, or a single object. */
export function readRequestsJson(value: unknown): RequestList {
  const list = emptyList()
  const entries: unknown = Array.isArray(value) ? value : members(value)['items']
  if (!Array.isArray(entries)) readEntry(list, placeEntry(value, 'the object'))
  else if (entries.length > 0 && entries.every(isPod)) for (const entry of joinPods(entries)) readEntry(list, entry)
  else for (const [index, entry] of entries.entries()) readEntry(list, placeEntry(entry, `items[${index}]`))
  return list
}

const placeEntry = (entry: unknown, place: string): PlacedEntry => ({
  entry,
  place,
  root: isPod(entry) ? 'spec' : 'spec.template.spec',
})

function readEntry(list: RequestList, { entry, place, root }: PlacedEntry): void {
  const { kind, metadata, spec } = members(entry)
  const { name, namespace = '', ownerReferences } = members(metadata)
  if (typeof kind !== 'string' || typeof name !== 'string' || typeof namespace !== 'string' || !isObject(spec)) {
    list.unread.push(placeOf(place, JSON.stringify(entry) ?? '', 'is no object of Kubernetes with kind, name and spec'))
    return
  }
  const label = `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`
  if (Array.isArray(ownerReferences) && ownerReferences.length > 0) {
    const owner = members(ownerReferences[0])
    list.skipped.push(placeOf(place, label, `is counted with its owner, ${owner['kind']} ${owner['name']}`))
    return
  }
  const faults: Fault[] = []
  const replicas = isPod(entry) ? countRunning(entry) : readReplicas(kind, spec, faults)
  const pod = isPod(entry) ? entry : spec['template']
  if (replicas === undefined || !isObject(pod)) {
    list.unread.push(placeOf(place, label, 'is of a kind that sizing does not count'))
    return
  }
  const gaps: string[] = []
  const requests = readPod(members(pod['spec']), { faults, gaps, root })
  for (const { path, reason } of faults) list.unread.push(placeOf(`${place}.${path}`, label, reason))
  if (faults.length > 0) return
  addToList(list, { kind, namespace, name, replicas, ...requests, isApart: forbidsSharing(pod), gaps }, place)
}

/** Pods of a workload; undefined for kinds that run none, or none that stay. */
function readReplicas(kind: string, spec: Record<string, unknown>, faults: Fault[]): number | undefined {
  if (kind === 'DaemonSet') return 1
  if (!replicated.includes(kind)) return undefined
  const replicas = spec['replicas'] ?? 1
  if (Number.isSafeInteger(replicas) && Number(replicas) >= 0) return Number(replicas)
  faults.push({ path: 'spec.replicas', reason: 'is no whole number' })
  return 1
}

interface Reading {
  faults: Fault[]
  gaps: string[]
  /** Path of the pod's spec below its entry. */
  root: string
}

function readPod(spec: Record<string, unknown>, reading: Reading): Requests {
  const { faults, gaps, root } = reading
  const containers = [
    ...readContainers(spec, 'initContainers', reading),
    ...readContainers(spec, 'containers', reading),
  ]
  if (!containers.some(({ role }) => role === 'main')) faults.push({ path: `${root}.containers`, reason: 'is missing' })
  const requests = sumPodRequests(containers)
  // Requests of the pod as a whole replace the sum of its containers, and no container has to name any.
  const whole = readResources(spec['resources'], `${root}.resources`, faults)
  const extra = readAmounts(spec['overhead'], `${root}.overhead`, faults)
  for (const kind of resources) {
    const missing = containers.filter(({ absent, role }) => role !== 'init' && absent.includes(kind))
    const isWhole = whole[kind] !== undefined
    if (!isWhole) gaps.push(...missing.map(({ name }) => `container ${name} requests no ${kind}`))
    requests[kind] = (whole[kind] ?? requests[kind]) + (extra[kind] ?? 0n)
  }
  return requests
}

interface NamedContainer extends ContainerRequests {
  name: string
  absent: (typeof resources)[number][]
}

function readContainers(
  spec: Record<string, unknown>,
  member: 'containers' | 'initContainers',
  { faults, root }: Reading,
): NamedContainer[] {
  const list = spec[member]
  if (!Array.isArray(list)) return []
  return list.map((entry: unknown, index) => {
    const container = members(entry)
    const found = readResources(container['resources'], `${root}.${member}[${index}].resources`, faults)
    const isSidecar = container['restartPolicy'] === 'Always'
    return {
      name: typeof container['name'] === 'string' ? container['name'] : `${index + 1}`,
      role: member === 'containers' ? 'main' : isSidecar ? 'sidecar' : 'init',
      cpu: found.cpu ?? 0n,
      memory: found.memory ?? 0n,
      absent: resources.filter((kind) => found[kind] === undefined),
    }
  })
}

type Found = Partial<Requests>

/** Requests; where only a limit is set, Kubernetes takes it for the request too. */
function readResources(value: unknown, path: string, faults: Fault[]): Found {
  const { requests, limits } = members(value)
  return { ...readAmounts(limits, `${path}.limits`, faults), ...readAmounts(requests, `${path}.requests`, faults) }
}

function readAmounts(value: unknown, path: string, faults: Fault[]): Found {
  const found: Found = {}
  for (const kind of resources) {
    const text = members(value)[kind]
    if (text === undefined || text === null) continue
    const amount = parseQuantity(String(text))
    if (amount === undefined) faults.push({ path: `${path}.${kind}`, reason: `"${text}" is no quantity` })
    else found[kind] = amount
  }
  return found
}
