import { useState } from 'preact/hooks'
import type { ClusterSize, Plan, Scenario } from '../../core/sizing/index.ts'
import { fieldId } from './Field.tsx'
import type { ComparedPlan } from './figures.ts'
import { sizedPlatforms } from './proposals.ts'
import { RecordAnswers } from './RecordAnswers.tsx'

export interface SizedPlan {
  plan: Plan
  size: ClusterSize
}

interface Props {
  base: string
  platforms: readonly { id: string; title: string }[]
  scenario: Scenario
  plans: readonly ComparedPlan[]
  link: string
}

/** The plan that was chosen, as answers of a rollout. */
export function RecordPart({ base, platforms, scenario, plans, link }: Props) {
  const known = platforms.filter(({ id }) => sizedPlatforms.includes(id))
  const [platform, setPlatform] = useState(sizedPlatforms[0] ?? '')
  const [chosen, setChosen] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const sized = plans.flatMap(({ plan, sizing }) => (sizing.kind === 'sized' ? [{ plan, size: sizing }] : []))
  const planned = sized[chosen] ?? sized[0]
  if (!planned) return <p>No plan works yet, so there is nothing to record.</p>
  return (
    <>
      <div class="sizing-fields">
        <div class="sizing-field">
          <label for={fieldId('record-plan')}>Plan</label>
          <select
            id={fieldId('record-plan')}
            value={sized.indexOf(planned)}
            onChange={({ currentTarget }) => setChosen(currentTarget.selectedIndex)}
          >
            {sized.map(({ plan, size }, index) => (
              <option key={index} value={index}>
                {plan.name}: {size.count} {size.count === 1 ? 'node' : 'nodes'}
              </option>
            ))}
          </select>
        </div>
        <div class="sizing-field">
          <label for={fieldId('record-platform')}>Checklist</label>
          <select
            id={fieldId('record-platform')}
            value={platform}
            onChange={({ currentTarget }) => setPlatform(currentTarget.value)}
          >
            {known.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      {!planned.size.survives && (
        <p class="problem">This plan does not survive what it is planned for: record it only if that is meant.</p>
      )}
      {isOpen ? (
        <RecordAnswers
          key={platform}
          base={base}
          platform={platform}
          scenario={scenario}
          planned={planned}
          link={link}
        />
      ) : (
        <p class="actions">
          <button type="button" onClick={() => setOpen(true)}>
            Record as decisions…
          </button>
        </p>
      )}
    </>
  )
}
