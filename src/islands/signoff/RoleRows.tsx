import { FormRows } from '../rollouts/FormRows.tsx'
import { TextField } from '../rollouts/TextField.tsx'
import type { FreezeDraft, FreezeProblems } from './freeze-draft.ts'

interface Props {
  roles: FreezeDraft['roles']
  problems: FreezeProblems
  onChange: (roles: FreezeDraft['roles']) => void
}

/** Who has to sign. */
export function RoleRows({ roles, problems, onChange }: Props) {
  return (
    <FormRows
      legend="Required sign-offs"
      hint="Roles as the trust file of your pipeline spells them. They can ask for more than that file, never for less: a signature that is taken out is then seen by everyone."
      noun="role"
      entries={roles}
      empty={{ role: '', count: '1' }}
      onChange={onChange}
    >
      {({ role, count }, index, change) => (
        <>
          <TextField
            name={`roles.${index}.role`}
            label="Role"
            value={role}
            problem={problems[`roles.${index}.role`]}
            placeholder="sre"
            onInput={(value) => change({ role: value })}
          />
          <TextField
            name={`roles.${index}.count`}
            label="How many people"
            value={count}
            problem={problems[`roles.${index}.count`]}
            onInput={(value) => change({ count: value })}
          />
        </>
      )}
    </FormRows>
  )
}
