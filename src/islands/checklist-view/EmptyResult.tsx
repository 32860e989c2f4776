import { useLive } from '../item/use-live.ts'
import { matchItems } from './match.ts'
import { focusBar } from './open-panel.ts'
import { nameItems } from './plan-bulk.ts'
import { clearFilters, listFilters, type ViewQuery } from './query.ts'
import type { ChecklistView } from './view.ts'

/** In place of a list without items: which filters leave nothing, and what each of them keeps back. */
export function EmptyResult({ view }: { view: ChecklistView }) {
  const { query, items } = useLive(view.$shown)
  if (items.length > 0) return null
  const filters = listFilters(query).map(({ label, without }) => ({
    label,
    without,
    count: matchItems(view.all, without).length,
  }))
  const ask = (next: ViewQuery) => {
    view.setQuery(next)
    focusBar()
  }
  const helpful = filters.filter(({ count }) => count > 0)
  return (
    <section class="view-empty not-content" aria-label="Nothing is shown">
      <p>No item fits {filters.map(({ label }) => `“${label}”`).join(' and ')}.</p>
      {helpful.length > 0 ? (
        <p>What would be shown without one of them:</p>
      ) : (
        <p>No single one of them is the cause.</p>
      )}
      <p class="actions">
        {helpful.map(({ label, without, count }) => (
          <button key={label} type="button" onClick={() => ask(without)}>
            Without “{label}”: {nameItems(count)}
          </button>
        ))}
        <button type="button" onClick={() => ask(clearFilters(query))}>
          Clear filters
        </button>
      </p>
    </section>
  )
}
