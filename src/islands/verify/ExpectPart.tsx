import { TextField } from '../rollouts/TextField.tsx'
import { ChecklistField } from './ChecklistField.tsx'
import { type Expectation, fieldWords, listTaken, type TakenField } from './expectation.ts'
import type { Problems } from './problems.ts'
import { StricterFields } from './StricterFields.tsx'
import { SubjectFields } from './SubjectFields.tsx'
import { Suggestion } from './Suggestion.tsx'
import type { Suggestions } from './suggestions.ts'

export interface ExpectProps {
  expected: Expectation
  suggestions: Suggestions
  problems: Problems
  platforms: readonly { id: string; title: string }[]
  /** Name of the checklist that was dropped. */
  checklistName: string | undefined
  onChange: (part: Partial<Expectation>) => void
  onTake: (name: TakenField, index?: number) => void
}

/** What the report has to be about. Nothing is filled in by itself: a report compared with itself always fits. */
export function ExpectPart(props: ExpectProps) {
  const { expected, suggestions, problems, onChange, onTake } = props
  const hint = (name: 'rollout' | 'environment') => (
    <Suggestion value={suggestions[name]} isTaken={expected.taken.includes(name)} onTake={() => onTake(name)} />
  )
  return (
    <>
      <p>
        Fill in what you know from the pipeline, the registry or the ticket. Nothing is filled in from the report by
        itself: compared with itself, any report fits.
      </p>
      <div class="expect-fields">
        <TextField
          name="rollout"
          label="Rollout id"
          value={expected.rollout}
          problem={problems['rollout']}
          isCode
          hint={hint('rollout')}
          onInput={(rollout) => onChange({ rollout })}
        />
        <TextField
          name="environment"
          label="Environment"
          value={expected.environment}
          problem={problems['environment']}
          hint={hint('environment')}
          onInput={(environment) => onChange({ environment })}
        />
        <ChecklistField {...props} />
        <SubjectFields {...props} />
        <StricterFields {...props} />
      </div>
      {listTaken(expected).length > 0 && <Confirmation {...props} />}
    </>
  )
}

function Confirmation({ expected, problems, onChange }: ExpectProps) {
  const fields = listTaken(expected)
    .map((name) => fieldWords[name])
    .join(', ')
  return (
    <div class="confirm-taken">
      <label>
        <input
          type="checkbox"
          checked={expected.isConfirmed}
          aria-invalid={problems.confirmed !== undefined}
          aria-describedby={problems.confirmed ? 'confirmed-problem' : undefined}
          onChange={({ currentTarget }) => onChange({ isConfirmed: currentTarget.checked })}
        />
        <span>I compared what is taken from the report ({fields}) with what I know from elsewhere</span>
      </label>
      {problems.confirmed && (
        <p class="problem" id="confirmed-problem" role="alert">
          {problems.confirmed}
        </p>
      )}
    </div>
  )
}
