/** What a project needs or has free of each thing that OpenStack limits. */
export interface Amounts {
  instances: number
  vcpu: number
  ramGb: number
  volumesGb: number
  floatingIps: number
  loadBalancers: number
  /** Networks, and as many subnets and routers. */
  networks: number
}

/** Names in the order of the quota answer; networks come last, for no answer records them. */
export const amountNames = {
  instances: 'instances',
  vcpu: 'vCPU',
  ramGb: 'GB RAM',
  volumesGb: 'GB volumes',
  floatingIps: 'floating IPs',
  loadBalancers: 'load balancers',
  networks: 'networks, subnets and routers each',
} as const satisfies Record<keyof Amounts, string>

export const amountKeys = Object.keys(amountNames) as (keyof Amounts)[]

export const noAmounts: Amounts = Object.fromEntries(amountKeys.map((key) => [key, 0])) as unknown as Amounts

export function addAmounts(...list: readonly Amounts[]): Amounts {
  return mapAmounts((key) => list.reduce((sum, amounts) => sum + amounts[key], 0))
}

export function scaleAmounts(amounts: Amounts, factor: number): Amounts {
  return mapAmounts((key) => amounts[key] * factor)
}

export function subtractAmounts(left: Amounts, right: Amounts): Amounts {
  return mapAmounts((key) => left[key] - right[key])
}

function mapAmounts(of: (key: keyof Amounts) => number): Amounts {
  return Object.fromEntries(amountKeys.map((key) => [key, of(key)])) as unknown as Amounts
}

export interface Flavor {
  vcpu: number
  ramGb: number
}

export const nodeRoles = ['seed', 'controlPlane', 'worker'] as const
export type NodeRole = (typeof nodeRoles)[number]

export interface HaShape {
  controlPlane: number
  workers: number
  flavors: Record<NodeRole, Flavor>
}

/** The flavors of the vendor's quota table; the page on deployment methods has smaller ones. */
export const referenceFlavors: Record<NodeRole, Flavor> = {
  seed: { vcpu: 4, ramGb: 8 },
  controlPlane: { vcpu: 4, ramGb: 8 },
  worker: { vcpu: 8, ramGb: 16 },
}

/** What the vendor's table gives for an environment whatever its nodes. */
const fixedOfHa = { volumesGb: 500, floatingIps: 3, loadBalancers: 3, networks: 1 }

/**
 * What a highly available environment needs.
 *
 * A rolling upgrade adds a control-plane node and a worker before it takes any away; the seed is not doubled.
 */
export function sumHaEnvironment(shape: HaShape): { atRest: Amounts; duringUpgrade: Amounts } {
  const { controlPlane, workers, flavors } = shape
  const nodes = (cp: number, worker: number): Amounts => ({
    instances: 1 + cp + worker,
    vcpu: flavors.seed.vcpu + cp * flavors.controlPlane.vcpu + worker * flavors.worker.vcpu,
    ramGb: flavors.seed.ramGb + cp * flavors.controlPlane.ramGb + worker * flavors.worker.ramGb,
    ...fixedOfHa,
  })
  return { atRest: nodes(controlPlane, workers), duringUpgrade: nodes(controlPlane + 1, workers + 1) }
}

/** One single-node environment at the vendor's advice of 4 CPU, 16 GB and a volume of 100 GB. */
export const singleNode: Amounts = {
  instances: 1,
  vcpu: 4,
  ramGb: 16,
  volumesGb: 100,
  floatingIps: 1,
  loadBalancers: 0,
  networks: 1,
}
