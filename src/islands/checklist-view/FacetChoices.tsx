import { useLive } from '../item/use-live.ts'
import { type Facet, toggleValue, wordOf } from './query.ts'
import type { ChecklistView } from './view.ts'

interface Props {
  facet: Facet
  view: ChecklistView
  counts: ReadonlyMap<string, number>
}

/** Values of one facet, each with how many items it would leave together with what is chosen in the others. */
export function FacetChoices({ facet, view, counts }: Props) {
  const { query } = useLive(view.$shown)
  return (
    <fieldset>
      <legend>{facet}</legend>
      {view.known[facet].map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={query.chosen[facet].includes(value)}
            onChange={() => view.setQuery(toggleValue(query, facet, value, view.known))}
          />
          {wordOf(value)} <span class="view-count">{counts.get(value) ?? 0}</span>
        </label>
      ))}
    </fieldset>
  )
}
