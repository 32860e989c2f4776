import { encodePlanLink, maxLinkLength, type Scenario } from '../../core/sizing/index.ts'
import { Charts } from './Charts.tsx'
import { Comparison } from './Comparison.tsx'
import { ConnectionsResult } from './ConnectionsHelper.tsx'
import { listCharts } from './chart.ts'
import type { ComparedPlan } from './figures.ts'
import { PrintedInputs } from './PrintedInputs.tsx'
import { ProblemList } from './ProblemList.tsx'
import { RecordPart } from './RecordPart.tsx'
import type { Problems } from './read-draft.ts'
import { SharePart } from './SharePart.tsx'

interface Props {
  base: string
  platforms: readonly { id: string; title: string }[]
  /** What was last complete. */
  scenario: Scenario | undefined
  plans: readonly ComparedPlan[]
  problems: Problems
}

/** The comparison, and what becomes of it. */
export function Results({ base, platforms, scenario, plans, problems }: Props) {
  const isEmpty = !scenario || scenario.workloads.length === 0
  const inputs = scenario ? encodePlanLink(scenario) : ''
  const isLong = inputs.length > maxLinkLength
  const link = isLong ? '' : new URL(`${base}sizing/#${inputs}`, location.href).href
  return (
    <>
      <section aria-labelledby="comparison">
        <h2 id="comparison">Comparison</h2>
        <ProblemList problems={problems} isShown={scenario !== undefined} />
        {isEmpty ? (
          <p>Here the plans stand side by side as soon as there is a workload with its requests.</p>
        ) : (
          <>
            <Comparison scenario={scenario} plans={plans} />
            <Charts charts={listCharts(scenario, plans)} />
            <ConnectionsResult scenario={scenario} />
            <Bare scenario={scenario} />
            <Reading />
          </>
        )}
      </section>
      {!isEmpty && problems.size === 0 && (
        <>
          <section aria-labelledby="record" class="sizing-record">
            <h2 id="record">Record the decision</h2>
            <RecordPart base={base} platforms={platforms} scenario={scenario} plans={plans} link={link} />
          </section>
          <PrintedInputs scenario={scenario} />
          <section aria-labelledby="share" class="sizing-share">
            <h2 id="share">Share the inputs</h2>
            <SharePart link={link} length={inputs.length} />
          </section>
        </>
      )}
    </>
  )
}

/** Workloads that the scheduler, and so the sum, takes for less than they use. */
function Bare({ scenario: { workloads } }: { scenario: Scenario }) {
  const names = workloads.filter(({ cpu, memory }) => cpu === 0 || memory === 0).map(({ name }) => name)
  if (names.length === 0) return null
  const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '')
  return <p class="bare">Without a request for CPU or for memory, and counted as using none: {shown}.</p>
}

/** What the figures do not say. */
function Reading() {
  return (
    <p class="hint">
      Computed from requests, not limits. “Survives” means that every pod finds a place again, not that nobody notices:
      a workload is never away for sure only where its replicas are on different nodes and more than may fail. Control
      plane, databases and storage are not in it.
    </p>
  )
}
