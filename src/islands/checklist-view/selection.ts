/** Rows that somebody picked for one change; each has a button for that while rows are being picked. */
import { atom } from 'nanostores'
import { create } from '../../browser/elements.ts'
import type { RowItem } from './row-item.ts'

/** Ids of picked items; undefined while nobody picks. */
export const $picked = atom<ReadonlySet<string> | undefined>(undefined)

/** Begins to let rows be picked, or ends it; what was picked before is not picked any more. */
export function pickRows(items: readonly RowItem[], isOn: boolean): void {
  if (isOn === ($picked.get() !== undefined)) return
  $picked.set(isOn ? new Set() : undefined)
  for (const item of items) {
    if (isOn) item.row.querySelector('.item-facts')?.append(buildButton(item))
    else item.row.querySelector('.row-pick')?.remove()
  }
}

function buildButton({ id, title, isExcluded }: RowItem): HTMLButtonElement {
  const button = create('button', { type: 'button', className: 'row-pick', textContent: 'Select' })
  button.disabled = isExcluded
  button.ariaLabel = `Select “${title}”`
  button.ariaPressed = 'false'
  button.addEventListener('click', () => {
    const picked = new Set($picked.get())
    if (!picked.delete(id)) picked.add(id)
    button.ariaPressed = String(picked.has(id))
    $picked.set(picked)
  })
  return button
}
