/** A service of the cluster and what its scheduler is asked for. */
export interface Workload {
  /** Unique in its list: it decides between pods that are otherwise the same. */
  name: string
  /** Pods, at least 1. */
  replicas: number
  /** CPU request of one pod in cores. */
  cpu: number
  /** Memory request of one pod in GiB. */
  memory: number
  /** No two of its replicas share a node. */
  isApart: boolean
}

/** CPU in cores, memory in GiB. */
export interface Amount {
  cpu: number
  memory: number
}

/** An amount with the pods that ask for it, or that there is room for. */
export interface Room extends Amount {
  pods: number
}

/** Sums of fractions differ in the last digits with their order; two amounts closer than this are one. */
export const tolerance = 1e-9

/** The next whole number, where a rounding error alone is no reason for another node. */
export const roundUp = (amount: number) => Math.ceil(amount - tolerance)

/** What all replicas request together; limits play no part, as in scheduling. */
export function sumDemand(workloads: readonly Workload[]): Room {
  const sum = (of: (workload: Workload) => number) =>
    workloads.reduce((total, workload) => total + workload.replicas * of(workload), 0)
  return { cpu: sum(({ cpu }) => cpu), memory: sum(({ memory }) => memory), pods: sum(() => 1) }
}
