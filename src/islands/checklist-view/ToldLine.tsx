import { useRef } from 'preact/hooks'
import { useLive } from '../item/use-live.ts'
import { focusBar } from './open-panel.ts'
import { nameItems } from './plan-bulk.ts'
import { $told } from './told.ts'
import type { ChecklistView } from './view.ts'

/** What was done last, and what waits to be asked for again; always in the page, so that it is read out. */
export function ToldLine({ view }: { view: ChecklistView }) {
  const told = useLive($told)
  const { unsettled } = useLive(view.$shown)
  const last = useRef<HTMLButtonElement>(null)
  const undo = () => {
    // The button that is pressed goes away with what it is for: whoever works by keyboard goes on from the next.
    last.current?.focus()
    told?.undo?.()
  }
  const dismiss = () => {
    $told.set(undefined)
    focusBar()
  }
  const update = () => {
    view.settle()
    focusBar()
  }
  return (
    <>
      <div class="view-told" role="status">
        {told && (
          <p>
            {told.text}{' '}
            {told.undo && (
              <button type="button" onClick={undo}>
                Undo
              </button>
            )}{' '}
            <button type="button" ref={last} onClick={dismiss}>
              Dismiss
            </button>
          </p>
        )}
      </div>
      {unsettled > 0 && (
        <p class="view-unsettled">
          {nameItems(unsettled)} changed since this was filtered.{' '}
          <button type="button" onClick={update}>
            Update the list
          </button>
        </p>
      )}
    </>
  )
}
