import type { Person } from '../../core/index.ts'
import type { Problems } from './draft-problems.ts'
import { FormRows } from './FormRows.tsx'
import { TextField } from './TextField.tsx'

interface Props {
  people: readonly Person[]
  problems: Problems
  onChange: (people: Person[]) => void
}

/** Who has a part in the rollout. */
export function PeopleRows({ people, problems, onChange }: Props) {
  return (
    <FormRows
      legend="People"
      hint="Who prepares, decides and is called on launch day."
      noun="person"
      entries={people}
      empty={{ name: '', role: '' }}
      onChange={onChange}
    >
      {({ name, role }, index, change) => (
        <>
          <TextField
            name={`people.${index}.name`}
            label="Person"
            value={name}
            problem={problems[`people.${index}.name`]}
            onInput={(value) => change({ name: value })}
          />
          <TextField
            name={`people.${index}.role`}
            label="Role"
            value={role}
            problem={problems[`people.${index}.role`]}
            placeholder="decides on the launch"
            onInput={(value) => change({ role: value })}
          />
        </>
      )}
    </FormRows>
  )
}
