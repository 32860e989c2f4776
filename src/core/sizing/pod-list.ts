/** A list of pods alone, joined to the workloads that own them: replicas are counted, not configured. */
import { members } from './members.ts'

/** An entry to be read, and where it stands in the text. */
export interface PlacedEntry {
  entry: unknown
  place: string
  /** Where the description of its pods begins, below the entry. */
  root: 'spec' | 'spec.template.spec'
}

const owners = ['ReplicaSet', 'StatefulSet', 'ReplicationController', 'DaemonSet']

export const isPod = (entry: unknown) => members(entry)['kind'] === 'Pod'

/** Pods without an owner of the usual kinds stay what they are; those that have ended count as no replica. */
export function joinPods(pods: readonly unknown[]): PlacedEntry[] {
  const joined = new Map<string, { replicas: number; first: unknown; place: string; owner: Owner }>()
  const single: PlacedEntry[] = []
  for (const [index, pod] of pods.entries()) {
    const place = `items[${index}]`
    const owner = ownerOf(pod)
    const key = JSON.stringify(owner)
    const known = joined.get(key)
    if (!owner) single.push({ entry: withoutOwner(pod), place, root: 'spec' })
    else if (known) known.replicas += countRunning(pod)
    else joined.set(key, { replicas: countRunning(pod), first: pod, place, owner })
  }
  const workloads = [...joined.values()].map(({ replicas, first, place, owner }): PlacedEntry => {
    const { kind, ...metadata } = owner
    return { entry: { kind, metadata, spec: { replicas, template: first } }, place, root: 'spec' }
  })
  return [...workloads, ...single]
}

interface Owner {
  kind: string
  name: unknown
  namespace: unknown
}

function ownerOf(pod: unknown): Owner | undefined {
  const { ownerReferences, namespace = '' } = members(members(pod)['metadata'])
  const { kind, name } = members(Array.isArray(ownerReferences) ? ownerReferences[0] : undefined)
  return typeof kind === 'string' && owners.includes(kind) ? { kind, name, namespace } : undefined
}

function withoutOwner(pod: unknown): unknown {
  const { ownerReferences: _, ...metadata } = members(members(pod)['metadata'])
  return { ...members(pod), metadata }
}

/** Replicas that a pod is: what has ended asks its node for nothing. */
export function countRunning(pod: unknown): number {
  const { phase } = members(members(pod)['status'])
  return phase === 'Succeeded' || phase === 'Failed' ? 0 : 1
}
