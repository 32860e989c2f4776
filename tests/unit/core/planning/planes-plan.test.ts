import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listPlanningTopics, planPlanes } from '../../../../src/core/planning/index.ts'
import { planned, textsOf } from './planned.ts'

const good = {
  nodeCount: 9,
  planesIsolated: 'Control plane and router mesh',
  nodeGroups: ['controlPlane: 3', 'routerMesh: 3', 'dataPlane: 3'],
  placementOptions: true,
  etcdMembers: '3',
  etcdIsolated: true,
  storageMode: 'Ceph',
  deisVersion: 'v1.13.4',
}
const problems = (changed: Partial<Record<keyof typeof good, string | number | boolean | string[] | null>>) =>
  textsOf(planPlanes(planned({ ...good, ...changed })).findings, 'problem')

describe('planPlanes()', () => {
  test('follows the groups, and finds nothing wrong with good answers', () => {
    const { groups, hosts, findings } = planPlanes(planned(good))
    expect(groups.map(({ name, hosts }) => [name, hosts])).toEqual([
      ['controlPlane', 3],
      ['routerMesh', 3],
      ['dataPlane', 3],
    ])
    expect(hosts).toEqual({ controlPlane: 3, routerMesh: 3, dataPlane: 3 })
    expect(findings).toEqual([])
  })

  test('without tags, or with placement off, every host carries everything', () => {
    const every = [{ name: 'every host', hosts: 9, planes: ['controlPlane', 'routerMesh', 'dataPlane'] }]
    expect(planPlanes(planned({ nodeCount: 9 })).groups).toEqual(every)
    expect(planPlanes(planned({ ...good, placementOptions: false })).groups).toEqual(every)
    expect(planPlanes(planned({})).groups).toEqual([])
  })

  test('the hosts of a plane are the sum of its groups', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (counts) => {
        const { hosts } = planPlanes(planned({ nodeGroups: counts.map((count) => `controlPlane+dataPlane: ${count}`) }))
        const sum = counts.reduce((total, count) => total + count, 0)
        expect(hosts).toEqual({ controlPlane: sum, routerMesh: 0, dataPlane: sum })
      }),
    )
  })

  test.each([
    [{ nodeCount: 2, nodeGroups: null }, '2 hosts are unsupported'],
    [{ nodeCount: 10 }, 'The groups have 9 hosts together, and the cluster has 10: hosts without a tag'],
    [{ nodeCount: 8 }, 'some of the groups are not there'],
    [{ nodeGroups: ['controlPlane: 2', 'routerMesh: 3', 'dataPlane: 4'] }, 'cannot hold its three replicas'],
    [{ nodeGroups: ['controlPlane: 3', 'routerMesh: 1', 'dataPlane: 5'] }, 'so 2 stay unplaced'],
    [{ nodeGroups: ['controlPlane: 3', 'routerMesh: 6'] }, 'No host carries dataPlane'],
    [{ nodeGroups: ['controlPlane+dataPlane: 6', 'routerMesh: 3'] }, 'Control plane is to have hosts of its own'],
    [{ placementOptions: false }, 'the tags have no effect'],
    [{ deisVersion: '1.9.1' }, 'came with Deis 1.10.0, and 1.9 is installed'],
    [{ deisVersion: '1.8.0', placementOptions: null }, 'needs Deis 1.9'],
    [{ nodeCount: 3, nodeGroups: null, etcdMembers: '5' }, '5 etcd members need as many hosts'],
  ])('%j is a problem', (changed, text) => {
    expect(problems(changed).some((each) => each.includes(text))).toBe(true)
  })

  test('without Ceph two control hosts are enough', () => {
    const changed = {
      storageMode: 'External S3, PostgreSQL and log drain',
      nodeGroups: ['controlPlane: 2', 'routerMesh: 3', 'dataPlane: 4'],
    }
    expect(problems(changed)).toEqual([])
  })
})

describe('listPlanningTopics()', () => {
  test.each([
    [{ subnetCidrs: null }, ['networks']],
    [{ environments: null, cpCount: null, workerCount: null, quota: null }, ['quota']],
    [{ sshSources: null, nodeCount: null, planesIsolated: null, nodeGroups: null }, ['networks', 'planes']],
    [{ nodeCount: null }, []],
  ])('%j: %j', (answers, topics) => expect(listPlanningTopics(planned(answers))).toEqual(topics))
})
