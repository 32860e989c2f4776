/** What narrows a search: one native choice for each facet, with how many it would leave. */
import { create } from '../../browser/elements.ts'
import { type Counts, type Facet, type Filters, facetNames } from './engine.ts'

export interface FacetControls {
  element: HTMLElement
  /** Folds the choices away: their counts take parts of the index that grow with the content. */
  details: HTMLDetailsElement
  chosen(): Filters
  /** Chooses a value; none lets all of them through again. */
  choose(facet: Facet, value: string): void
  clear(): void
  setCounts(counts: Counts): void
}

/** Values in the order of work; those of other facets are in that of the alphabet. */
const orders: Partial<Record<Facet, readonly string[]>> = {
  kind: ['guide', 'item', 'decision', 'claim', 'help', 'screen'],
  level: ['must', 'should', 'may'],
  phase: ['plan', 'prepare', 'launch', 'operate'],
}

export function buildFacets(onChange: () => void): FacetControls {
  const summary = create('summary')
  const clear = create('button', { type: 'button', textContent: 'Clear filters' })
  const selects = new Map(facetNames.map((facet) => [facet, buildSelect()]))
  const labels = [...selects].map(([facet, select]) => create('label', {}, capitalise(facet), select))
  const details = create('details', {}, summary, create('div', {}, ...labels))

  const chosen = (): Filters =>
    Object.fromEntries([...selects].flatMap(([facet, { value }]) => (value === '' ? [] : [[facet, value]])))
  const refresh = () => {
    const count = Object.keys(chosen()).length
    summary.textContent = count === 0 ? 'Filters' : `Filters (${count} active)`
    clear.hidden = count === 0
  }
  const change = (makeChange: () => void) => {
    makeChange()
    refresh()
    onChange()
  }
  const clearAll = () =>
    change(() => {
      for (const select of selects.values()) select.value = ''
    })
  details.addEventListener('change', () => change(() => undefined))
  clear.addEventListener('click', () => {
    clearAll()
    // The button is gone now, and the focus with it.
    summary.focus()
  })
  refresh()
  return {
    element: create('div', { className: 'search-facets' }, details, clear),
    details,
    chosen,
    choose: (facet, value) =>
      change(() => {
        const select = selects.get(facet)
        if (select) select.value = value
      }),
    clear: clearAll,
    setCounts: (counts) => {
      for (const [facet, select] of selects) showCounts(select, counts[facet] ?? {}, orders[facet] ?? [])
    },
  }
}

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function buildSelect(): HTMLSelectElement {
  return create('select', { disabled: true }, create('option', { value: '', textContent: 'any' }))
}

/** Options stay the same elements, so that a list that somebody has open stays open. */
function showCounts(select: HTMLSelectElement, counts: Record<string, number>, order: readonly string[]): void {
  if (select.disabled) {
    const values = Object.keys(counts).sort((a, b) => order.indexOf(a) - order.indexOf(b) || a.localeCompare(b))
    select.append(...values.map((value) => create('option', { value })))
    select.disabled = values.length === 0
  }
  for (const option of [...select.options].slice(1)) {
    const count = counts[option.value] ?? 0
    option.textContent = `${option.value} (${count})`
    option.disabled = count === 0 && !option.selected
  }
}
