import type { ComponentChildren } from 'preact'

interface Props {
  /** Unique in the form. */
  name: string
  label: string
  value: string
  onInput: (value: string) => void
  problem: string | undefined
  hint?: ComponentChildren
  placeholder?: string
  /** A local date and time. */
  isMoment?: boolean
  /** A text of several lines. */
  rows?: number
  /** A command, an id or a digest: no spelling, every character counts. */
  isCode?: boolean
  class?: string
}

/** A field with its hint and, beside it, what is wrong with it. */
export function TextField({
  name,
  label,
  value,
  onInput,
  problem,
  hint,
  placeholder,
  isMoment,
  rows,
  isCode,
  ...more
}: Props) {
  const id = `field-${name}`
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const shared = {
    id,
    name,
    value,
    placeholder,
    class: isCode ? 'code' : undefined,
    spellcheck: isCode ? false : undefined,
    autocomplete: 'off' as const,
    'aria-invalid': problem !== undefined,
    'aria-describedby': described || undefined,
  }
  return (
    <div class={['form-field', more.class].filter(Boolean).join(' ')}>
      <label for={id}>{label}</label>
      {rows ? (
        <textarea {...shared} rows={rows} onInput={({ currentTarget }) => onInput(currentTarget.value)} />
      ) : (
        <input
          {...shared}
          {...(isMoment && { type: 'datetime-local', max: '9999-12-31T23:59' })}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldProblem name={name} problem={problem} />
    </div>
  )
}

export function FieldProblem({ name, problem }: { name: string; problem: string | undefined }) {
  if (!problem) return null
  return (
    <p class="problem" id={`field-${name}-problem`} role="alert">
      {problem}
    </p>
  )
}
