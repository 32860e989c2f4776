import { render } from 'preact'
import { loadStyle } from '../../browser/load-style.ts'
import { pagePlatform } from '../../browser/page-facts.ts'
import styleUrl from '../../styles/checklist-view.css?url'
import { followAddress } from './address.ts'
import { EmptyResult } from './EmptyResult.tsx'
import { pressKey } from './keys.ts'
import { openKeys, togglePanel } from './open-panel.ts'
import { paintList } from './paint-list.ts'
import { RowItem } from './row-item.ts'
import { Toolbar } from './Toolbar.tsx'
import { $told } from './told.ts'
import { type ChecklistView, openChecklistView } from './view.ts'

let opening: Promise<ChecklistView> | undefined
/** Buttons that stood in the bar before they could do anything. */
const early = new Set<Element>()

/**
 * Makes the bar of a checklist work.
 *
 * @param event What somebody did before this was loaded: a press of a button of the bar, or of a key.
 */
export async function openView(bar: HTMLElement, event?: Event): Promise<void> {
  opening ??= start(bar)
  const view = await opening
  if (event instanceof KeyboardEvent) press(view, event)
  else if (event?.target instanceof Element) repeatClick(bar, event.target)
}

async function start(bar: HTMLElement): Promise<ChecklistView> {
  await loadStyle(styleUrl)
  const list = bar.parentElement ?? document.body
  const rows = [...list.querySelectorAll<HTMLElement>('[data-item]')]
  const view = openChecklistView(
    pagePlatform ?? '',
    rows.map((row) => new RowItem(row)),
  )
  followAddress(view, (text) => $told.set({ text }))
  paintList(list, view)
  mountToolbar(bar, view)
  const empty = document.createElement('div')
  list.append(empty)
  render(<EmptyResult view={view} />, empty)
  document.documentElement.classList.remove('is-filtering')
  addEventListener('keydown', (event) => press(view, event))
  return view
}

function mountToolbar(bar: HTMLElement, view: ChecklistView): void {
  const status = bar.querySelector(':scope > [role="status"]')
  view.$shown.subscribe(({ items }) => {
    const text = describeShown(items.length, view.all.length)
    // The same text set again would be read out again.
    if (status && status.textContent !== text) status.textContent = text
  })
  const place = bar.querySelector<HTMLElement>('.actions')
  if (!place) return
  for (const button of place.querySelectorAll('button')) early.add(button)
  place.replaceChildren()
  render(<Toolbar view={view} host={place} />, place)
}

const describeShown = (count: number, total: number) =>
  count === total ? `${total} shown` : `${count} of ${total} shown`

/** A key that came while this was loaded is told again by who loaded it: what was handled stays handled. */
function press(view: ChecklistView, event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  const deeds = { listItems: () => listShown(view), openHelp: openKeys, toggleFilter: () => togglePanel('filter') }
  if (pressKey(event, deeds)) event.preventDefault()
}

/** As they stand on the page, where groups have an order of their own. */
function listShown(view: ChecklistView): RowItem[] {
  const items = new Map(view.all.map((item) => [item.row, item]))
  const rows = [...document.querySelectorAll<HTMLElement>('[data-item]:not([hidden])')]
  return rows.flatMap((row) => items.get(row) ?? [])
}

/** The button that was pressed has been replaced by one that works. */
function repeatClick(bar: HTMLElement, pressed: Element): void {
  const button = pressed.closest('button')
  if (!button || !early.has(button)) return
  const text = button.textContent.trim()
  const next = [...bar.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith(text))
  next?.focus()
  next?.click()
}
