import { roundUp } from './demand.ts'

/** What a service has to carry, and through what. */
export interface ReplicaNeed {
  /** Load at the peak, in the unit of {@link capacity}. */
  peak: number
  /** Measured load that one replica carries, above 0. */
  capacity: number
  /** Share of that capacity a replica is planned for: above 0, at most 1. */
  targetLoad: number
  /** Node failures to survive. */
  failures: number
  /** The peak is carried through the failures without a pause. */
  isContinuous: boolean
  zones: number
  isInEveryZone: boolean
  /** The peak is carried after the loss of a zone too. */
  isZoneSafe: boolean
}

export type ReplicaCount = { kind: 'counted'; need: number; replicas: number } | { kind: 'refused'; reason: string }

/**
 * Replicas for a load, with spare ones on top.
 *
 * Spare replicas are added to the need: with the larger of both instead, a service that needs three and has three is
 * short of a third for the minutes that a pod takes to come back. They help only where no two of them share a node.
 */
export function countReplicas(load: ReplicaNeed): ReplicaCount {
  const reason = findObstacle(load)
  if (reason) return { kind: 'refused', reason }
  const { peak, capacity, targetLoad, failures, isContinuous, zones, isInEveryZone, isZoneSafe } = load
  const need = Math.max(1, roundUp(peak / (capacity * targetLoad)))
  let replicas = Math.max(need + (isContinuous ? failures : 0), isInEveryZone ? zones : 1)
  while (isZoneSafe && replicas - Math.ceil(replicas / zones) < need) replicas++
  return { kind: 'counted', need, replicas }
}

/** More than anybody runs of one service; it keeps a slip of the keyboard from counting for minutes. */
const mostReplicas = 1_000_000

function findObstacle({ peak, capacity, targetLoad, failures, isZoneSafe, zones }: ReplicaNeed): string | undefined {
  if (!(peak >= 0)) return 'The peak load has to be 0 or more.'
  if (!(capacity > 0)) return 'The capacity of one replica has to be above 0: measure it.'
  if (!(targetLoad > 0 && targetLoad <= 1)) return 'The target load has to be above 0 and at most 1.'
  if (!(peak / (capacity * targetLoad) < mostReplicas)) return 'That would be more than a million replicas.'
  if (!(Number.isInteger(failures) && failures >= 0)) return 'Node failures have to be a whole number, 0 or more.'
  if (!(Number.isInteger(zones) && zones >= 1)) return 'Zones have to be a whole number, 1 or more.'
  if (isZoneSafe && zones < 2) return 'To carry the peak after the loss of a zone takes at least two zones.'
  return undefined
}

/** Connections that a service's replicas open to a database. */
export interface ConnectionPool {
  replicas: number
  /** Largest number of connections of one replica. */
  pool: number
}

/**
 * Connections of all replicas together, and whether the database takes them.
 *
 * @param limit The server's `max_connections`; one has to stay free for whoever repairs it.
 */
export function sumConnections(pools: readonly ConnectionPool[], limit: number): { total: number; fits: boolean } {
  const total = pools.reduce((sum, { replicas, pool }) => sum + replicas * pool, 0)
  return { total, fits: total < limit }
}
