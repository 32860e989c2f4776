import { useStore } from '@nanostores/preact'
import { useEffect, useRef } from 'preact/hooks'
import { $said } from './said.ts'

/** Says what was done; always in the page, because a live region has to be there before its text. */
export function StatusLine() {
  const said = useStore($said)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The row that was acted on may be gone, and the focus with it: whoever works by keyboard goes on from here.
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (said && isLost) (line.current?.querySelector('button') ?? line.current)?.focus()
  }, [said])
  return (
    <div class="status-line" role="status" tabIndex={-1} ref={line}>
      {said && (
        <p>
          {said.text}{' '}
          {said.undo && (
            <button type="button" onClick={said.undo}>
              Undo
            </button>
          )}
        </p>
      )}
    </div>
  )
}
