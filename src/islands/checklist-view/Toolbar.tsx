import { useLive } from '../item/use-live.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { $open, openKeys, type PanelName, togglePanel } from './open-panel.ts'
import { clearFilters, listFilters } from './query.ts'
import { SeveralPanel } from './SeveralPanel.tsx'
import { ToldLine } from './ToldLine.tsx'
import { usePanelFocus } from './use-panel-focus.ts'
import type { ChecklistView } from './view.ts'

interface Props {
  view: ChecklistView
  /** What the controls stand in. */
  host: HTMLElement
}

/** What can be done with the list, and what opens below the bar: over the list, which does not move. */
export function Toolbar({ view, host }: Props) {
  const { query } = useLive(view.$shown)
  const open = useLive($open)
  const filters = listFilters(query).length
  usePanelFocus(host, open)
  const button = (name: PanelName, text: string) => (
    <button
      type="button"
      aria-expanded={open === name}
      aria-controls={`view-${name}`}
      aria-keyshortcuts={name === 'filter' ? 'f' : undefined}
      onClick={() => togglePanel(name)}
    >
      {text}
    </button>
  )
  return (
    <>
      {button('filter', filters === 0 ? 'Filter' : `Filter (${filters})`)}
      {button('several', 'Change several')}
      <button type="button" aria-haspopup="dialog" aria-keyshortcuts="?" onClick={openKeys}>
        Keys
      </button>
      <div class="view-drop">
        <ToldLine view={view} />
        <div id="view-filter">
          {open === 'filter' && <FilterPanel view={view} onClear={() => view.setQuery(clearFilters(query))} />}
        </div>
        <div id="view-several">{open === 'several' && <SeveralPanel view={view} />}</div>
      </div>
    </>
  )
}
