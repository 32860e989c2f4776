import { useState } from 'preact/hooks'
import type { RolloutEntry } from '../../stores/rollouts.ts'
import { removeForGood, saveRolloutFile } from './deeds.ts'
import { describeHoldings } from './holdings.ts'
import { SevereDialog } from './SevereDialog.tsx'

interface Props {
  entry: RolloutEntry
  onClose: () => void
}

/** Asks before a rollout is gone for good, and offers its file first. */
export function RemoveDialog({ entry, onClose }: Props) {
  const { rollout, items } = entry
  const [told, setTold] = useState('')
  return (
    <SevereDialog
      title={`Remove “${rollout.name}” for good?`}
      before={
        <button type="button" onClick={async () => setTold(await saveRolloutFile(rollout))}>
          Save its file first
        </button>
      }
      deed="Remove for good"
      onDo={() => removeForGood(rollout)}
      onClose={onClose}
    >
      <p>It holds {describeHoldings(items)}. This cannot be undone: what is not in a file is gone from this browser.</p>
      <p role="status">{told}</p>
    </SevereDialog>
  )
}
