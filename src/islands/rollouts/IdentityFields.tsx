import type { Draft } from './draft.ts'
import type { Problems } from './draft-problems.ts'
import type { ScreenPlatform } from './platform.ts'
import { TextField } from './TextField.tsx'

interface Props {
  draft: Draft
  /** Id that a new rollout gets; undefined for one that has an id. */
  newId: string | undefined
  /** Platforms to choose from; none for a rollout that has one. */
  platforms: readonly ScreenPlatform[]
  problems: Problems
  onChange: (part: Partial<Draft>) => void
}

/** Name, id and platform: what tells a rollout from others. */
export function IdentityFields({ draft, newId, platforms, problems, onChange }: Props) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        value={draft.name}
        problem={problems['name']}
        placeholder="payments 2.4.0"
        onInput={(name) => onChange({ name })}
      />
      {newId !== undefined && (
        <TextField
          name="id"
          label="Id"
          value={newId}
          problem={problems['id']}
          hint="It stands in file names and in what is signed, and stays as it is. Proposed from the name."
          isCode
          onInput={(id) => onChange({ id })}
        />
      )}
      {platforms.length > 0 && (
        <div class="form-field">
          <label for="field-platform">Platform</label>
          <select
            id="field-platform"
            value={draft.platform}
            // Traits are those of the platform.
            onChange={({ currentTarget }) => onChange({ platform: currentTarget.value, traits: undefined })}
          >
            {platforms.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}
