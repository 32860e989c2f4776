import type { RolloutEntry } from '../../stores/rollouts.ts'
import { markDeleted } from './deeds.ts'
import { describeHoldings } from './holdings.ts'
import { SevereDialog } from './SevereDialog.tsx'

interface Props {
  entry: RolloutEntry
  onClose: () => void
}

/** Asks before a rollout is deleted, which can be undone. */
export function DeleteDialog({ entry, onClose }: Props) {
  return (
    <SevereDialog
      title={`Delete “${entry.rollout.name}”?`}
      deed="Delete"
      onDo={() => markDeleted(entry)}
      onClose={onClose}
    >
      <p>
        It holds {describeHoldings(entry.items)}. Nothing of it is lost yet: it moves to “Deleted” at the end of the
        list, and can be restored until somebody removes it for good.
        {entry.isCurrent && ' The pages of its platform then show another rollout, or an empty one.'}
      </p>
    </SevereDialog>
  )
}
