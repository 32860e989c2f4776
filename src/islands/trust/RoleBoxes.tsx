import { useState } from 'preact/hooks'
import { Faults } from './Faults.tsx'
import type { PlacedFieldProps } from './PlacedField.tsx'

interface Props {
  at: string
  person: string
  roles: readonly string[]
  /** Every role of the file. */
  known: readonly string[]
  faults: PlacedFieldProps['faults']
  onChange: (roles: string[]) => void
}

/** The roles of a person: those of the file as boxes, and a field for another one. */
export function RoleBoxes({ at, person, roles, known, faults, onChange }: Props) {
  const [other, setOther] = useState('')
  const toggle = (role: string) =>
    onChange(roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role])
  const add = () => {
    const role = other.trim()
    if (role !== '' && !roles.includes(role)) onChange([...roles, role])
    setOther('')
  }
  const id = `other-${at}`
  return (
    <fieldset class="role-boxes">
      <legend>
        Roles<span class="sr-only"> of {person}</span>
      </legend>
      {known.map((role) => (
        <label key={role}>
          <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} /> <bdi>{role}</bdi>
        </label>
      ))}
      <span class="other-role">
        <label for={id} class="sr-only">
          Another role of {person}
        </label>
        <input
          id={id}
          value={other}
          placeholder="another role"
          autocomplete="off"
          onInput={({ currentTarget }) => setOther(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" onClick={add}>
          Give it
        </button>
      </span>
      <Faults at={at} faults={faults} />
    </fieldset>
  )
}
