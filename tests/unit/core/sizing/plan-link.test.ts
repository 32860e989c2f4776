import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  encodePlanLink,
  isPlanLink,
  maxLinkLength,
  maxPlans,
  maxWorkloads,
  parsePlanLink,
  type Scenario,
} from '../../../../src/core/sizing/index.ts'
import { isPlainText } from '../../../../src/core/text.ts'
import { workloads } from './examples.ts'

const scenario: Scenario = {
  workloads: [...workloads, { name: 'a:b & c=d', replicas: 2, cpu: 0.25, memory: 0.5, isApart: true, pool: 20 }],
  daemons: { cpu: 0.3, memory: 0.25, pods: 4 },
  fill: 0.9,
  zones: 3,
  failures: 1,
  zoneLoss: 'alone',
  isBalanced: true,
  maxConnections: 151,
  plans: [
    { name: 'Few big', cpu: 16, memory: 32, overhead: { cpu: 0.5, memory: 2 }, pods: 110 },
    { name: 'Many small: ü', cpu: 4, memory: 8, overhead: 'aks', pods: 30, count: 6 },
  ],
}
const link = encodePlanLink(scenario)

const anyNumber = (max: number) => fc.double({ min: 0, max, noNaN: true }).map((value) => Math.abs(value))
const anyName = fc
  .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  .filter((name) => name.trim() !== '' && name.length <= 80 && isPlainText(name) && !/[\n\t]/.test(name))

const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  workloads: fc.array(
    fc.record({
      name: anyName,
      replicas: fc.integer({ min: 1, max: 5000 }),
      cpu: anyNumber(1000),
      memory: anyNumber(1000),
      isApart: fc.boolean(),
    }),
    { maxLength: 8 },
  ),
  daemons: fc.record({ cpu: anyNumber(10), memory: anyNumber(10), pods: fc.nat({ max: 1000 }) }),
  fill: fc.constantFrom(1, 0.9, 0.123),
  zones: fc.integer({ min: 1, max: 100 }),
  failures: fc.integer({ min: 0, max: 1000 }),
  zoneLoss: fc.constantFrom('none' as const, 'alone' as const, 'with-failures' as const),
  isBalanced: fc.boolean(),
  plans: fc.array(
    fc.record({
      name: anyName,
      cpu: fc.integer({ min: 1, max: 1000 }),
      memory: fc.integer({ min: 1, max: 1000 }),
      overhead: fc.oneof(fc.constant('aks' as const), fc.record({ cpu: anyNumber(10), memory: anyNumber(10) })),
      pods: fc.integer({ min: 1, max: 10_000 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

describe('a link', () => {
  test('brings back what it was made of', () => {
    expect(parsePlanLink(`#${link}`)).toEqual({ kind: 'scenario', scenario })
    expect(isPlanLink(`#${link}`)).toBe(true)
    expect(isPlanLink('#_top')).toBe(false)
  })

  test('is short, and made of characters that chats leave alone', () => {
    expect(link).toMatch(/^[\w.:&=%-]+$/)
    expect(link.length).toBeLessThan(350)
  })

  test('brings back any scenario', () => {
    fc.assert(
      fc.property(anyScenario, (any) => {
        expect(parsePlanLink(encodePlanLink(any))).toEqual({ kind: 'scenario', scenario: any })
      }),
    )
  })

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['scenario', 'refused']).toContain(parsePlanLink(`v=1&${text}`).kind)
      }),
    )
  })
})

describe('a broken link names', () => {
  const faultsOf = (text: string) => {
    const parsed = parsePlanLink(text)
    return parsed.kind === 'refused' ? parsed.faults : []
  }
  const fill = (name: string, text: string, count: number) => `&${name}=${text}`.repeat(count)

  test.each<[string, RegExp]>([
    [link.replace('v=1', 'v=2'), /version "2".*reads version 1/],
    [link.replace('v=1&', ''), /version "null"/],
    [link.replace('u=0.9', 'u=1.5'), /fill limit can be 1 at most/],
    [link.replace('u=0.9', 'u=0'), /fill limit has to be above 0/],
    [link.replace('u=0.9&', ''), /fill limit is no number/],
    [link.replace('f=1', 'f=-1'), /failures is no number/],
    [link.replace('f=1', 'f=1.5'), /failures has to be a whole number/],
    [link.replace('f=1', 'f=1&f=2'), /"f" stands in it twice/],
    [link.replace('z=3', 'z=1e9'), /zones/],
    [link.replace('l=1', 'l=3'), /"l" has no value/],
    [link.replace('b=1', 'b=yes'), /"b" has no value/],
    [link.replace('d=0.3:0.25:4', 'd=0.3'), /DaemonSets: a figure is missing/],
    [link.replace('w=3:2:4:0::broker', 'w=0:2:4:0::broker'), /Workload 1: the number of replicas has to be 1 or more/],
    [link.replace('w=3:2:4:0::broker', 'w=3:2:4:2::broker'), /Workload 1: the mark/],
    [link.replace('w=3:2:4:0::broker', 'w=3:2'), /Workload 1: a figure is missing/],
    [link.replace('0::broker', '0::'), /Workload 1 has no name/],
    [link.replace('0::broker', '0::%E2%80%AEbroker'), /Workload 1 has a name with characters that nobody types/],
    [link.replace('0::broker', `0::${'b'.repeat(81)}`), /Workload 1 has a name of more than 80/],
    [link.replace('p=16', 'p=x'), /Plan 1: CPU is no number/],
    [link.replace(/&p=.*/, ''), /no plan/],
    [`${link}&x=1`, /"x", which this version does not know/],
    [`${link}${fill('p', '1:1:0:0:1::n', maxPlans)}`, /holds 8 plans, and 6 are read/],
    [`${link}${fill('w', '1:1:1:0::n', maxWorkloads)}`, /holds 307 workloads, and 300 are read/],
    [`${link}${'x'.repeat(maxLinkLength)}`, /8000 are read/],
  ])('%#', (text, fault) => {
    expect(faultsOf(text).join('\n')).toMatch(fault)
  })

  test('every fault at once', () => {
    expect(faultsOf('v=1&u=2&f=x&z=0&l=0&b=0&d=0:0:0&w=1:1:1:0::a&p=4:8:0:0:110::b')).toHaveLength(3)
  })
})
