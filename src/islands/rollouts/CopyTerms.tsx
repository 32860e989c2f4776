import type { RolloutEntry } from '../../stores/rollouts.ts'
import { countToConfirm, describeHoldings } from './holdings.ts'

/** What a copy takes along, and what it does not. */
export function CopyTerms({ entry: { rollout, items } }: { entry: RolloutEntry }) {
  const toConfirm = countToConfirm(items)
  return (
    <dl class="copy-terms">
      <div>
        <dt>Carried</dt>
        <dd>
          {describeHoldings(items)}; environment, service, what it is, people and abort criteria of “{rollout.name}”.
        </dd>
      </div>
      <div>
        <dt>To be confirmed again</dt>
        <dd>
          {toConfirm === 0 ? 'Nothing' : toConfirm === 1 ? '1 answer' : `${toConfirm} answers`}: what is done and what
          is an accepted risk. What proved the earlier rollout ready proves nothing of this one.
        </dd>
      </div>
      <div>
        <dt>Not carried</dt>
        <dd>Version, subjects, planned launch, rollback command, and who answered what before.</dd>
      </div>
    </dl>
  )
}
