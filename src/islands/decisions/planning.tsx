import { type JSX, render } from 'preact'
import { useMemo } from 'preact/hooks'
import type { PlannedDecision } from '../../core/planning/index.ts'
import { progressOf } from '../../stores/progress.ts'
import { useLive } from '../item/use-live.ts'
import { platform, standingOf } from './desk.ts'
import { NetworksPlan } from './NetworksPlan.tsx'
import { PlanesPlan } from './PlanesPlan.tsx'
import type { PageDecision } from './page.ts'
import { QuotaPlan } from './QuotaPlan.tsx'

export interface PlanProps {
  planned: readonly PlannedDecision[]
  traits: readonly string[]
  /** Questions by item, for links to the answers that a finding rests on. */
  questions: ReadonlyMap<string, string>
}

const plans = { networks: NetworksPlan, quota: QuotaPlan, planes: PlanesPlan }

/** Fills each place that the build left for what answers mean together. */
export function showPlanning(hosts: readonly HTMLElement[], decisions: readonly PageDecision[]): void {
  for (const host of hosts) {
    const Plan = plans[host.dataset['planning'] as keyof typeof plans]
    if (Plan) render(<Live decisions={decisions} Plan={Plan} />, host)
  }
}

function Live({ decisions, Plan }: { decisions: readonly PageDecision[]; Plan: (props: PlanProps) => JSX.Element }) {
  const { $items, $rollout } = progressOf(platform)
  const items = useLive($items)
  const rollout = useLive($rollout)
  const planned = useMemo(
    () =>
      decisions.map(
        (each): PlannedDecision => ({
          item: each.item,
          decision: each.decision,
          answer: items[each.item]?.answer?.value ?? null,
          applies: standingOf(each).kind !== 'excused',
        }),
      ),
    [items, rollout],
  )
  const questions = useMemo(
    () => new Map(decisions.map(({ item, decision }) => [item, decision.question])),
    [decisions],
  )
  return <Plan planned={planned} traits={rollout.traits ?? []} questions={questions} />
}
