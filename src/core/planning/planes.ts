/** The planes of a Deis cluster, and what answers say about the hosts that carry them. */
export const planes = ['controlPlane', 'routerMesh', 'dataPlane'] as const
export type Plane = (typeof planes)[number]

export const planeNames: Readonly<Record<Plane, string>> = {
  controlPlane: 'Control plane',
  routerMesh: 'Router mesh',
  dataPlane: 'Data plane',
}

/** Hosts that carry the same planes. */
export interface HostGroup {
  /** Tags of the hosts, or that every host carries everything. */
  name: string
  hosts: number
  planes: readonly Plane[]
}

/** The answers of a Deis cluster that decide what runs where; undefined while nobody has answered. */
export interface PlanesInputs {
  nodeCount: number | undefined
  /** Planes that are to have hosts of their own. */
  isolated: readonly Plane[] | undefined
  tagged: HostGroup[]
  placement: boolean | undefined
  etcdMembers: number | undefined
  etcdIsolated: boolean | undefined
  isCeph: boolean | undefined
  /** Minor of Deis 1. */
  minor: number | undefined
}
