import { type InputType, TypedInput } from './TypedInput.tsx'

interface Props {
  id: string
  label: string
  value: string
  onInput: (text: string) => void
  /** `lines` for more than one, of text. */
  kind?: InputType | 'lines'
  /** First day that may be chosen. */
  min?: string
  isWide?: boolean
  /** What is wrong with the value. */
  fault?: string | undefined
}

/** A labelled field of a form with what is wrong with it below. */
export function Entry({ id, label, value, onInput, kind = 'text', min, isWide, fault }: Props) {
  const common = {
    id,
    value,
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onInput(currentTarget.value),
  }
  return (
    <div class={isWide ? 'entry wide' : 'entry'}>
      <label for={id}>{label}</label>
      {kind === 'lines' ? <textarea rows={2} {...common} /> : <TypedInput type={kind} min={min} {...common} />}
      <p class="problem" id={`${id}-fault`} role="alert">
        {fault}
      </p>
    </div>
  )
}
