import { describe, expect, test } from 'vitest'
import { packPods, usableRoom } from '../../../../src/core/sizing/index.ts'
import { big, small, workloads, workloadsApart } from './examples.ts'

const loads = (nodes: ReturnType<typeof packPods>) => nodes?.map(({ cpu, memory, pods }) => [cpu, memory, pods])

describe('packPods()', () => {
  test('puts all twelve pods of example A on one node', () => {
    expect(loads(packPods(workloads, usableRoom(big, 1)))).toEqual([[14, 28, 12]])
  })

  test('fills the five nodes of example B as worked out', () => {
    expect(loads(packPods(workloads, usableRoom(small, 1)))).toEqual([
      [3, 6, 2],
      [3, 6, 2],
      [3, 6, 2],
      [3, 6, 3],
      [2, 4, 3],
    ])
  })

  test('keeps replicas on nodes of their own where asked', () => {
    expect(packPods(workloadsApart, usableRoom(big, 1))).toHaveLength(3)
    expect(packPods(workloadsApart, usableRoom(small, 1))).toHaveLength(6)
  })

  test('finds no place for what is larger than a node', () => {
    const large = [{ name: 'large', replicas: 1, cpu: 2, memory: 1, isApart: false }]
    expect(packPods(large, { cpu: 1, memory: 1, pods: 10 })).toBeUndefined()
  })

  test('counts pods that request nothing against the pods of a node', () => {
    const idle = [{ name: 'idle', replicas: 25, cpu: 0, memory: 0, isApart: false }]
    expect(loads(packPods(idle, { cpu: 1, memory: 1, pods: 10 }))).toEqual([
      [0, 0, 10],
      [0, 0, 10],
      [0, 0, 5],
    ])
  })

  test('takes no rounding error for a lack of room', () => {
    const thirds = [{ name: 'tenth', replicas: 10, cpu: 0.1, memory: 0.1, isApart: false }]
    expect(packPods(thirds, { cpu: 1, memory: 1, pods: 110 })).toHaveLength(1)
    const sums = ['a', 'b', 'c'].map((name, index) => ({
      name,
      replicas: 1,
      cpu: [0.1, 0.2, 0.7][index] ?? 0,
      memory: 0,
      isApart: false,
    }))
    expect(packPods(sums, { cpu: 1, memory: 1, pods: 110 })).toHaveLength(1)
  })
})
