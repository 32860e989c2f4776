/** What a pod requests, from what its containers request. */

/** Kinds of a resource that sizing counts, in billionths of a core and of a byte. */
export interface Requests {
  cpu: bigint
  memory: bigint
}

export interface ContainerRequests extends Requests {
  /** `sidecar` is an init container that keeps running beside the others (`restartPolicy: Always`). */
  role: 'main' | 'init' | 'sidecar'
}

/**
 * The request that the scheduler places a pod by: all that runs at the same time, or the hungriest moment of its start.
 *
 * @param containers In the order of the pod's description; that of init containers counts.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ "Resource sharing within containers"
 */
export function sumPodRequests(containers: readonly ContainerRequests[]): Requests {
  return { cpu: sumKind(containers, 'cpu'), memory: sumKind(containers, 'memory') }
}

function sumKind(containers: readonly ContainerRequests[], kind: keyof Requests): bigint {
  let running = 0n
  let start = 0n
  for (const container of containers) {
    if (container.role === 'sidecar') running += container[kind]
    else if (container.role === 'init') start = larger(start, running + container[kind])
  }
  for (const container of containers) if (container.role === 'main') running += container[kind]
  return larger(start, running)
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b)
