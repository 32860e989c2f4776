/** Puts rows under the headings of their groups, and back into their sections. */
import { create } from '../../browser/elements.ts'
import { groupItems } from './match.ts'
import type { FacetValues, Grouping } from './query.ts'
import type { RowItem } from './row-item.ts'

/** @returns Puts the rows under what they are to be grouped by. */
export function openGroups(list: HTMLElement, all: readonly RowItem[], known: FacetValues) {
  const homes = new Map(all.map((item) => [item, item.row.parentElement]))
  const groups = create('div', { className: 'view-groups' })
  let current: Grouping = 'section'
  // The first paint's own elements would paint a row again as it was stored, wherever it is put.
  const prepare = () => {
    if (groups.isConnected) return
    for (const { row } of all) row.querySelector(':scope > golive-restore')?.remove()
    list.append(groups)
  }
  return (grouping: Grouping) => {
    if (grouping === current) return
    current = grouping
    prepare()
    keepFocus(() => {
      if (grouping === 'section') for (const [{ row }, home] of homes) home?.append(row)
      const built = grouping === 'section' ? [] : groupItems(all, grouping, known)
      groups.replaceChildren(...built.map(({ value, items }) => buildGroup(grouping, value, items)))
    })
  }
}

function buildGroup(grouping: Grouping, value: string, items: readonly RowItem[]): HTMLElement {
  const heading = create('h2', { id: `${grouping}-${value}`, textContent: value })
  return create('section', {}, heading, ...items.map(({ row }) => row))
}

/** An element that is moved loses the focus. */
function keepFocus(move: () => void): void {
  const focused = document.activeElement
  move()
  if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true })
}
