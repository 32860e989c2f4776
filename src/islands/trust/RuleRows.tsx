import type { DraftRule } from './draft.ts'
import { Faults } from './Faults.tsx'
import { PlacedField, type PlacedFieldProps } from './PlacedField.tsx'

interface Props {
  at: string
  legend: string
  hint: string
  rules: readonly DraftRule[]
  faults: PlacedFieldProps['faults']
  /** Id of the list of known roles. */
  list: string
  onChange: (rules: DraftRule[]) => void
}

/** Who has to sign: a role and how many people, one a row. */
export function RuleRows({ at, legend, hint, rules, faults, list, onChange }: Props) {
  const change = (index: number, part: Partial<DraftRule>) =>
    onChange(rules.map((rule, place) => (place === index ? { ...rule, ...part } : rule)))
  return (
    <fieldset class="rule-rows">
      <legend>{legend}</legend>
      <p class="hint">{hint}</p>
      {rules.map(({ role, count }, index) => (
        <div class="rule-row" key={index}>
          <PlacedField
            at={`${at}[${index}].role`}
            label="Role"
            value={role}
            faults={faults}
            list={list}
            onInput={(value) => change(index, { role: value })}
          />
          <PlacedField
            at={`${at}[${index}].count`}
            label="How many people"
            value={count}
            faults={faults}
            onInput={(value) => change(index, { count: value.trim() })}
          />
          <button
            type="button"
            aria-label={`Remove the requirement ${role || index + 1}`}
            onClick={({ currentTarget }) => {
              onChange(rules.filter((_, place) => place !== index))
              // The next row moves up under the focus: what is pressed next must not be its button.
              currentTarget.closest('fieldset')?.querySelector<HTMLElement>('.add-rule')?.focus()
            }}
          >
            Remove
          </button>
          <Faults at={`${at}[${index}]`} faults={faults} />
        </div>
      ))}
      <Faults at={at} faults={faults} />
      <p class="actions">
        <button type="button" class="add-rule" onClick={() => onChange([...rules, { role: '', count: '1' }])}>
          Require another role
        </button>
      </p>
    </fieldset>
  )
}
