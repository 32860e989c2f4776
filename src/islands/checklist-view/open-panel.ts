/** Which panel of the bar is open. */
import { atom } from 'nanostores'

export type PanelName = 'filter' | 'several'

export const $open = atom<PanelName | undefined>(undefined)

export const closePanel = (): void => $open.set(undefined)

export const togglePanel = (name: PanelName): void => $open.set($open.get() === name ? undefined : name)

export function openKeys(): void {
  closePanel()
  // Few people ask, and those once.
  import('./keys-dialog.ts').then(
    ({ showKeys }) => showKeys(),
    () => alert('The list of keys could not be loaded: check the connection and try again.'),
  )
}

/** Where to go on when the button that was pressed is gone. */
export const focusBar = (): void =>
  document.querySelector<HTMLElement>('.view-bar button')?.focus({ preventScroll: true })
