/** Single keys of a checklist: they move between items and act on the one that has the focus. */
import { storage } from '../../browser/environment.ts'
import { areKeysOn, isTyping, keysOffKey } from '../../browser/single-keys.ts'
import type { RowItem } from './row-item.ts'

/** What stands in the help, in this order. */
export const keyHelp: readonly (readonly [key: string, what: string])[] = [
  ['j', 'Next item'],
  ['k', 'Previous item'],
  ['x', 'Tick the item, or take the tick back'],
  ['e', 'Open or close its state, evidence and note'],
  ['f', 'Open or close the filters'],
  ['Esc', 'Back from there to the item; closes what is open'],
  ['/', 'Search the guides'],
  ['?', 'These keys'],
]

/** @returns Whether this browser remembers it. */
export function turnKeys(isOn: boolean): boolean {
  const isStored = isOn ? storage.remove(keysOffKey) : storage.write(keysOffKey, '1')
  // What waits in memory counts as work that is not saved, and this is none.
  if (!isOn && !isStored) storage.remove(keysOffKey)
  return isStored
}

/** The item after or before one; at an end it stays there. Undefined where there is none. */
export function stepFrom<Item>(items: readonly Item[], current: Item | undefined, step: 1 | -1): Item | undefined {
  const index = current === undefined ? -1 : items.indexOf(current)
  if (index < 0) return step === 1 ? items[0] : items.at(-1)
  return items[Math.min(Math.max(index + step, 0), items.length - 1)]
}

export interface KeyDeeds {
  /** Items that are shown, as they stand on the page. */
  listItems: () => readonly RowItem[]
  openHelp: () => void
  toggleFilter: () => void
}

/** @returns Whether the key was one of these. */
export function pressKey(event: KeyboardEvent, deeds: KeyDeeds): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (document.querySelector('dialog[open]')) return false
  const items = deeds.listItems()
  const current = items.find(({ row }) => row.contains(document.activeElement))
  if (event.key === 'Escape' && current?.details?.contains(document.activeElement)) return goTo(current)
  if (isTyping(event.target) || !areKeysOn()) return false
  if (event.key === '?') deeds.openHelp()
  else if (event.key === 'f' && !event.repeat) deeds.toggleFilter()
  else if (event.key === 'j') goTo(stepFrom(startingWith(items, current), current, 1))
  else if (event.key === 'k') goTo(stepFrom(items, current ?? startingWith(items, current)[0], -1))
  else if (event.key === 'x' && current && !event.repeat) current.box?.click()
  else if (event.key === 'e' && current && !event.repeat) toggle(current)
  else return false
  return true
}

/** Whoever is at no item begins with the first that is in sight. */
function startingWith(items: readonly RowItem[], current: RowItem | undefined): readonly RowItem[] {
  if (current) return items
  const edge = document.querySelector('.view-bar')?.getBoundingClientRect().bottom ?? 0
  const first = items.findIndex(({ row }) => row.getBoundingClientRect().top >= edge)
  return items.slice(Math.max(first, 0))
}

function goTo(item: RowItem | undefined): true {
  const target = item?.box?.disabled ? item.details?.querySelector('summary') : item?.box
  target?.focus({ preventScroll: true })
  item?.row.scrollIntoView({ block: 'nearest' })
  return true
}

function toggle(item: RowItem): void {
  const { details } = item
  if (!details) return
  details.open = !details.open
  if (details.open) details.querySelector('summary')?.focus()
  else goTo(item)
}
