/** Shows in the page what a view lets through: rows, headings, entries of the table of contents, and words for print. */
import { create } from '../../browser/elements.ts'
import { openGroups } from './groups.ts'
import { listFilters } from './query.ts'
import type { ChecklistView, Shown } from './view.ts'

/** @param list What holds the sections. */
export function paintList(list: HTMLElement, view: ChecklistView): void {
  const group = openGroups(list, view.all, view.known)
  const print = create('p', { className: 'view-print' })
  list.prepend(print)
  view.$shown.subscribe((shown, before) => {
    if (shown.items === before?.items) return
    const visible = new Set(shown.items)
    for (const item of view.all) item.row.hidden = !visible.has(item)
    group(shown.query.group)
    for (const section of list.querySelectorAll('section')) {
      section.hidden = section.querySelector('[data-item]:not([hidden])') === null
    }
    paintContents(list)
    print.textContent = describeForPrint(shown, view.all.length)
  })
}

/** An entry of the table of contents whose heading is not shown leads nowhere. */
function paintContents(list: HTMLElement): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('starlight-toc a, mobile-starlight-toc a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    const entry = link.closest('li')
    if (entry && heading && list.contains(heading)) entry.hidden = heading.closest('[hidden]') !== null
  }
}

/** A page on paper does not show that something is missing. */
function describeForPrint({ query, items }: Shown, total: number): string {
  const filters = listFilters(query)
  if (items.length === total || filters.length === 0) return ''
  return `Not the whole checklist: ${items.length} of ${total} items, filtered by ${filters.map(({ label }) => label).join('; ')}.`
}
