import { useState } from 'preact/hooks'
import { listRoles, type TrustDraft } from './draft.ts'
import { Faults } from './Faults.tsx'
import { PlacedField, type PlacedFieldProps } from './PlacedField.tsx'
import { environmentPlace } from './places.ts'
import { RuleRows } from './RuleRows.tsx'

interface Props {
  draft: TrustDraft
  faults: PlacedFieldProps['faults']
  onChange: (part: Partial<TrustDraft>) => void
}

const rolesId = 'known-roles'

/** Who has to sign, everywhere and in single environments, and what else a report has to be. */
export function PolicyPart({ draft, faults, onChange }: Props) {
  return (
    <section aria-labelledby="policy">
      <h2 id="policy">Who has to sign</h2>
      <p>
        One person fills one place, however many roles or keys they have. A report can ask for more and never for less.
      </p>
      <datalist id={rolesId}>
        {listRoles(draft).map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      <RuleRows
        at="policy.require"
        legend="In every environment"
        hint="Every role listed here has to sign, with so many different people."
        rules={draft.require}
        faults={faults}
        list={rolesId}
        onChange={(rules) => onChange({ require: rules })}
      />
      <Environments draft={draft} faults={faults} onChange={onChange} />
      <Limits draft={draft} faults={faults} onChange={onChange} />
    </section>
  )
}

function Environments({ draft: { environments }, faults, onChange }: Props) {
  const [name, setName] = useState('')
  const isKnown = environments.some((each) => each.name === name.trim())
  const add = () => {
    if (name.trim() === '' || isKnown) return
    onChange({ environments: [...environments, { name: name.trim(), require: [{ role: '', count: '1' }] }] })
    setName('')
  }
  return (
    <>
      {environments.map((environment) => (
        <div class="environment" key={environment.name}>
          <RuleRows
            at={environmentPlace(environment.name)}
            legend={`In “${environment.name}” besides`}
            hint="Raises what is required everywhere, and never lowers it."
            rules={environment.require}
            faults={faults}
            list={rolesId}
            onChange={(rules) =>
              onChange({
                environments: environments.map((each) => (each === environment ? { ...each, require: rules } : each)),
              })
            }
          />
          <button
            type="button"
            onClick={() => onChange({ environments: environments.filter((each) => each !== environment) })}
          >
            Remove what “{environment.name}” requires besides
          </button>
        </div>
      ))}
      <div class="add-environment">
        <div class="form-field">
          <label for="environment-name">Environment that requires more</label>
          <input
            id="environment-name"
            value={name}
            placeholder="production"
            autocomplete="off"
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </div>
        <button type="button" onClick={add} disabled={name.trim() === '' || isKnown}>
          Add the environment
        </button>
      </div>
    </>
  )
}

function Limits({ draft, faults, onChange }: Props) {
  const isWarnedAllowed = draft.allowResult.length === 0 || draft.allowResult.includes('WARNED')
  return (
    <div class="expect-fields">
      <PlacedField
        at="policy.maxAgeDays"
        label="A report counts for so many days after its freeze"
        value={draft.maxAgeDays}
        faults={faults}
        hint="Empty for no limit of its own; the report’s own end holds besides."
        onInput={(value) => onChange({ maxAgeDays: value.trim() })}
      />
      <div class="form-field">
        <label class="box">
          <input
            type="checkbox"
            checked={isWarnedAllowed}
            onChange={() => onChange({ allowResult: isWarnedAllowed ? ['PASSED'] : ['PASSED', 'WARNED'] })}
          />
          <span>Accept WARNED: risks that are accepted, and shoulds that are open</span>
        </label>
        <Faults at="policy.allowResult" faults={faults} />
      </div>
    </div>
  )
}
