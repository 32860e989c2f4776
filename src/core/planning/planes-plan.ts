import type { Answer } from '../progress.ts'
import { answersByKey, type Finding, itemsOf, linesOf, type PlannedDecision } from './finding.ts'
import { type HostGroup, type Plane, type PlanesInputs, planes } from './planes.ts'
import { findPlaneFaults } from './planes-faults.ts'

export interface PlanesPlan {
  groups: HostGroup[]
  /** Hosts that may carry each plane. */
  hosts: Record<Plane, number>
  findings: Finding[]
}

/** Which planes the hosts of a cluster may carry, and what the answers break. */
export function planPlanes(decisions: readonly PlannedDecision[]): PlanesPlan {
  const inputs = readPlanesAnswers(answersByKey(decisions))
  const groups = groupHosts(inputs)
  const hosts = (plane: Plane) =>
    groups.filter((group) => group.planes.includes(plane)).reduce((sum, group) => sum + group.hosts, 0)
  const counts = { controlPlane: hosts('controlPlane'), routerMesh: hosts('routerMesh'), dataPlane: hosts('dataPlane') }
  const findings = findPlaneFaults(inputs, counts).map(({ keys, ...finding }) => ({
    ...finding,
    items: itemsOf(decisions, ...keys),
  }))
  return { groups, hosts: counts, findings }
}

const isolatedPlanes = new Map<unknown, readonly Plane[]>([
  ['None', []],
  ['Control plane', ['controlPlane']],
  ['Control plane and router mesh', ['controlPlane', 'routerMesh']],
  ['All three', planes],
])

function readPlanesAnswers(answers: ReadonlyMap<string, Answer>): PlanesInputs {
  const number = (key: string) => {
    const value = Number(answers.get(key) ?? Number.NaN)
    return Number.isFinite(value) ? value : undefined
  }
  const yesNo = (key: string) => {
    const answer = answers.get(key)
    return typeof answer === 'boolean' ? answer : undefined
  }
  const storage = answers.get('storageMode')
  const minor = /^v?1\.(\d+)\./.exec(String(answers.get('deisVersion') ?? ''))?.[1]
  return {
    nodeCount: number('nodeCount'),
    isolated: isolatedPlanes.get(answers.get('planesIsolated')),
    tagged: linesOf(answers.get('nodeGroups')).flatMap(parseGroup),
    placement: yesNo('placementOptions'),
    etcdMembers: number('etcdMembers'),
    etcdIsolated: yesNo('etcdIsolated'),
    isCeph: storage === undefined ? undefined : storage === 'Ceph',
    minor: minor === undefined ? undefined : Number(minor),
  }
}

/** `routerMesh+dataPlane: 5` */
function parseGroup(line: string): HostGroup[] {
  const [, tags = '', count] = /^([A-Za-z+]+):\s*(\d+)$/.exec(line) ?? []
  const carried = planes.filter((plane) => tags.split('+').includes(plane))
  return carried.length > 0 ? [{ name: carried.join('+'), hosts: Number(count), planes: carried }] : []
}

/** Tags count only where placement reads them: else every host carries everything. */
function groupHosts({ nodeCount, tagged, placement }: PlanesInputs): HostGroup[] {
  if (tagged.length > 0 && placement !== false) return tagged
  const hosts = nodeCount ?? tagged.reduce((sum, group) => sum + group.hosts, 0)
  return hosts > 0 ? [{ name: 'every host', hosts, planes }] : []
}
