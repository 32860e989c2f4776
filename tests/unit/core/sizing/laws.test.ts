import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  packPods,
  type Room,
  type SizingInput,
  sizeCluster,
  tolerance,
  usableRoom,
  type Workload,
} from '../../../../src/core/sizing/index.ts'
import { nodeOf, sized } from './examples.ts'

/** Requests in steps that people write, not of random bits. */
const steps = (most: number) => fc.integer({ min: 0, max: most * 20 }).map((count) => count / 20)

const anyWorkloads = fc
  .array(
    fc.record({ replicas: fc.integer({ min: 1, max: 8 }), cpu: steps(3), memory: steps(6), isApart: fc.boolean() }),
    { minLength: 1, maxLength: 10 },
  )
  .map((list) => list.map((each, index): Workload => ({ ...each, name: `w${index}` })))

/** Nodes that every pod of {@link anyWorkloads} fits on. */
const anyNode = fc
  .record({ cpu: steps(8), memory: steps(16), pods: fc.integer({ min: 1, max: 30 }) })
  .map(({ cpu, memory, pods }) => ({ ...nodeOf(cpu + 8, memory + 16, { cpu: 0.5, memory: 1 }), pods }))

const anyInput = fc.record({
  workloads: anyWorkloads,
  node: anyNode,
  fill: fc.constantFrom(1, 0.9, 0.75, 0.5),
  zones: fc.integer({ min: 2, max: 5 }),
  failures: fc.integer({ min: 0, max: 4 }),
  zoneLoss: fc.constantFrom('none', 'alone', 'with-failures'),
  isBalanced: fc.boolean(),
}) as fc.Arbitrary<SizingInput>

const size = (input: SizingInput) => sized(sizeCluster(input))

/** The rule as it is written down: pod by pod, each on the first node with room. */
function packOneByOne(workloads: readonly Workload[], room: Room): number {
  const share = ({ cpu, memory }: Workload) => Math.max(cpu / room.cpu, memory / room.memory)
  const pods = workloads
    .flatMap((workload) => Array.from({ length: workload.replicas }, () => workload))
    .sort((a, b) => share(b) - share(a) || b.cpu - a.cpu || b.memory - a.memory || (a.name < b.name ? -1 : 1))
  const nodes: Workload[][] = []
  const total = (node: Workload[], kind: 'cpu' | 'memory') => node.reduce((sum, pod) => sum + pod[kind], 0)
  for (const pod of pods) {
    const home = nodes.find(
      (node) =>
        node.length < room.pods &&
        total(node, 'cpu') + pod.cpu <= room.cpu + tolerance &&
        total(node, 'memory') + pod.memory <= room.memory + tolerance &&
        !(pod.isApart && node.includes(pod)),
    )
    if (home) home.push(pod)
    else nodes.push([pod])
  }
  return nodes.length
}

describe('sizing keeps its laws:', () => {
  test('packing by workload opens as many nodes as packing pod by pod', () => {
    fc.assert(
      fc.property(anyWorkloads, anyNode, (workloads, node) => {
        const room = usableRoom(node, 1)
        expect(packPods(workloads, room)?.length).toBe(packOneByOne(workloads, room))
      }),
    )
  })

  test('no node is filled beyond its room, and every pod lies somewhere', () => {
    fc.assert(
      fc.property(anyInput, ({ workloads, node, fill }) => {
        const room = usableRoom(node, fill)
        const nodes = packPods(workloads, room) ?? []
        for (const { cpu, memory, pods } of nodes) {
          expect(cpu).toBeLessThanOrEqual(room.cpu + tolerance)
          expect(memory).toBeLessThanOrEqual(room.memory + tolerance)
          expect(pods).toBeLessThanOrEqual(room.pods)
        }
        const placed = nodes.reduce((sum, { pods }) => sum + pods, 0)
        expect(placed).toBe(workloads.reduce((sum, { replicas }) => sum + replicas, 0))
      }),
    )
  })

  test('the lower bound is at most what is needed, and that at most what is planned', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { lowerBound, needed, count } = size(input)
        expect(lowerBound).toBeLessThanOrEqual(needed)
        expect(needed).toBeLessThanOrEqual(count)
      }),
    )
  })

  test('more failures never need fewer nodes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const more = size({ ...input, failures: input.failures + 1 })
        expect(more.count).toBeGreaterThanOrEqual(size(input).count)
      }),
    )
  })

  test('a stricter promise never needs fewer nodes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const counts = (['none', 'alone', 'with-failures'] as const).map(
          (zoneLoss) => size({ ...input, zoneLoss }).count,
        )
        expect(counts).toEqual(counts.toSorted((a, b) => a - b))
        expect(size({ ...input, isBalanced: true }).count).toBeGreaterThanOrEqual(
          size({ ...input, isBalanced: false }).count,
        )
      }),
    )
  })

  test('a cluster survives exactly when what is left packs, for any number of nodes', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 60 }), (input, count) => {
        const { workloads, failures, zones } = input
        const room = usableRoom(input.node, input.fill)
        const packs = (nodes: number) => nodes > 0 && (packPods(workloads, room)?.length ?? Infinity) <= nodes
        const result = size({ ...input, count })
        const zone = Math.ceil(count / zones)
        expect(result.survives).toBe(packs(count - failures))
        expect(result.survivesZone).toBe(packs(count - zone))
        expect(result.survivesBoth).toBe(packs(count - zone - failures))
        expect(result.isEnough).toBe(packs(count))
        expect(result.survives).toBe(count - failures >= result.needed)
      }),
    )
  })

  test('a computed count keeps every promise, with no node to spare', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { count, survives, survivesZone, survivesBoth } = size(input)
        expect(survives).toBe(true)
        if (input.zoneLoss !== 'none') expect(survivesZone).toBe(true)
        if (input.zoneLoss === 'with-failures') expect(survivesBoth).toBe(true)
        if (input.isBalanced) expect(count % input.zones).toBe(0)
        const fewer = count - (input.isBalanced ? input.zones : 1)
        if (fewer < 1) return
        const less = size({ ...input, count: fewer })
        const isKept =
          less.survives &&
          (input.zoneLoss === 'none' || less.survivesZone) &&
          (input.zoneLoss !== 'with-failures' || less.survivesBoth) &&
          fewer >= input.zones
        expect(isKept).toBe(false)
      }),
    )
  })

  test('the order of the workloads changes nothing', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), (input, seed) => {
        const turned = input.workloads.map((_, place) => input.workloads.at((place + seed) % input.workloads.length))
        const workloads = turned.filter((workload) => workload !== undefined)
        const { demand, before, after, afterZone, uninterrupted, ...figures } = size({ ...input, workloads })
        expect(size(input)).toMatchObject(figures)
        expect(uninterrupted.toSorted()).toEqual(size(input).uninterrupted.toSorted())
        expect(demand.cpu).toBeCloseTo(size(input).demand.cpu, 9)
      }),
    )
  })
})
