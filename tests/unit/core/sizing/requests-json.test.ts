import { describe, expect, test } from 'vitest'
import { readRequests } from '../../../../src/core/sizing/index.ts'

interface Container {
  name?: string
  requests?: object
  limits?: object
  restartPolicy?: string
}

const containersOf = (list: Container[]) =>
  list.map(({ name = 'main', restartPolicy, ...resources }) => ({ name, restartPolicy, resources }))

interface Parts {
  kind?: string
  name?: string
  replicas?: unknown
  containers?: Container[]
  init?: Container[]
  pod?: object
  metadata?: object
}

const half = { requests: { cpu: '500m', memory: '512Mi' } }

function workload({ kind = 'Deployment', name = 'api', replicas, containers = [half], init, pod, metadata }: Parts) {
  const spec = {
    containers: containersOf(containers),
    ...(init && { initContainers: containersOf(init) }),
    ...pod,
  }
  return {
    kind,
    metadata: { name, namespace: 'ec', ...metadata },
    spec: { replicas, template: { metadata: { labels: { app: name } }, spec } },
  }
}

const read = (...entries: object[]) => readRequests(JSON.stringify({ kind: 'List', items: entries }))
const first = (part: Parts) => read(workload(part)).workloads[0]

describe('readRequests() reads from JSON', () => {
  test('name, replicas and requests, exactly', () => {
    expect(read(workload({ replicas: 3 }))).toEqual({
      workloads: [{ name: 'ec/api', kind: 'Deployment', replicas: 3, cpu: 0.5, memory: 0.5, isApart: false, gaps: [] }],
      daemons: [],
      skipped: [],
      unread: [],
    })
  })

  test('one replica where none is written, and numbers as quantities', () => {
    expect(first({ containers: [{ requests: { cpu: 2, memory: 1073741824 } }] })).toMatchObject({
      replicas: 1,
      cpu: 2,
      memory: 1,
    })
  })

  test('the sum of containers, or the largest init container where that is more', () => {
    const containers = [half, { name: 'proxy', requests: { cpu: '250m', memory: '1Gi' } }]
    const init = [
      { name: 'a', requests: { cpu: '1', memory: '1Gi' } },
      { name: 'b', requests: { cpu: '100m' } },
    ]
    expect(first({ containers, init })).toMatchObject({ cpu: 1, memory: 1.5 })
  })

  test('sidecars beside what runs with them: containers, and init containers that come later', () => {
    const sidecar = { name: 'mesh', restartPolicy: 'Always', requests: { cpu: '200m', memory: '1Gi' } }
    const late = { name: 'late', requests: { cpu: '600m', memory: '0' } }
    expect(first({ init: [sidecar, late] })).toMatchObject({ cpu: 0.8, memory: 1.5 })
    expect(first({ init: [late, sidecar] })).toMatchObject({ cpu: 0.7, memory: 1.5 })
  })

  test('limits where no request is set, as Kubernetes takes them', () => {
    expect(first({ containers: [{ limits: { cpu: '2', memory: '1Gi' }, requests: { cpu: '1' } }] })).toMatchObject({
      cpu: 1,
      memory: 1,
      gaps: [],
    })
  })

  test('requests of the pod as a whole, and the overhead of its runtime', () => {
    const pod = { resources: { requests: { cpu: '3' } }, overhead: { cpu: '100m', memory: '512Mi' } }
    expect(first({ pod, containers: [{ requests: { memory: '1Gi' } }] })).toMatchObject({
      cpu: 3.1,
      memory: 1.5,
      gaps: [],
    })
  })

  test('what is not requested, container by container', () => {
    const containers = [{ name: 'app' }, { name: 'proxy', requests: { cpu: '1' } }]
    expect(first({ containers })).toMatchObject({
      cpu: 1,
      memory: 0,
      gaps: ['container app requests no cpu', 'container app requests no memory', 'container proxy requests no memory'],
    })
  })

  test('DaemonSets apart from workloads', () => {
    const list = read(workload({ kind: 'DaemonSet', name: 'log' }), workload({ kind: 'StatefulSet', name: 'broker' }))
    expect(list.daemons).toMatchObject([{ name: 'ec/log', cpu: 0.5, memory: 0.5, replicas: 1 }])
    expect(list.workloads).toMatchObject([{ name: 'ec/broker', kind: 'StatefulSet' }])
  })

  test.each<[string, object, boolean]>([
    ['kept apart by its own label', { labelSelector: { matchLabels: { app: 'api' } } }, true],
    ['kept from others only', { labelSelector: { matchLabels: { app: 'other' } } }, false],
    [
      'kept apart by an expression',
      { labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['api', 'b'] }] } },
      true,
    ],
    [
      'not kept apart by an expression',
      { labelSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] } },
      false,
    ],
    ['kept in other zones', { topologyKey: 'zone', labelSelector: { matchLabels: { app: 'api' } } }, false],
    ['kept from nothing', {}, false],
  ])('anti-affinity: %s', (_, rule, isApart) => {
    const rules = [{ topologyKey: 'kubernetes.io/hostname', ...rule }]
    const podAntiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: rules }
    expect(first({ pod: { affinity: { podAntiAffinity } } })).toMatchObject({ isApart })
  })

  test('a pod alone, a list without its frame, and one object', () => {
    const pod = { kind: 'Pod', metadata: { name: 'job' }, spec: { containers: containersOf([half]) } }
    expect(readRequests(JSON.stringify(pod)).workloads).toMatchObject([{ name: 'job', kind: 'Pod', cpu: 0.5 }])
    expect(readRequests(JSON.stringify([pod, workload({})])).workloads).toHaveLength(2)
  })

  test('a list of pods as the workloads that own them', () => {
    const podOf = (name: string, owner: object | undefined, phase = 'Running') => ({
      kind: 'Pod',
      metadata: { name, namespace: 'ec', ...(owner && { ownerReferences: [owner] }) },
      spec: { containers: containersOf([half]) },
      status: { phase },
    })
    const api = { kind: 'ReplicaSet', name: 'api-7d4b' }
    const log = { kind: 'DaemonSet', name: 'log' }
    const job = { kind: 'Job', name: 'backup' }
    const list = read(
      podOf('api-1', api),
      podOf('api-2', api),
      podOf('api-3', api, 'Failed'),
      podOf('log-1', log),
      podOf('log-2', log),
      podOf('backup-1', job),
      podOf('alone', undefined),
    )
    expect(list.workloads.map(({ name, replicas }) => [name, replicas])).toEqual([
      ['ec/api-7d4b', 2],
      ['ec/backup-1', 1],
      ['ec/alone', 1],
    ])
    expect(list.daemons).toMatchObject([{ name: 'ec/log', replicas: 1, cpu: 0.5 }])
    expect(list.unread).toEqual([])
    const odd = { ...podOf('odd', api), spec: { containers: containersOf([{ requests: { cpu: 'x' } }]) } }
    expect(read(odd).unread).toMatchObject([{ place: 'items[0].spec.containers[0].resources.requests.cpu' }])
  })

  test('pods that are still there: what has ended asks for nothing', () => {
    const owner = { kind: 'Job', name: 'backup' }
    const jobOf = (name: string, phase: string) => ({
      kind: 'Pod',
      metadata: { name, namespace: 'ec', ownerReferences: [owner] },
      spec: { containers: containersOf([half]) },
      status: { phase },
    })
    const list = read(jobOf('a', 'Succeeded'), jobOf('b', 'Failed'), jobOf('c', 'Running'))
    expect(list.workloads).toMatchObject([{ name: 'ec/c', kind: 'Pod', replicas: 1 }])
    expect(list.skipped).toEqual([
      { place: 'items[0]', text: 'ec/a', reason: 'has ended' },
      { place: 'items[1]', text: 'ec/b', reason: 'has ended' },
    ])
    expect(read(workload({}), { ...jobOf('a', 'Succeeded'), metadata: { name: 'a' } })).toMatchObject({
      workloads: [{ name: 'ec/api' }],
      skipped: [{ text: 'a', reason: 'has ended' }],
    })
  })

  test('kinds with one name as two workloads', () => {
    const list = read(workload({}), workload({ kind: 'StatefulSet' }))
    expect(list.workloads.map(({ name }) => name)).toEqual(['ec/api', 'StatefulSet ec/api'])
  })
})

