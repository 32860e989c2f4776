import { countHosts } from './addresses.ts'
import { answersByKey, type Finding, type PlannedDecision } from './finding.ts'
import { findMachineFaults } from './machine-need.ts'
import { listNetworks, type PlannedNetwork } from './network-answers.ts'
import { findPairFaults } from './network-pairs.ts'
import { findNetworkFaults } from './network-ranges.ts'

export interface NetworkPlan {
  networks: (PlannedNetwork & { hosts: bigint })[]
  findings: Finding[]
  /** Addresses that a cloud keeps of every subnet; 0 where none is known to. */
  reserved: number
}

/** AWS keeps the first four addresses of a subnet and the last one. Source: EC2 API, `CreateSubnet`. */
const reservedOnAws = 5

/** Looks at all networks of a rollout together: what collides, what is too small, what is no network at all. */
export function planNetworks(decisions: readonly PlannedDecision[], traits: readonly string[]): NetworkPlan {
  const { networks, unread } = listNetworks(decisions)
  const isAws = traits.includes('aws') || answersByKey(decisions).get('cloud') === 'AWS'
  const reserved = isAws ? reservedOnAws : 0
  const sized = networks.map((network) => ({ ...network, hosts: countHosts(network.block, keptOf(network, reserved)) }))
  const findings = [
    ...unread.map(
      ({ entry, item }): Finding => ({
        kind: 'problem',
        text: `"${entry}" names no network: nothing can be said about it. Write it like 10.20.1.0/24.`,
        items: [item],
      }),
    ),
    ...findPairFaults(networks),
    ...networks.flatMap((network) => findNetworkFaults(network, isAws)),
    ...findMachineFaults(decisions, sized),
  ]
  return { networks: sized, findings: order(findings), reserved }
}

const keptOf = ({ role }: PlannedNetwork, reserved: number) => (role === 'source' ? 0 : reserved)

const order = (findings: Finding[]) => [
  ...findings.filter(({ kind }) => kind === 'problem'),
  ...findings.filter(({ kind }) => kind !== 'problem'),
]
