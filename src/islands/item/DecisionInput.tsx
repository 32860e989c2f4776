import type { Decision } from '../../core/schema.ts'
import { Suggestions } from './Suggestions.tsx'
import { TypedInput } from './TypedInput.tsx'

interface Props {
  id: string
  decision: Decision
  text: string
  isInvalid: boolean
  onInput: (text: string) => void
  /** @param isComplete Whether the browser takes what is typed for a value of the field's type. */
  onSave: (text: string, isComplete: boolean) => void
  onLeave: () => void
}

/** Numbers are text: a number field drops what it cannot read, like a unit that was pasted along. */
const inputs = {
  integer: { type: 'text', inputMode: 'numeric' },
  number: { type: 'text', inputMode: 'decimal' },
  text: { type: 'text' },
  date: { type: 'date' },
  url: { type: 'url' },
} as const

/** The field for a decision's type, under its question. */
export function DecisionInput({ id, decision, text, isInvalid, onInput, onSave, onLeave }: Props) {
  const { type, question, options = [], unit, hint } = decision
  type Target = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  const save = ({ currentTarget: { value, validity } }: { currentTarget: Target }) => onSave(value, !validity.badInput)
  const common = {
    id,
    value: text,
    'aria-invalid': isInvalid,
    'aria-describedby': [hint && `${id}-hint`, unit && `${id}-unit`, `${id}-faults`].filter(Boolean).join(' '),
    onChange: save,
    onBlur: (event: { currentTarget: Target }) => {
      save(event)
      onLeave()
    },
  }
  const typing = {
    ...common,
    spellcheck: false,
    onInput: ({ currentTarget }: { currentTarget: Target }) => onInput(currentTarget.value),
  }
  if (type === 'boolean') {
    return (
      <fieldset class="yes-no" aria-describedby={common['aria-describedby']}>
        <legend>{question}</legend>
        {['yes', 'no'].map((word) => (
          <label key={word} class="state-choice">
            <input type="radio" name={id} checked={text === word} onChange={() => onSave(word, true)} />
            {word}
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <>
      <label for={id}>{question}</label>
      {type === 'choice' ? (
        <select {...common}>
          <option value="">Not decided</option>
          {[...new Set([...options, text].filter(Boolean))].map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : type === 'list' || type === 'cidrs' ? (
        <textarea rows={3} class={type === 'cidrs' ? 'networks' : undefined} {...typing} />
      ) : (
        <span class="with-unit">
          <TypedInput {...inputs[type]} {...typing} />
          {unit && <span id={`${id}-unit`}>{unit}</span>}
        </span>
      )}
      {type === 'list' && options.length > 0 && <Suggestions text={text} options={options} onSave={onSave} />}
    </>
  )
}
