import type { Problems } from './read-draft.ts'

interface Props {
  /** Name of the field as problems name it. */
  name: string
  label: string
  value: string
  problems: Problems
  onInput: (value: string) => void
  hint?: string
  /** A text instead of a number. */
  isText?: boolean
  placeholder?: string
}

/** A number, or a short text, with what is wrong with it below. */
export function Field({ name, label, value, problems, onInput, hint, isText, placeholder }: Props) {
  const id = fieldId(name)
  const problem = problems.get(name)
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div class={isText ? 'sizing-field name' : 'sizing-field'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        inputMode={isText ? 'text' : 'decimal'}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={described || undefined}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}

export const fieldId = (name: string) => `sizing-${name}`

interface TickProps {
  name: string
  label: string
  isTicked: boolean
  onChange: (isTicked: boolean) => void
}

export function Tick({ name, label, isTicked, onChange }: TickProps) {
  const id = fieldId(name)
  return (
    <div class="sizing-tick">
      <input
        type="checkbox"
        id={id}
        checked={isTicked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
    </div>
  )
}
