import { countNoun, type Finding } from './finding.ts'
import { type Plane, type PlanesInputs, planeNames, planes } from './planes.ts'

/** A finding that names the answers it rests on by the keys of their decisions. */
type KeyedFinding = Omit<Finding, 'items'> & { keys: string[] }

/** Above this, isolation is what the vendor's page advises. */
const smallCluster = 5
/** Routers that a cluster starts, and two never share a host. */
const usualRouters = 3

/**
 * What the answers of a cluster break, in words.
 *
 * Rules marked "derived" are not stated by the vendor: they follow from system requirements and unit files.
 */
export function findPlaneFaults(inputs: PlanesInputs, hosts: Readonly<Record<Plane, number>>): KeyedFinding[] {
  return [
    ...findSizeFaults(inputs),
    ...findTagFaults(inputs),
    ...findHostFaults(inputs, hosts),
    ...findEtcdFaults(inputs),
  ]
}

const problem = (text: string, ...keys: string[]): KeyedFinding => ({ kind: 'problem', text, keys })
const note = (text: string, ...keys: string[]): KeyedFinding => ({ kind: 'note', text, keys })
const when = (applies: boolean, finding: KeyedFinding) => (applies ? [finding] : [])

function findSizeFaults({ nodeCount, tagged, isolated }: PlanesInputs): KeyedFinding[] {
  if (nodeCount === undefined)
    return [note('The number of hosts is not recorded: totals cannot be compared.', 'nodeCount')]
  const sum = tagged.reduce((total, { hosts }) => total + hosts, 0)
  return [
    ...when(
      nodeCount < 3,
      problem(
        `${countNoun(nodeCount, 'host')} are unsupported: etcd has no majority and Ceph no three replicas. Take at least 3.`,
        'nodeCount',
      ),
    ),
    ...when(
      tagged.length > 0 && sum !== nodeCount,
      problem(
        `The groups have ${countNoun(sum, 'host')} together, and the cluster has ${nodeCount}: ${sum < nodeCount ? 'hosts without a tag take no unit that asks for one' : 'some of the groups are not there'}.`,
        'nodeGroups',
        'nodeCount',
      ),
    ),
    ...when(
      nodeCount > smallCluster && isolated?.length === 0,
      note(
        `${nodeCount} hosts and no plane isolated: when one is taken away, controller or database may go with it. Isolate the control plane, or give the reason in the notes.`,
        'planesIsolated',
        'nodeCount',
      ),
    ),
  ]
}

function findTagFaults({ isolated = [], tagged, placement, minor }: PlanesInputs): KeyedFinding[] {
  const mixed = isolated.filter((plane) =>
    tagged.some((group) => group.planes.includes(plane) && group.planes.length > 1),
  )
  return [
    ...when(
      isolated.length > 0 && placement === false,
      problem(
        'Planes are to be isolated, and placement by tags is off: the tags have no effect, and every host carries everything.',
        'placementOptions',
        'planesIsolated',
      ),
    ),
    ...when(
      placement === true && minor !== undefined && minor < 10,
      problem(
        `Placement by tags came with Deis 1.10.0, and 1.${minor} is installed.`,
        'placementOptions',
        'deisVersion',
      ),
    ),
    ...when(
      isolated.length > 0 && tagged.length === 0,
      note('Planes are to be isolated, and no groups are recorded: shown is the cluster without tags.', 'nodeGroups'),
    ),
    ...mixed.map((plane) =>
      problem(
        `${planeNames[plane]} is to have hosts of its own, and a group carries ${plane} beside another plane.`,
        'nodeGroups',
        'planesIsolated',
      ),
    ),
  ]
}

function findHostFaults(
  { tagged, placement, isCeph }: PlanesInputs,
  hosts: Readonly<Record<Plane, number>>,
): KeyedFinding[] {
  if (tagged.length === 0 || placement === false) return []
  return [
    ...planes.flatMap((plane) =>
      when(
        hosts[plane] === 0,
        problem(`No host carries ${plane}: with placement on, its units cannot be scheduled anywhere.`, 'nodeGroups'),
      ),
    ),
    ...when(
      isCeph === true && hosts.controlPlane > 0 && hosts.controlPlane < 3,
      problem(
        `Ceph runs on the control plane, and ${countNoun(hosts.controlPlane, 'host')} cannot hold its three replicas. Tag at least 3 (derived from the system requirements).`,
        'nodeGroups',
        'storageMode',
      ),
    ),
    ...when(
      hosts.routerMesh > 0 && hosts.routerMesh < usualRouters,
      problem(
        `${countNoun(hosts.routerMesh, 'host')} for the router mesh, and a cluster starts ${usualRouters} routers: two never share a host, so ${usualRouters - hosts.routerMesh} stay unplaced (derived from the router's unit).`,
        'nodeGroups',
      ),
    ),
  ]
}

function findEtcdFaults({ nodeCount, etcdMembers, etcdIsolated, minor }: PlanesInputs): KeyedFinding[] {
  return [
    ...when(
      etcdMembers !== undefined && nodeCount !== undefined && etcdMembers > nodeCount,
      problem(
        `${etcdMembers} etcd members need as many hosts, and the cluster has ${nodeCount}.`,
        'etcdMembers',
        'nodeCount',
      ),
    ),
    ...when(
      etcdIsolated === false && nodeCount !== undefined && nodeCount > smallCluster,
      note(
        'etcd has no hosts of its own: on more than five, writes and elections take longer. Isolate it, or give the reason in the notes.',
        'etcdIsolated',
        'nodeCount',
      ),
    ),
    ...when(
      etcdIsolated === true && minor !== undefined && minor < 9,
      problem(`An etcd proxy needs Deis 1.9, and 1.${minor} is installed.`, 'etcdIsolated', 'deisVersion'),
    ),
    ...when(
      etcdIsolated === true && etcdMembers !== undefined && nodeCount !== undefined && etcdMembers === nodeCount,
      note('Every host is an etcd member, so etcd is isolated from nothing.', 'etcdMembers', 'etcdIsolated'),
    ),
  ]
}
