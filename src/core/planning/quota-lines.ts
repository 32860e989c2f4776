/** Lines of answers about quota, as the hints of their decisions ask for them; undefined where one is none. */
import { type Amounts, amountKeys, type Flavor, type NodeRole } from './quota-amounts.ts'

export interface PlannedEnvironment {
  name: string
  mode: 'ha' | 'singlenode'
  /** Absent where the answer does not say. */
  project?: string
}

const modes: ReadonlyMap<string, PlannedEnvironment['mode']> = new Map([
  ['ha', 'ha'],
  ['singlenode', 'singlenode'],
  ['single', 'singlenode'],
])

const roles: ReadonlyMap<string, NodeRole> = new Map([
  ['seed', 'seed'],
  ['controlplane', 'controlPlane'],
  ['cp', 'controlPlane'],
  ['worker', 'worker'],
  ['workers', 'worker'],
])

/** `production: azimuth-production` */
export function parsePair(line: string): [string, string] | undefined {
  const [, name, value] = /^([^:]+):\s*(.+)$/.exec(line) ?? []
  return name && value ? [fold(name), value.trim()] : undefined
}

/** `staging: ha, base>ha>site>site-ha>staging, main, azimuth-staging, staging.example.org` */
export function parseEnvironment(line: string): PlannedEnvironment | undefined {
  const [, name = '', rest = ''] = /^([^:]+):\s*(.+)$/.exec(line) ?? []
  const [mode = '', , , project] = rest.split(/,\s*/)
  const read = modes.get(letters(mode))
  return name && read ? { name: name.trim(), mode: read, ...(project && { project: project.trim() }) } : undefined
}

/** `worker: m1.large, 4, 16, 100`: role, name, vCPU, RAM in GB, root disk in GB. */
export function parseFlavor(line: string): [NodeRole, Flavor] | undefined {
  const [, role = '', vcpu, ramGb] = /^([^:]+):[^,]*,\s*(\d+)[^,]*,\s*(\d+(?:\.\d+)?)/.exec(line) ?? []
  const read = roles.get(letters(role))
  return read && vcpu ? [read, { vcpu: Number(vcpu), ramGb: Number(ramGb) }] : undefined
}

/** `azimuth-staging: 9, 52, 104, 500, 3, 3`, in the order of {@link Amounts}; `-1` is no limit, as OpenStack writes it. */
export function parseFree(line: string): [string, Partial<Amounts>] | undefined {
  const [, project = '', rest = ''] = /^(.+):\s*([-\d.,\s]+)$/.exec(line) ?? []
  const numbers = rest.split(',').map((part) => readFree(part.trim()))
  if (!project || numbers.length < 6 || numbers.some(Number.isNaN)) return undefined
  return [project.trim(), Object.fromEntries(numbers.slice(0, 6).map((number, index) => [amountKeys[index], number]))]
}

function readFree(text: string): number {
  if (text === '-1') return Number.POSITIVE_INFINITY
  return /^[\d.]+$/.test(text) ? Number(text) : Number.NaN
}

const fold = (text: string) => text.trim().toLowerCase()

const letters = (text: string) => fold(text).replace(/[^a-z]/g, '')
