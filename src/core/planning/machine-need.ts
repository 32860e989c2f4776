import { describeCount } from './addresses.ts'
import { answersByKey, type Finding, itemsOf, linesOf, type PlannedDecision } from './finding.ts'
import type { PlannedNetwork } from './network-answers.ts'
import { relateBlocks } from './relation.ts'

const keys = ['clusterLayout', 'unitCounts', 'jujuControllers']

/**
 * Machines that the answers name: LXD nodes each have an address of their own; units of services and Juju controllers may
 * share machines, so with them the number is the most that it can be.
 */
export function countMachines(decisions: readonly PlannedDecision[]): { least: number; most: number } {
  const answers = answersByKey(decisions)
  const sum = (key: string) =>
    linesOf(answers.get(key)).reduce((total, line) => total + Number(/(\d+)$/.exec(line)?.[1] ?? 0), 0)
  const least = sum('clusterLayout')
  return { least, most: least + sum('unitCounts') + sum('jujuControllers') }
}

/** Ranges that hold machines: none twice, and those of IPv6 only where there are no others. */
function listRooms<Network extends PlannedNetwork>(networks: readonly Network[]): Network[] {
  const all = networks.filter(({ role }) => role === 'deployment')
  const isFirst = ({ block }: Network, index: number) =>
    !all.some((other, at) => {
      const relation = relateBlocks(block, other.block)
      return relation === 'inside' || (relation === 'same' && at < index)
    })
  const outer = all.filter(isFirst)
  const ofV4 = outer.filter(({ block }) => block.family === 4)
  return ofV4.length > 0 ? ofV4 : outer
}

/** Whether the ranges of the deployment have room for the machines that other answers name. */
export function findMachineFaults(
  decisions: readonly PlannedDecision[],
  networks: readonly (PlannedNetwork & { hosts: bigint })[],
): Finding[] {
  const ranges = listRooms(networks)
  const { least, most } = countMachines(decisions)
  if (ranges.length === 0 || most === 0) return []
  const room = ranges.reduce((sum, { hosts }) => sum + hosts, 0n)
  const items = [...itemsOf(decisions, ...keys), ...new Set(ranges.map(({ item }) => item))]
  const sums = `The ranges have room for ${describeCount(room)} hosts`
  if (room < BigInt(least)) {
    const text = `${sums}, and the layout has ${least} LXD nodes: ${BigInt(least) - room} of them get no address. Ranges are hard to change later.`
    return [{ kind: 'problem', text, items }]
  }
  if (room < BigInt(most)) {
    const text = `${sums}. With a machine for each unit and controller there are ${most}: put several on one, or take a larger range.`
    return [{ kind: 'note', text, items }]
  }
  const text = `${sums}, and other answers name ${most} machines at most (LXD nodes, units, Juju controllers; load balancers and gateways are not counted).`
  return [{ kind: 'note', text, items }]
}
