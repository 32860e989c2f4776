import { type ClusterSize, type Scenario, tolerance } from '../../core/sizing/index.ts'
import { showAmount, showShare } from './amounts.ts'

/** What plans are compared by, and whether less of it is better. */
export interface Rank {
  of: (size: ClusterSize) => number
  better: 'least' | 'most'
}

export interface Row {
  label: string
  show: (size: ClusterSize) => string
  rank?: Rank
  /** Whether the plan keeps what was asked of it; absent where it was not asked. */
  holds?: ((size: ClusterSize) => boolean) | undefined
}

/** Which rows there are depends on what is planned for. */
export const listRows = (scenario: Scenario): Row[] => [
  ...listSurvival(scenario),
  { label: 'Machines to maintain', show: ({ count }) => String(count), rank: least(({ count }) => count) },
  { label: 'Of them needed to hold the pods', show: ({ needed }) => String(needed) },
  ...listLosses(scenario),
  ...listFills(scenario),
  ...costs,
  {
    label: 'Never away, for sure',
    show: ({ uninterrupted }) =>
      uninterrupted.length === scenario.workloads.length ? 'every workload' : uninterrupted.join(', ') || 'none',
  },
]

const least = (of: Rank['of']): Rank => ({ of, better: 'least' })
const most = (of: Rank['of']): Rank => ({ of, better: 'most' })
const yes = (is: boolean) => (is ? 'yes' : 'no')
const nameNodes = (number: number) => (number === 1 ? 'a node' : `${number} nodes`)

function listSurvival({ failures, fill, zones, zoneLoss }: Scenario): Row[] {
  const zone = ({ survivesZone }: ClusterSize) => survivesZone
  const both = ({ survivesBoth }: ClusterSize) => survivesBoth
  return [
    {
      label: failures === 0 ? 'Holds the pods' : `Survives the failure of ${nameNodes(failures)}`,
      show: (size) => describeSurvival(size, fill),
      holds: ({ survives }) => survives,
    },
    {
      label: 'Survives the loss of a zone',
      show: (size) => (zones === 1 ? 'no, there is one' : yes(zone(size))),
      holds: zoneLoss === 'none' ? undefined : zone,
    },
    ...(zoneLoss === 'with-failures'
      ? [{ label: 'Survives both at once', show: (size: ClusterSize) => yes(both(size)), holds: both }]
      : []),
  ]
}

function describeSurvival({ survives, isEnough, after }: ClusterSize, fill: number): string {
  if (!isEnough) return 'no: too few as it is'
  if (!survives) return 'no'
  const isTight = after && Math.max(after.cpu, after.memory) >= fill - tolerance
  return isTight ? 'yes, with no margin' : 'yes'
}

function listLosses({ failures, zones }: Scenario): Row[] {
  const row = (label: string, of: Rank['of']): Row => ({ label, show: (size) => showShare(of(size)), rank: least(of) })
  return [
    row('Lost with a node', ({ lost }) => lost.node),
    ...(failures > 1 ? [row(`Lost with ${nameNodes(failures)}`, ({ lost }) => lost.failures)] : []),
    ...(zones > 1 ? [row('Lost with a zone, the worst', ({ lost }) => lost.zone)] : []),
  ]
}

const kinds = [
  ['CPU', 'cpu'],
  ['Memory', 'memory'],
] as const

function listFills({ failures, zones }: Scenario): Row[] {
  const row = (when: string, part: 'after' | 'afterZone') =>
    kinds.map(
      ([noun, kind]): Row => ({
        label: `${noun} filled after ${when}`,
        show: ({ [part]: left }) => (left ? showShare(left[kind]) : 'no node left'),
      }),
    )
  const before = kinds.map(([noun, kind]): Row => {
    const of = (size: ClusterSize) => size.before[kind]
    return { label: `${noun} filled before a failure`, show: (size) => showShare(of(size)), rank: most(of) }
  })
  return [
    ...before,
    ...(failures > 0 ? row(`${nameNodes(failures)} failed`, 'after') : []),
    ...(zones > 1 ? row('a zone is lost', 'afterZone') : []),
  ]
}

const costs: readonly Row[] = [
  {
    label: 'Overhead, CPU and memory',
    show: ({ overhead }) => `${showShare(overhead.cpu)}, ${showShare(overhead.memory)}`,
    rank: least(({ overhead }) => overhead.cpu + overhead.memory),
  },
  { label: 'CPU bought', show: ({ raw }) => `${showAmount(raw.cpu)} cores`, rank: least(({ raw }) => raw.cpu) },
  { label: 'Memory bought', show: ({ raw }) => `${showAmount(raw.memory)} GiB`, rank: least(({ raw }) => raw.memory) },
  {
    label: 'Machines for each one needed',
    show: ({ redundancy }) => showAmount(redundancy),
    rank: least(({ redundancy }) => redundancy),
  },
]
