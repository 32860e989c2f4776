/** The rows of the comparison: what is shown of each plan, and which plan does best in it. */
import {
  type ClusterSize,
  type Plan,
  type Scenario,
  type Sizing,
  sizePlan,
  tolerance,
} from '../../core/sizing/index.ts'
import { showAmount, showShare } from './amounts.ts'
import { listRows, type Rank } from './figure-rows.ts'

export interface ComparedPlan {
  plan: Plan
  sizing: Sizing
}

export const comparePlans = (scenario: Scenario): ComparedPlan[] =>
  scenario.plans.map((plan) => ({ plan, sizing: sizePlan(scenario, plan) }))

export interface Figure {
  label: string
  /** In the order of the plans; undefined where a plan does not work. */
  cells: readonly (FigureCell | undefined)[]
}

export interface FigureCell {
  text: string
  /** "least" or "most" where one plan stands out for the better. */
  mark?: string
  /** Whether a promise is kept. */
  holds?: boolean
}

export function listFigures(scenario: Scenario, plans: readonly ComparedPlan[]): Figure[] {
  const sizes = plans.map(({ sizing }) => (sizing.kind === 'sized' ? sizing : undefined))
  const rows = listRows(scenario)
  // A plan that breaks a promise is not the better one for what it saves by that.
  const keepers = sizes.filter((size) => size && rows.every(({ holds }) => holds?.(size) ?? true))
  return rows.map(({ label, show, rank, holds }) => {
    const best = rank && findBest(keepers, rank)
    const isBest = (size: ClusterSize) =>
      rank && best !== undefined && keepers.includes(size) && Math.abs(rank.of(size) - best) <= tolerance
    const cellOf = (size: ClusterSize): FigureCell => ({
      text: show(size),
      ...(rank && isBest(size) && { mark: rank.better }),
      ...(holds && { holds: holds(size) }),
    })
    return { label, cells: sizes.map((size) => size && cellOf(size)) }
  })
}

/** What became of a plan, in a few words for the place where it is written. */
export function describeOutcome(scenario: Scenario, { sizing }: ComparedPlan): { text: string; isGood: boolean } {
  if (sizing.kind !== 'sized') return { text: 'Does not work: the comparison says why.', isGood: false }
  const broken = listRows(scenario).filter(({ holds }) => holds && !holds(sizing))
  const nodes = `${sizing.count} ${sizing.count === 1 ? 'node' : 'nodes'}, ${showShare(sizing.lost.node)} lost with one`
  if (broken.length === 0) return { text: `${nodes}: keeps what is asked.`, isGood: true }
  return { text: `${nodes}. Not kept: ${broken.map(({ label }) => label).join(', ')}.`, isGood: false }
}

/** The best value, where not all have it. */
function findBest(sizes: readonly (ClusterSize | undefined)[], { of, better }: Rank) {
  const values = sizes.flatMap((size) => (size ? [of(size)] : []))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return most - least > tolerance ? (better === 'least' ? least : most) : undefined
}

/** Why a plan does not work, in sentences. */
export function listReasons(sizing: Sizing): string[] {
  if (sizing.kind === 'refused') return sizing.reasons
  if (sizing.kind === 'sized') return []
  return sizing.misfits.map(({ workload, excess }) => {
    const parts = excess.map(({ kind, requested, usable }) => {
      const unit = kind === 'cpu' ? 'cores' : 'GiB'
      return `${showAmount(requested)} ${unit}, and a node has ${showAmount(usable)} for it`
    })
    return `One ${workload} requests ${parts.join('; ')}. No number of such nodes helps.`
  })
}
