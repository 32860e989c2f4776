/** A plan and what it was computed from, in one line for notes. */
import type { ClusterSize, Plan, Scenario } from '../../core/sizing/index.ts'
import { overheadOf } from '../../core/sizing/index.ts'
import { showAmount, showShare } from './amounts.ts'

export function describePlan(scenario: Scenario, plan: Plan, size: ClusterSize): string {
  const { failures, zones, fill, zoneLoss, workloads } = scenario
  const { count, needed, demand, after } = size
  const overhead = overheadOf(plan, scenario.daemons) ?? { cpu: 0, memory: 0 }
  const zone = { none: '', alone: ' and of a zone', 'with-failures': ' and of a zone at once' }[zoneLoss]
  const nodes = (number: number) => `${number} ${number === 1 ? 'node' : 'nodes'}`
  const parts = [
    `Sizing, plan "${plan.name}": ${nodes(count)} of ${showAmount(plan.cpu)} CPU, ${showAmount(plan.memory)} GiB`,
    `overhead ${showAmount(overhead.cpu)} CPU, ${showAmount(overhead.memory)} GiB each`,
    `${demand.pods} pods of ${workloads.length} workloads request ${showAmount(demand.cpu)} CPU, ${showAmount(demand.memory)} GiB`,
    `${nodes(needed)} ${needed === 1 ? 'holds' : 'hold'} them at a fill limit of ${fill}`,
    `planned for the failure of ${nodes(failures)}${zone}, zones: ${zones}`,
    after
      ? `filled after the failures: CPU ${showShare(after.cpu)}, memory ${showShare(after.memory)}`
      : 'no node is left after the failures',
  ]
  return `${parts.join('; ')}.`
}