describe('readRequests() says of JSON', () => {
  test('what is rightly not counted', () => {
    const owned = workload({ kind: 'ReplicaSet', metadata: { ownerReferences: [{ kind: 'Deployment', name: 'api' }] } })
    expect(read(workload({ replicas: 0 }), owned)).toMatchObject({
      workloads: [],
      skipped: [
        { place: 'items[0]', text: 'ec/api', reason: 'is scaled to 0' },
        { place: 'items[1]', text: 'ReplicaSet ec/api', reason: 'is counted with its owner, Deployment api' },
      ],
    })
  })

  test.each<[string, object, string, RegExp]>([
    [
      'a quantity that is none',
      workload({ containers: [{ requests: { cpu: '1 core' } }] }),
      'items[0].spec.template.spec.containers[0].resources.requests.cpu',
      /"1 core" is no quantity/,
    ],
    ['a number of replicas that is none', workload({ replicas: 1.5 }), 'items[0].spec.replicas', /no whole number/],
    ['a kind that runs nothing', workload({ kind: 'Service' }), 'items[0]', /kind that sizing does not count/],
    ['a pod without containers', workload({ containers: [] }), 'items[0].spec.template.spec.containers', /missing/],
    ['something else', { hello: 'world' }, 'items[0]', /no object of Kubernetes/],
  ])('%s', (_, entry, place, reason) => {
    const list = read(entry)
    expect(list.workloads).toEqual([])
    expect(list.unread).toEqual([{ place, text: expect.any(String), reason: expect.stringMatching(reason) }])
  })

  test('that it is none', () => {
    expect(readRequests('{"items": [')).toMatchObject({ unread: [{ reason: expect.stringMatching(/is no JSON/) }] })
    expect(readRequests('null')).toMatchObject({ unread: [{ place: 'line 1' }] })
  })
})
