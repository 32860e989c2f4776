import { useState } from 'preact/hooks'
import { type Scenario, sumConnections } from '../../core/sizing/index.ts'
import { type Draft, isBlank } from './draft.ts'
import { Field } from './Field.tsx'
import type { Problems } from './read-draft.ts'

interface Props {
  draft: Draft
  scenario: Scenario | undefined
  problems: Problems
  onChange: (part: Partial<Draft>) => void
}

/** Whether the database takes the connections of all replicas. */
export function ConnectionsHelper({ draft, scenario, problems, onChange }: Props) {
  const { workloads, maxConnections } = draft
  /** The fields of a part that nobody looks at would be drawn again with each key. */
  const [isOpen, setOpen] = useState(false)
  const hasProblem = [...problems.keys()].some((name) => name === 'maxConnections' || name.endsWith('.pool'))
  return (
    <details class="sizing-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Does the database take all connections?</summary>
      {(isOpen || hasProblem) && (
        <div class="sizing-fields">
          <Field
            name="maxConnections"
            label="Connections that the server takes"
            hint="Its max_connections."
            value={maxConnections}
            problems={problems}
            onInput={(value) => onChange({ maxConnections: value })}
          />
          {workloads.map((workload, index) =>
            isBlank(workload) ? null : (
              <Field
                key={index}
                name={`workloads.${index}.pool`}
                label={`Pool of one ${workload.name || `replica of workload ${index + 1}`}`}
                value={workload.pool}
                problems={problems}
                placeholder="none"
                onInput={(pool) =>
                  onChange({ workloads: workloads.map((each, place) => (place === index ? { ...each, pool } : each)) })
                }
              />
            ),
          )}
        </div>
      )}
      {scenario && <ConnectionsResult scenario={scenario} />}
    </details>
  )
}

/** Shown among the results too, where connections are given. */
export function ConnectionsResult({ scenario: { workloads, maxConnections } }: { scenario: Scenario }) {
  if (maxConnections === undefined) return null
  const pools = workloads.map(({ replicas, pool = 0 }) => ({ replicas, pool }))
  const { total, fits } = sumConnections(pools, maxConnections)
  const sum = `All replicas together open up to ${total} of ${maxConnections} database connections`
  return (
    <p class={fits ? 'connections' : 'connections problem'}>
      {fits ? `${sum}: it takes them.` : `${sum}: too many. Keep one free for whoever repairs it.`}
    </p>
  )
}
