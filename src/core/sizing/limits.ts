/** What values a scenario may hold, the same in the form and in a link. */
import { isPlainText } from '../text.ts'

export interface NumberLimit {
  /** Smallest value, or the value that has to be exceeded where {@link isAbove}. */
  min: number
  max: number
  isWhole?: boolean
  isAbove?: boolean
}

const whole = (min: number, max: number): NumberLimit => ({ min, max, isWhole: true })
const above = (min: number, max: number): NumberLimit => ({ min, max, isAbove: true })

/** The upper ends are beyond any cluster that one list of nodes is for; they keep sums quick and exact. */
export const sizingLimits = {
  replicas: whole(1, 5_000),
  cpu: { min: 0, max: 1_000 },
  memory: { min: 0, max: 100_000 },
  pool: whole(0, 100_000),
  maxConnections: whole(1, 10_000_000),
  daemonCpu: { min: 0, max: 1_000 },
  daemonMemory: { min: 0, max: 100_000 },
  daemonPods: whole(0, 1_000),
  fill: above(0, 1),
  zones: whole(1, 100),
  failures: whole(0, 1_000),
  nodeCpu: above(0, 1_000),
  nodeMemory: above(0, 100_000),
  overheadCpu: { min: 0, max: 1_000 },
  overheadMemory: { min: 0, max: 100_000 },
  pods: whole(1, 10_000),
  count: whole(1, 100_000),
} as const satisfies Record<string, NumberLimit>

export type LimitName = keyof typeof sizingLimits

export const maxWorkloads = 300
export const maxPlans = 6
export const maxNameLength = 80

/** Why a number is none for its field, as the end of a sentence; undefined where it is one. */
export function findNumberFault(name: LimitName, value: number): string | undefined {
  const { min, max, isWhole = false, isAbove = false }: NumberLimit = sizingLimits[name]
  if (!Number.isFinite(value)) return 'is no number'
  if (isWhole && !Number.isSafeInteger(value)) return 'has to be a whole number'
  if (isAbove ? value <= min : value < min) return isAbove ? `has to be above ${min}` : `has to be ${min} or more`
  return value > max ? `can be ${max.toLocaleString('en')} at most` : undefined
}

/** Why a text is no name, as the end of a sentence. */
export function findNameFault(name: string): string | undefined {
  if (name.trim() === '') return 'has no name'
  if (name.length > maxNameLength) return `has a name of more than ${maxNameLength} characters`
  return isPlainText(name) && !/[\n\t]/.test(name) ? undefined : 'has a name with characters that nobody types'
}
