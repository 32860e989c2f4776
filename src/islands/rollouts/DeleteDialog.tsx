import type { RolloutEntry } from '../../stores/rollouts.ts'
import { Dialog } from './Dialog.tsx'
import { markDeleted } from './deeds.ts'
import { describeHoldings } from './holdings.ts'

interface Props {
  entry: RolloutEntry
  onClose: () => void
}

/** Asks before a rollout is deleted, which can be undone. */
export function DeleteDialog({ entry, onClose }: Props) {
  return (
    <Dialog title={`Delete “${entry.rollout.name}”?`} onClose={onClose}>
      {(close) => (
        <>
          <p>
            It holds {describeHoldings(entry.items)}. Nothing of it is lost yet: it moves to “Deleted” at the end of the
            list, and can be restored until somebody removes it for good.
            {entry.isCurrent && ' The pages of its platform then show another rollout, or an empty one.'}
          </p>
          <p class="actions">
            <button
              type="button"
              class="severe"
              onClick={() => {
                close()
                markDeleted(entry)
              }}
            >
              Delete
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
