import { useId } from 'preact/hooks'
import { describePair, nameField } from './field-words.ts'
import { type Conflict, findKept, findLater } from './plan-summary.ts'
import { VersionText } from './VersionText.tsx'

const sides = [
  ['ours', 'Yours'],
  ['theirs', "The file's"],
] as const

/** Name of the radio buttons of a conflict, unique in a preview. */
export function conflictName({ rollout, item, field }: Omit<Conflict, 'change'>): string {
  return JSON.stringify([rollout, item ?? null, field])
}

/** Two values that were set without knowing of each other: one of them is chosen, the later one at first. */
export function ConflictChoice({ title, conflict }: { title: string; conflict: Conflict }) {
  const id = useId()
  const { change } = conflict
  const texts = describePair(change.name, change.ours?.value, change.theirs?.value)
  const later = findLater(change)
  return (
    <fieldset class="conflict">
      <legend>
        {nameField(change.name)}
        <span class="sr-only"> of {title}</span>: both were changed
      </legend>
      {sides.map(([side, label], index) => {
        const version = change[side]
        return (
          version && (
            <div key={side} class="conflict-side">
              <label>
                <input
                  type="radio"
                  name={conflictName(conflict)}
                  value={side}
                  defaultChecked={findKept(change) === side}
                  aria-describedby={`${id}-${side}`}
                />{' '}
                {label}
                {later === side && <span class="later">later</span>}
              </label>
              <div id={`${id}-${side}`}>
                <VersionText text={texts[index] ?? ''} version={version} />
              </div>
            </div>
          )
        )
      })}
    </fieldset>
  )
}
