import type { ComponentChildren } from 'preact'
import { Dialog } from './Dialog.tsx'

interface Props {
  title: string
  /** What is at stake. */
  children: ComponentChildren
  /** What can be done first. */
  before?: ComponentChildren
  /** Word on the button that does it. */
  deed: string
  onDo: () => void
  onClose: () => void
}

/** Asks before something goes away. */
export function SevereDialog({ title, children, before, deed, onDo, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {(close) => (
        <>
          {children}
          <p class="actions">
            {before}
            <button
              type="button"
              class="severe"
              onClick={() => {
                close()
                onDo()
              }}
            >
              {deed}
            </button>
            <button type="button" onClick={close}>
              Cancel
            </button>
          </p>
        </>
      )}
    </Dialog>
  )
}
