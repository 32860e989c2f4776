import { useMemo } from 'preact/hooks'
import { StatusLine } from '../rollouts/StatusLine.tsx'
import { ConnectionsHelper } from './ConnectionsHelper.tsx'
import { emptyDraft, exampleDraft, isBlank } from './draft.ts'
import { comparePlans, describeOutcome } from './figures.ts'
import { ImportRequests } from './ImportRequests.tsx'
import { LinkNotice } from './LinkNotice.tsx'
import { PlanRows } from './PlanRows.tsx'
import { PromiseFields } from './PromiseFields.tsx'
import { ReplicaHelper } from './ReplicaHelper.tsx'
import { Results } from './Results.tsx'
import { useSizing } from './use-sizing.ts'
import { WorkloadRows } from './WorkloadRows.tsx'

interface Props {
  base: string
  platforms: readonly { id: string; title: string }[]
}

/** The whole screen: what runs, what it has to survive, the plans, and their comparison. */
export function SizingScreen({ base, platforms }: Props) {
  const desk = useSizing()
  const { draft, scenario, shown, problems, isKept, change, replace } = desk
  const plans = useMemo(() => (shown ? comparePlans(shown) : []), [shown])
  const isEmpty = draft.workloads.every(isBlank)
  const isComputed = scenario !== undefined && scenario.workloads.length > 0
  const outcomes = isComputed ? plans.map((plan) => describeOutcome(scenario, plan)) : []
  return (
    <div class="sizing">
      <StatusLine />
      <LinkNotice {...desk} />
      {!isKept && (
        <p class="problem" role="alert">
          This browser did not store that: it is in this page only. Take the link along before you leave.
        </p>
      )}
      <section aria-labelledby="workloads" class="sizing-form">
        <h2 id="workloads">Workloads</h2>
        <p>What has to run, with the requests of one replica. Quantities like 500m and 512Mi are read too.</p>
        <p class="actions">
          {isEmpty ? (
            <button type="button" onClick={() => replace(exampleDraft, 'This is the example of the guide.')}>
              Begin with the example of the guide
            </button>
          ) : (
            <button type="button" onClick={() => replace(emptyDraft, 'Everything is empty again.')}>
              Clear everything
            </button>
          )}
        </p>
        <WorkloadRows workloads={draft.workloads} problems={problems} onChange={(workloads) => change({ workloads })} />
        <ImportRequests draft={draft} onReplace={replace} />
        <ReplicaHelper draft={draft} onChange={change} />
        <ConnectionsHelper draft={draft} scenario={scenario} problems={problems} onChange={change} />
      </section>
      <section aria-labelledby="promise" class="sizing-form">
        <h2 id="promise">What it has to survive</h2>
        <PromiseFields draft={draft} problems={problems} onChange={change} />
      </section>
      <section aria-labelledby="plans" class="sizing-form">
        <h2 id="plans">Plans</h2>
        <PlanRows plans={draft.plans} problems={problems} outcomes={outcomes} onChange={(plans) => change({ plans })} />
      </section>
      <Results base={base} platforms={platforms} scenario={shown} plans={plans} problems={problems} />
    </div>
  )
}
