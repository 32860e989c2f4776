/** How finished HTML shows what is stored: used before the first paint and whenever something changes. */
import { countItems, type ItemRecord, type Progress } from '../core/progress.ts'

/** Shows a record in the row of its item. */
export function paintItem(row: HTMLElement, record: ItemRecord | undefined): void {
  const state = record?.state?.value
  const isDone = state?.kind === 'done'
  const box = row.querySelector<HTMLInputElement>('input[type="checkbox"]')
  if (box && box.checked !== isDone) box.checked = isDone
  const isExcluded = state?.kind === 'not-applicable'
  if (box) box.disabled = isExcluded
  row.dataset['state'] = state?.kind ?? 'open'
  row.toggleAttribute('data-noted', Boolean(record?.note?.value))
  row.toggleAttribute('data-reworded', isDone && state.itemDigest !== row.dataset['digest'])
}

/** Shows how many of the items that `element` names are done, as a figure and a bar, and how many musts are open. */
export function paintProgress(element: HTMLElement, progress: Progress, now: Date): void {
  const ids = element.dataset['items']?.split(' ').filter(Boolean) ?? []
  const { done, applicable } = countItems(ids, progress, now)
  const figure = element.querySelector('[data-figure]')
  const text = `${done}${element.dataset['between'] ?? '/'}${applicable}`
  if (figure && figure.textContent !== text) figure.textContent = text
  const blockers = element.querySelector('[data-blockers]')
  if (blockers) {
    const { open } = countItems(element.dataset['musts']?.split(' ').filter(Boolean) ?? [], progress, now)
    blockers.textContent = open === 0 ? 'no must open' : `${open} must open`
    blockers.toggleAttribute('data-open', open > 0)
  }
  const bar = element.querySelector('progress')
  if (bar) {
    bar.max = Math.max(applicable, 1)
    bar.value = done
  }
  element.toggleAttribute('data-complete', applicable > 0 && done === applicable)
}
