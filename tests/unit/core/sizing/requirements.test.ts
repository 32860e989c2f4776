import { describe, expect, test } from 'vitest'
import { maxTotalPods, type SizingInput, sizeCluster } from '../../../../src/core/sizing/index.ts'
import { big, inputOf, nodeOf, workloads } from './examples.ts'

const [broker = { name: 'broker', replicas: 1, cpu: 1, memory: 1, isApart: false }] = workloads

describe('sizeCluster() says why it cannot compute', () => {
  test.each<[string, Partial<SizingInput>, RegExp]>([
    ['nothing to place', { workloads: [] }, /no workload/],
    ['no replica', { workloads: [{ ...broker, replicas: 0 }] }, /at least one replica/],
    ['half a replica', { workloads: [{ ...broker, replicas: 1.5 }] }, /at least one replica/],
    ['a negative request', { workloads: [{ ...broker, cpu: -1 }] }, /not negative/],
    ['a request that is no number', { workloads: [{ ...broker, memory: Number.NaN }] }, /not negative/],
    ['a name twice', { workloads: [broker, broker] }, /same name/],
    ['more pods than are packed', { workloads: [{ ...broker, replicas: maxTotalPods + 1 }] }, /50,000 pods/],
    ['overhead of all CPU', { node: nodeOf(2, 8, { cpu: 2, memory: 1 }) }, /CPU: 2 of 2/],
    ['overhead of all memory', { node: nodeOf(2, 8, { cpu: 1, memory: 9 }) }, /memory: 9 of 8 GiB/],
    ['negative overhead', { node: nodeOf(2, 8, { cpu: -1, memory: 1 }) }, /cannot be negative/],
    ['no pod left', { node: { ...big, pods: 10, podOverhead: 10 } }, /every pod of a node: 10 of 10/],
    ['a fill limit of nothing', { fill: 0 }, /above 0/],
    ['a fill limit of more than all', { fill: 1.01 }, /at most 1/],
    ['negative failures', { failures: -1 }, /Node failures/],
    ['half a failure', { failures: 0.5 }, /Node failures/],
    ['no zone', { zones: 0 }, /Zones/],
    ['no node', { count: 0 }, /fixed number/],
    ['the loss of the only zone', { zoneLoss: 'alone' }, /at least two zones/],
    ['the loss of the only zone and a node', { zoneLoss: 'with-failures' }, /at least two zones/],
  ])('with %s', (_, part, reason) => {
    const sizing = sizeCluster(inputOf(big, part))
    expect(sizing).toEqual({ kind: 'refused', reasons: [expect.stringMatching(reason)] })
  })

  test('with every reason at once', () => {
    expect(sizeCluster(inputOf(big, { fill: 0, zones: 0, failures: -1 }))).toMatchObject({ reasons: { length: 3 } })
  })

  test('but it packs many pods of many workloads quickly', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ ...broker, name: `w${index}`, replicas: 166 }))
    const start = performance.now()
    expect(sizeCluster(inputOf(big, { workloads: many }))).toMatchObject({ kind: 'sized', needed: 7115 })
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
