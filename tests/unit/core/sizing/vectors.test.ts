import { describe, expect, test } from 'vitest'
import { type SizingInput, sizeCluster, usableRoom } from '../../../../src/core/sizing/index.ts'
import { big, inputOf, medium, sized, small, tiny, workloadsApart } from './examples.ts'

/** Figures of one test vector, rounded to four digits as they are listed. */
interface Vector {
  input: SizingInput
  needed: number
  lowerBound?: number
  count: number
  lost: number
  before: [cpu: number, memory: number]
  after: [cpu: number, memory: number] | undefined
  survives: boolean
  survivesZone?: boolean
}

const zoneSafe = { zones: 3, zoneLoss: 'alone' } as const

const vectors: Record<string, Vector> = {
  T1: {
    input: inputOf(big),
    needed: 1,
    count: 2,
    lost: 0.5,
    before: [0.4516, 0.4667],
    after: [0.9032, 0.9333],
    survives: true,
  },
  T2: {
    input: inputOf(small),
    needed: 5,
    count: 6,
    lost: 0.1667,
    before: [0.6667, 0.7179],
    after: [0.8, 0.8615],
    survives: true,
  },
  T3: {
    input: inputOf(big, zoneSafe),
    needed: 1,
    count: 3,
    lost: 0.3333,
    before: [0.3011, 0.3111],
    after: [0.4516, 0.4667],
    survives: true,
    survivesZone: true,
  },
  T4: {
    input: inputOf(small, zoneSafe),
    needed: 5,
    count: 8,
    lost: 0.125,
    before: [0.5, 0.5385],
    after: [0.5714, 0.6154],
    survives: true,
    survivesZone: true,
  },
  T5: {
    input: inputOf(small, { ...zoneSafe, isBalanced: true }),
    needed: 5,
    count: 9,
    lost: 0.1111,
    before: [0.4444, 0.4786],
    after: [0.5, 0.5385],
    survives: true,
    survivesZone: true,
  },
  T6: {
    input: inputOf(medium),
    needed: 2,
    count: 3,
    lost: 0.3333,
    before: [0.6222, 0.6667],
    after: [0.9333, 1],
    survives: true,
  },
  T7: {
    input: inputOf(medium, { fill: 0.9 }),
    needed: 3,
    count: 4,
    lost: 0.25,
    before: [0.4667, 0.5],
    after: [0.6222, 0.6667],
    survives: true,
  },
  T8: {
    input: inputOf(small, { count: 5 }),
    needed: 5,
    count: 5,
    lost: 0.2,
    before: [0.8, 0.8615],
    after: [1, 1.0769],
    survives: false,
  },
  T9: {
    input: inputOf(big, { count: 1 }),
    needed: 1,
    count: 1,
    lost: 1,
    before: [0.9032, 0.9333],
    after: undefined,
    survives: false,
  },
  T11: {
    input: inputOf(big, { failures: 2 }),
    needed: 1,
    count: 3,
    lost: 0.3333,
    before: [0.3011, 0.3111],
    after: [0.9032, 0.9333],
    survives: true,
  },
  T12: {
    input: inputOf(small, { failures: 2 }),
    needed: 5,
    count: 7,
    lost: 0.1429,
    before: [0.5714, 0.6154],
    after: [0.8, 0.8615],
    survives: true,
  },
  T13: {
    input: inputOf(big, { workloads: workloadsApart }),
    needed: 3,
    count: 4,
    lost: 0.25,
    before: [0.2258, 0.2333],
    after: [0.3011, 0.3111],
    survives: true,
  },
  T14: {
    input: inputOf(small, { workloads: workloadsApart }),
    needed: 6,
    lowerBound: 5,
    count: 7,
    lost: 0.1429,
    before: [0.5714, 0.6154],
    after: [0.6667, 0.7179],
    survives: true,
  },
}

describe('sizeCluster() gives the figures of the vector', () => {
  test.each(Object.entries(vectors))('%s', (_, vector) => {
    const size = sized(sizeCluster(vector.input))
    expect(size).toMatchObject({
      needed: vector.needed,
      lowerBound: vector.lowerBound ?? vector.needed,
      count: vector.count,
      survives: vector.survives,
      survivesZone: vector.survivesZone ?? false,
      isEnough: true,
    })
    expect(size.lost.node).toBeCloseTo(vector.lost, 4)
    expect([size.before.cpu, size.before.memory].map(round)).toEqual(vector.before)
    expect(size.after && [size.after.cpu, size.after.memory].map(round)).toEqual(vector.after)
  })

  test('T10: a broker larger than the node is named with both excesses, and there is no count', () => {
    for (const part of [{}, { count: 100 }])
      expect(sizeCluster(inputOf(tiny, part))).toEqual({
        kind: 'oversize',
        misfits: [
          {
            workload: 'broker',
            excess: [
              { kind: 'cpu', requested: 2, usable: 1.5 },
              { kind: 'memory', requested: 4, usable: 3 },
            ],
          },
        ],
      })
  })
})

const round = (share: number) => Math.round(share * 10_000) / 10_000

const sizeOf = (name: string) => {
  const vector = vectors[name]
  if (!vector) throw new Error(`No vector ${name}`)
  return sized(sizeCluster(vector.input))
}

describe('sizeCluster() also gives', () => {
  test('the shares lost with the worst zone: T3 a third, T4 three of eight, T5 a third, everything where there is one', () => {
    expect(['T3', 'T4', 'T5', 'T1'].map((name) => round(sizeOf(name).lost.zone))).toEqual([0.3333, 0.375, 0.3333, 1])
  })

  test('the shares lost with two nodes: T11 and T12', () => {
    expect(['T11', 'T12', 'T9'].map((name) => round(sizeOf(name).lost.failures))).toEqual([0.6667, 0.2857, 1])
  })

  test('overhead, redundancy and machines of examples A and B', () => {
    const [few, many] = [sizeOf('T1'), sizeOf('T2')]
    expect(few).toMatchObject({ overhead: { cpu: 0.03125, memory: 0.0625 }, redundancy: 2 })
    expect(few).toMatchObject({ raw: { cpu: 32, memory: 64 }, demand: { cpu: 14, memory: 28, pods: 12 } })
    expect(many).toMatchObject({ overhead: { cpu: 0.125, memory: 0.1875 }, redundancy: 1.2 })
    expect(many).toMatchObject({ raw: { cpu: 24, memory: 48 } })
  })

  test('who is never away: nobody in T1 to T12, the services kept apart in T13 and T14', () => {
    for (const name of Object.keys(vectors)) {
      const isApart = name === 'T13' || name === 'T14'
      expect(sizeOf(name).uninterrupted).toEqual(isApart ? ['broker', 'api', 'console', 'vpn'] : [])
    }
  })

  test('the room of T7: 6.75 cores and 12.6 GiB', () => {
    const { cpu, memory } = usableRoom(medium, 0.9)
    expect([cpu, memory]).toEqual([expect.closeTo(6.75, 12), expect.closeTo(12.6, 12)])
  })
})
