import { pickClass } from './dom.ts'

/**
 * Arrow keys walk from the field through whatever can be picked below it, and back; Enter in the field opens the first
 * result, Escape closes.
 *
 * @param answering The answer to what was typed, while it is on its way.
 */
export function onKey(
  event: KeyboardEvent,
  dialog: HTMLDialogElement,
  input: HTMLInputElement,
  answering: () => Promise<void> | undefined,
): void {
  const { key, target } = event
  // In a list of choices the arrows choose, and Escape leaves it.
  if (target instanceof HTMLSelectElement) return
  // A search field takes Escape for itself, to empty it; people mean the dialog.
  if (key === 'Escape') dialog.close()
  else if (key === 'Enter' && target === input && !event.isComposing) openFirst(dialog, answering())
  else if (key === 'ArrowDown' || key === 'ArrowUp') walk(dialog, input, key === 'ArrowDown')
  else return
  event.preventDefault()
}

/** Whoever types fast means what was typed, and not what was found for the beginning of it. */
async function openFirst(dialog: HTMLDialogElement, answering: Promise<void> | undefined): Promise<void> {
  await answering
  dialog.querySelector<HTMLAnchorElement>('ol a')?.click()
}

function walk(dialog: HTMLDialogElement, input: HTMLInputElement, isDown: boolean): void {
  const picks = [...dialog.querySelectorAll<HTMLElement>(`.${pickClass}`)]
  const index = picks.indexOf(document.activeElement as HTMLElement)
  const next = isDown ? (picks[index + 1] ?? picks.at(-1)) : index > 0 ? picks[index - 1] : input
  next?.focus()
}
