import type { InputHTMLAttributes } from 'preact'

export type InputType = 'text' | 'date' | 'url'

interface Props {
  type: InputType
  id: string
  value: string
  /** First day that may be chosen. */
  min?: string | undefined
  inputMode?: InputHTMLAttributes['inputMode']
  spellcheck?: boolean
  'aria-invalid': boolean
  'aria-describedby'?: string | undefined
  onInput: (event: { currentTarget: HTMLInputElement }) => void
  onChange?: (event: { currentTarget: HTMLInputElement }) => void
  onBlur?: (event: { currentTarget: HTMLInputElement }) => void
}

/** An input of a type that is known only when it is shown: each type has attributes of its own. */
export function TypedInput({ type, min, inputMode, ...common }: Props) {
  if (type === 'date') return <input type="date" min={min} autocomplete="off" {...common} />
  if (type === 'url') return <input type="url" autocomplete="off" {...common} />
  return <input type="text" inputMode={inputMode} autocomplete="off" {...common} />
}
