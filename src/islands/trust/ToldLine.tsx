import { useEffect, useRef } from 'preact/hooks'
import type { Told } from './use-trust.ts'

/** Says what was done, with the way back; always in the page, because a live region has to be there before its text. */
export function ToldLine({ told }: { told: Told }) {
  const { said, undo, takesFocus } = told
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) line.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [told])
  return (
    <div class="told-line" role="status" ref={line}>
      {said && (
        <p>
          {said}{' '}
          {undo && (
            <button type="button" onClick={undo}>
              Undo
            </button>
          )}
        </p>
      )}
    </div>
  )
}
