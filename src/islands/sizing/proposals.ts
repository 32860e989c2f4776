/** Decisions of the checklists that a plan answers. */
import { type ClusterSize, overheadOf, type Plan, type Scenario } from '../../core/sizing/index.ts'
import { formatNumber } from './amounts.ts'

/** An answer as somebody would type it, for the decision with this key. */
export interface Proposal {
  key: string
  text: string
}

interface Planned {
  scenario: Scenario
  plan: Plan
  size: ClusterSize
}

/** What can be proposed, by platform; the first decision of each carries the note with the inputs. */
const byPlatform: Record<string, (planned: Planned) => Proposal[]> = {
  everyware: (planned) => [
    { key: 'nodeCount', text: String(planned.size.count) },
    { key: 'nodeSize', text: `${formatNumber(planned.plan.cpu)} vCPU, ${formatNumber(planned.plan.memory)} GiB` },
    { key: 'nodeOverhead', text: describeOverhead(planned) },
    { key: 'targetUtilisation', text: formatNumber(planned.scenario.fill) },
    { key: 'nodeFailures', text: String(planned.scenario.failures) },
    { key: 'zones', text: String(planned.scenario.zones) },
    { key: 'zoneLoss', text: planned.scenario.zoneLoss !== 'none' && planned.size.survivesZone ? 'yes' : 'no' },
    ...proposeReplicas(planned.scenario),
  ],
  azimuth: ({ size }) => [{ key: 'workerCount', text: String(size.count) }],
  kubernetes: ({ scenario }) => [{ key: 'workerZones', text: String(scenario.zones) }],
}

/** Platforms with a decision that sizing answers. */
export const sizedPlatforms: readonly string[] = Object.keys(byPlatform)

export function proposeAnswers(platform: string, planned: Planned): Proposal[] {
  return byPlatform[platform]?.(planned) ?? []
}

/** Rounded up, so that what is recorded is never less than what was planned with. */
function describeOverhead({ scenario, plan }: Planned): string {
  const overhead = overheadOf(plan, scenario.daemons) ?? { cpu: 0, memory: 0 }
  const up = (value: number) => formatNumber(Math.ceil(value * 1000 - 1e-6) / 1000)
  return `${up(overhead.cpu)} CPU, ${up(overhead.memory)} GiB`
}

/** Replicas by service; the broker has a decision of its own. */
function proposeReplicas({ workloads }: Scenario): Proposal[] {
  const services = workloads.map(({ name, replicas }) => ({ name: name.split('/').at(-1) ?? name, replicas }))
  const isBroker = ({ name }: { name: string }) => /(^|-)broker$/.test(name)
  const brokers = services.filter(isBroker).map(({ replicas }) => replicas)
  const others = services.filter((service) => !isBroker(service))
  return [
    ...(brokers.length > 0 ? [{ key: 'brokerReplicas', text: String(Math.min(...brokers)) }] : []),
    { key: 'serviceReplicas', text: others.map(({ name, replicas }) => `${name} ${replicas}`).join('\n') },
  ]
}
