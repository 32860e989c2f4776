import type { Checklist } from '../../core/index.ts'

interface Props {
  traits: Checklist['traits']
  /** Undefined while nobody has said. */
  chosen: readonly string[] | undefined
  /** Somebody has said before: that cannot be taken back, all of them ticked is then an answer like others. */
  wasSaid: boolean
  onChange: (chosen: string[] | undefined) => void
}

/** What may differ between rollouts of a platform: items for what this one is not do not apply. */
export function TraitBoxes({ traits, chosen, wasSaid, onChange }: Props) {
  if (traits.length === 0) return null
  const ids = traits.map(({ id }) => id)
  const ticked = chosen ?? ids
  const toggle = (id: string, isTicked: boolean) => {
    const known = ids.filter((other) => (other === id ? isTicked : ticked.includes(other)))
    // A trait that this site's checklist no longer has stays with the rollout.
    const others = ticked.filter((other) => !ids.includes(other))
    const isEvery = known.length === ids.length
    onChange(isEvery && !wasSaid ? undefined : [...known, ...others])
  }
  return (
    <fieldset class="wide trait-boxes">
      <legend>What this rollout is</legend>
      <p class="hint" id="traits-said">
        {chosen ? 'Items for what is not ticked do not apply.' : 'Nobody said: every item applies.'}
      </p>
      {traits.map(({ id, label, description }) => (
        <div class="trait" key={id}>
          <input
            type="checkbox"
            id={`trait-${id}`}
            checked={ticked.includes(id)}
            aria-describedby={`trait-${id}-description`}
            onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
          />
          <label for={`trait-${id}`}>{label}</label>
          <p class="hint" id={`trait-${id}-description`}>
            {description}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
