import { useState } from 'preact/hooks'
import type { RolloutEntry } from '../../stores/rollouts.ts'
import { Dialog } from './Dialog.tsx'
import { removeForGood, saveRolloutFile } from './deeds.ts'
import { describeHoldings } from './holdings.ts'

interface Props {
  entry: RolloutEntry
  onClose: () => void
}

/** Asks before a rollout is gone for good, and offers its file first. */
export function RemoveDialog({ entry, onClose }: Props) {
  const { rollout, items } = entry
  const [told, setTold] = useState('')
  return (
    <Dialog title={`Remove “${rollout.name}” for good?`} onClose={onClose}>
      {(close) => (
        <>
          <p>
            It holds {describeHoldings(items)}. This cannot be undone: what is not in a file is gone from this browser.
          </p>
          <p role="status">{told}</p>
          <p class="actions">
            <button type="button" onClick={async () => setTold(await saveRolloutFile(rollout))}>
              Save its file first
            </button>
            <button
              type="button"
              class="severe"
              onClick={() => {
                close()
                removeForGood(rollout)
              }}
            >
              Remove for good
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
