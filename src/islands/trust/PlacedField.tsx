import type { Reason } from '../../core/signoff/index.ts'
import { Faults } from './Faults.tsx'

export interface PlacedFieldProps {
  /** Place as the core names it; the field's id comes from it. */
  at: string
  label: string
  value: string
  onInput: (value: string) => void
  faults: ReadonlyMap<string, readonly Reason[]>
  hint?: string
  placeholder?: string
  isCode?: boolean
  /** Values that are known already. */
  list?: string
  /** What a finished value is made of: a day becomes a moment. */
  complete?: (value: string) => string
}

/** A field of the trust file with what the lint says of it. */
export function PlacedField({
  at,
  label,
  value,
  onInput,
  faults,
  hint,
  placeholder,
  isCode,
  list,
  complete,
}: PlacedFieldProps) {
  const id = `place-${at}`
  const isWrong = faults.has(at)
  const described = [hint && `${id}-hint`, isWrong && `fault-${at}`].filter(Boolean).join(' ')
  const finish = () => {
    const whole = complete?.(value) ?? value
    if (whole !== value) onInput(whole)
  }
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        class={isCode ? 'code' : undefined}
        spellcheck={isCode ? false : undefined}
        autocomplete="off"
        list={list}
        aria-invalid={isWrong}
        aria-describedby={described || undefined}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onBlur={finish}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Faults at={at} faults={faults} />
    </div>
  )
}
