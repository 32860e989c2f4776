/**
 * A scenario as the fragment of a link. Fragments are not sent to servers; whoever has the link has the inputs.
 *
 * Written as a query: `v=1&f=1&z=3&w=3:2:4:1::broker&p=4:8:0.5:1.5:110::Many%20small`. Names come last in their value,
 * so that they may hold colons. A figure that this version does not know would change the result in silence: it is
 * refused.
 */
import { zoneLosses } from './input.ts'
import { LinkReader } from './link-reader.ts'
import type { Plan, Scenario, ScenarioWorkload } from './scenario.ts'

export const linkVersion = 1

/** Browsers take more; chats, mails and notes often do not. */
export const maxLinkLength = 8_000

export type ParsedLink = { kind: 'scenario'; scenario: Scenario } | { kind: 'refused'; faults: string[] }

/** Whether a fragment claims to be a scenario; all others are places in the page. */
export const isPlanLink = (fragment: string) => /^#?v=/.test(fragment)

/** The fragment without its `#`; it may be longer than {@link maxLinkLength}, which whoever shows it has to say. */
export function encodePlanLink(scenario: Scenario): string {
  const { workloads, plans, daemons, fill, failures, zones, zoneLoss, isBalanced, maxConnections } = scenario
  const members = [
    ['v', linkVersion],
    ['u', fill],
    ['f', failures],
    ['z', zones],
    ['l', zoneLosses.indexOf(zoneLoss)],
    ['b', Number(isBalanced)],
    ['d', [daemons.cpu, daemons.memory, daemons.pods].join(':')],
    ...(maxConnections === undefined ? [] : [['c', maxConnections]]),
    ...workloads.map((workload) => ['w', encodeWorkload(workload)]),
    ...plans.map((plan) => ['p', encodePlan(plan)]),
  ]
  return members.map((pair) => pair.join('=')).join('&')
}

const encodeWorkload = ({ replicas, cpu, memory, isApart, pool, name }: ScenarioWorkload) =>
  [replicas, cpu, memory, Number(isApart), pool ?? '', encodeURIComponent(name)].join(':')

function encodePlan({ cpu, memory, overhead, pods, count, name }: Plan): string {
  const kept = overhead === 'aks' ? ['aks', ''] : [overhead.cpu, overhead.memory]
  return [cpu, memory, ...kept, pods, count ?? '', encodeURIComponent(name)].join(':')
}

/** Reads a fragment; a broken one names every fault, and nothing of it is used. */
export function parsePlanLink(fragment: string): ParsedLink {
  const text = fragment.replace(/^#/, '')
  if (text.length > maxLinkLength)
    return refuse(`It has ${text.length} characters, and ${maxLinkLength} are read: it was not made here.`)
  const members = new URLSearchParams(text)
  const version = members.get('v')
  if (version !== String(linkVersion))
    return refuse(`It is of version "${version}", and this page reads version ${linkVersion}: reload the page.`)
  const reader = new LinkReader(members)
  const scenario = reader.readScenario()
  return reader.faults.length > 0 ? { kind: 'refused', faults: reader.faults } : { kind: 'scenario', scenario }
}

const refuse = (fault: string): ParsedLink => ({ kind: 'refused', faults: [fault] })
