import { type ComponentChild, render } from 'preact'
import { type Core, loadCore } from './core.ts'

/** Shows a screen of the sign-off. All that it needs is loaded now, so that it works when the network goes. */
export async function mountScreen(root: HTMLElement, show: (core: Core) => ComponentChild): Promise<void> {
  try {
    if (!isSecureContext) throw new Error('Browsers check keys only on pages served over https or from this machine.')
    render(show(await loadCore()), root)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    render(<Failed message={message} onRetry={() => mountScreen(root, show)} />, root)
  }
}

function Failed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div class="empty" role="alert">
      <p>This screen cannot work now. {message}</p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}
