import { useState } from 'preact/hooks'
import { restore } from './deeds.ts'
import { describeHoldings } from './holdings.ts'
import { RemoveDialog } from './RemoveDialog.tsx'
import type { RowProps } from './RolloutRow.tsx'
import { When } from './When.tsx'

/** A deleted rollout, with what it still holds. */
export function DeletedRow({ platforms, entry, now }: Omit<RowProps, 'base' | 'onAsk'>) {
  const { rollout, items } = entry
  const [isAsking, setAsking] = useState(false)
  return (
    <li class="rollout" data-rollout={rollout.id}>
      <div class="rollout-head">
        <h3>
          <bdi>{rollout.name}</bdi>
        </h3>
        <code>{rollout.id}</code>
      </div>
      <p class="rollout-facts">
        <span>{platforms.find(({ id }) => id === rollout.platform)?.title ?? rollout.platform}</span>
        <span>{describeHoldings(items)}</span>
        <span>
          deleted <When at={rollout.deletedAt} from={now} />
        </span>
      </p>
      <div class="row-actions">
        <button type="button" onClick={() => restore(rollout)}>
          Restore<span class="sr-only"> {rollout.name}</span>
        </button>
        <button type="button" onClick={() => setAsking(true)}>
          Remove for good<span class="sr-only">: {rollout.name}</span>
        </button>
      </div>
      {isAsking && <RemoveDialog entry={entry} onClose={() => setAsking(false)} />}
    </li>
  )
}
