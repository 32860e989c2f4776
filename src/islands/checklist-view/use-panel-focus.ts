import { useLayoutEffect, useRef } from 'preact/hooks'
import { $open, closePanel, type PanelName } from './open-panel.ts'

/** In pixels: less shows nothing of what it holds, and the page can be scrolled. */
const leastHeight = 240

/**
 * Closes the panel that is open by Escape, and the filters also when somebody goes on elsewhere; then gives the focus
 * back to the button that opened it, unless it has gone on.
 *
 * @param host Holds the buttons and the panels.
 */
export function usePanelFocus(host: HTMLElement, open: PanelName | undefined): void {
  const opened = useRef<PanelName | undefined>(undefined)
  useLayoutEffect(() => {
    // What was pressed in a panel goes away with it, and the focus with that.
    if (!open && document.activeElement === document.body) focusOpener(host, opened.current)
    opened.current = open
    if (open) fitPanel(host)
    return open && watch(host, open)
  }, [host, open])
}

/** The panel ends above the lower edge of the window, wherever the bar stands by now. */
function fitPanel(host: HTMLElement): void {
  const panel = host.querySelector<HTMLElement>('.view-panel')
  const room = panel ? innerHeight - panel.getBoundingClientRect().top - 16 : 0
  if (panel) panel.style.maxHeight = `${Math.max(room, leastHeight)}px`
}

function watch(host: HTMLElement, open: PanelName): () => void {
  const stop = new AbortController()
  const leave = ({ target }: Event) => {
    if (target instanceof Node && !host.contains(target)) closePanel()
  }
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // A search field takes Escape for itself, to empty it; people mean the panel.
    event.preventDefault()
    closePanel()
    focusOpener(host, open)
  }
  host.addEventListener('keydown', onEscape, stop)
  addEventListener('scroll', () => fitPanel(host), { passive: true, signal: stop.signal })
  // What is picked in the list belongs to the other panel.
  if ($open.get() === 'filter') {
    addEventListener('pointerdown', leave, stop)
    addEventListener('focusin', leave, stop)
  }
  return () => stop.abort()
}

function focusOpener(host: HTMLElement, name: PanelName | undefined): void {
  host.querySelector<HTMLElement>(`[aria-controls="view-${name}"]`)?.focus({ preventScroll: true })
}
