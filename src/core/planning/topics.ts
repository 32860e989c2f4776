import type { PlannedDecision } from './finding.ts'
import { asksForNetworks } from './network-answers.ts'

/** What answers can be computed together. */
export type PlanningTopic = 'networks' | 'quota' | 'planes'

/** The topics that the decisions of a platform are about, in the order in which a page shows them. */
export function listPlanningTopics(decisions: readonly Pick<PlannedDecision, 'decision'>[]): PlanningTopic[] {
  const has = (...keys: string[]) => keys.every((key) => decisions.some(({ decision }) => decision.key === key))
  const topics: [PlanningTopic, boolean][] = [
    ['networks', decisions.some(asksForNetworks)],
    ['quota', has('environments', 'cpCount', 'workerCount', 'quota')],
    ['planes', has('nodeCount', 'planesIsolated', 'nodeGroups')],
  ]
  return topics.flatMap(([topic, isAsked]) => (isAsked ? [topic] : []))
}
