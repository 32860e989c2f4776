import type { Amount } from './demand.ts'

/** Reserved millicores by cores of the machine. */
const reservedMillicores: readonly (readonly [cores: number, millicores: number])[] = [
  [1, 60],
  [2, 100],
  [4, 140],
  [8, 180],
  [16, 260],
  [32, 420],
  [64, 740],
]

const gibibyte = 2 ** 30
const evictionBytes = 100 * 2 ** 20

/**
 * What AKS keeps of a node from version 1.29 on: a public figure to start from where nothing is measured yet. DaemonSets
 * come on top.
 *
 * Between two listed core counts the larger one counts, which is our rule.
 *
 * @param node Cores and GiB of the machine.
 * @param pods Pods the kubelet takes.
 * @returns Undefined for machines larger than the list.
 * @see https://learn.microsoft.com/azure/aks/node-resource-reservations
 */
export function reserveLikeAks({ cpu, memory }: Amount, pods: number): Amount | undefined {
  const entry = reservedMillicores.find(([cores]) => cores >= cpu)
  if (!entry) return undefined
  // Megabytes are decimal there and the threshold is binary, as written.
  const bySlots = (20 * pods + 50) * 1_000_000
  const byShare = memory * gibibyte * 0.25
  return { cpu: entry[1] / 1000, memory: (Math.min(bySlots, byShare) + evictionBytes) / gibibyte }
}
