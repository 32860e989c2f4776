/** What the charts draw: bars with their figures, computed from the sizes alone. */
import type { ClusterSize, Scenario } from '../../core/sizing/index.ts'
import { showShare } from './amounts.ts'
import type { ComparedPlan } from './figures.ts'

export interface Bar {
  plan: string
  /** Share that is drawn solid. */
  value: number
  /** Share that the bar grows to after the failures. */
  grown?: number
  text: string
}

export interface Chart {
  title: string
  bars: Bar[]
  /** Share that the whole width stands for. */
  scale: number
  /** Share above which the plan does not hold. */
  limit?: number
}

/** One chart for each figure on which few big and many small nodes differ most. */
export function listCharts({ failures, zones, fill }: Scenario, plans: readonly ComparedPlan[]): Chart[] {
  const sized = plans.flatMap(({ plan, sizing }) =>
    sizing.kind === 'sized' ? [{ plan: plan.name, size: sizing }] : [],
  )
  const lost = (title: string, of: (size: ClusterSize) => number): Chart => ({
    title,
    bars: sized.map(({ plan, size }) => ({ plan, value: of(size), text: showShare(of(size)) })),
    scale: 1,
  })
  const filled = (kind: 'cpu' | 'memory', title: string): Chart => {
    const bars = sized.map(({ plan, size }) => barOf(plan, size.before[kind], size.after?.[kind]))
    return {
      title,
      bars,
      scale: Math.max(1, ...bars.map(({ value, grown = 0 }) => Math.max(value, grown))),
      limit: fill,
    }
  }
  return [
    lost('Lost with a node', ({ lost: { node } }) => node),
    ...(failures > 1 ? [lost(`Lost with ${failures} nodes`, (size) => size.lost.failures)] : []),
    ...(zones > 1 ? [lost('Lost with a zone', ({ lost: { zone } }) => zone)] : []),
    filled('cpu', 'CPU filled, before and after the failures'),
    filled('memory', 'Memory filled, before and after the failures'),
  ]
}

function barOf(plan: string, before: number, after: number | undefined): Bar {
  const text = `${showShare(before)}, then ${after === undefined ? 'no node left' : showShare(after)}`
  return { plan, value: before, text, ...(after !== undefined && { grown: after }) }
}
