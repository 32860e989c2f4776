import type { Checklist } from '../../core/index.ts'
import type { Draft } from './draft.ts'
import type { Problems } from './draft-problems.ts'
import { PeopleRows } from './PeopleRows.tsx'
import { SubjectRows } from './SubjectRows.tsx'
import { TextField } from './TextField.tsx'
import { TraitBoxes } from './TraitBoxes.tsx'

interface Props {
  draft: Draft
  traits: Checklist['traits']
  /** The rollout's traits were said before. */
  wasSaid: boolean
  problems: Problems
  onChange: (part: Partial<Draft>) => void
}

const places = [
  { name: 'environment', label: 'Environment', placeholder: 'production' },
  { name: 'service', label: 'Service', placeholder: 'payments-api' },
  { name: 'version', label: 'Version', placeholder: '2.4.0' },
] as const

/** Where a rollout goes, when, what it is, and how it is undone. */
export function DetailFields({ draft, traits, wasSaid, problems, onChange }: Props) {
  return (
    <>
      {places.map(({ name, ...more }) => (
        <TextField
          key={name}
          name={name}
          {...more}
          value={draft[name]}
          problem={problems[name]}
          onInput={(value) => onChange({ [name]: value })}
        />
      ))}
      <TextField
        name="plannedLaunch"
        label="Planned launch"
        isMoment
        value={draft.plannedLaunch}
        problem={problems['plannedLaunch']}
        onInput={(plannedLaunch) => onChange({ plannedLaunch })}
      />
      <SubjectRows subjects={draft.subjects} problems={problems} onChange={(subjects) => onChange({ subjects })} />
      <TraitBoxes
        traits={traits}
        chosen={draft.traits}
        wasSaid={wasSaid}
        onChange={(chosen) => onChange({ traits: chosen })}
      />
      <TextField
        class="half"
        name="rollbackCommand"
        label="Rollback command"
        value={draft.rollbackCommand}
        problem={problems['rollbackCommand']}
        hint="What undoes the launch, as it is typed."
        placeholder="helm rollback payments 41 --wait"
        rows={3}
        isCode
        onInput={(rollbackCommand) => onChange({ rollbackCommand })}
      />
      <TextField
        class="half"
        name="abortCriteria"
        label="Abort criteria"
        value={draft.abortCriteria}
        problem={problems['abortCriteria']}
        hint="When to stop, one a line."
        placeholder="Error rate above 1 % for 5 minutes"
        rows={3}
        onInput={(abortCriteria) => onChange({ abortCriteria })}
      />
      <PeopleRows people={draft.people} problems={problems} onChange={(people) => onChange({ people })} />
    </>
  )
}
