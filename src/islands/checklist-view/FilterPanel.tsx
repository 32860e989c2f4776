import { useEffect, useRef } from 'preact/hooks'
import { useLive } from '../item/use-live.ts'
import { FacetChoices } from './FacetChoices.tsx'
import { type Facet, facets, type Grouping, groupings, type Hideable, hideable, wordOf } from './query.ts'
import type { ChecklistView } from './view.ts'

interface Props {
  view: ChecklistView
  onClear: () => void
}

/** Everything that narrows or orders the list; each choice shows at once. */
export function FilterPanel({ view, onClear }: Props) {
  const { query, counts } = useLive(view.$shown)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const hide = (value: Hideable) => {
    const isHidden = (each: Hideable) => (each === value ? !query.hide.includes(each) : query.hide.includes(each))
    view.setQuery({ ...query, hide: hideable.filter(isHidden) })
  }
  const clear = () => {
    onClear()
    field.current?.focus()
  }
  const choices = (facet: Facet) => <FacetChoices key={facet} facet={facet} view={view} counts={counts[facet]} />
  return (
    <section class="view-panel" aria-label="Filter and group">
      <label class="view-text">
        Text{' '}
        <input
          ref={field}
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={query.text}
          onInput={({ currentTarget }) => view.setQuery({ ...query, text: currentTarget.value })}
        />
      </label>
      <div class="view-facets">
        {facets.slice(0, 2).map(choices)}
        <fieldset>
          <legend>Hide</legend>
          {hideable.map((value) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={query.hide.includes(value)}
                disabled={query.chosen.state.length > 0}
                onChange={() => hide(value)}
              />
              {wordOf(value)}
            </label>
          ))}
        </fieldset>
        {facets.slice(2).map(choices)}
        <fieldset>
          <legend>Group by</legend>
          {groupings.map((group) => (
            <label key={group}>
              <input
                type="radio"
                name="view-group"
                checked={query.group === group}
                onChange={() => view.setQuery({ ...query, group: group satisfies Grouping })}
              />
              {group}
            </label>
          ))}
        </fieldset>
      </div>
      <p class="actions">
        <button type="button" onClick={clear}>
          Clear filters
        </button>
      </p>
    </section>
  )
}
