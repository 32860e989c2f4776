/** What the parts of an item's panel share: the item, what is stored of it, and the one way to change it. */
import { now } from '../../browser/environment.ts'
import type { ItemFields, ItemRecord } from '../../core/progress.ts'
import type { Rollout } from '../../core/rollout.ts'
import { type ChangeResult, changeItem } from '../../stores/progress.ts'
import { tellResult } from './use-told.ts'

export interface Panel {
  row: HTMLElement
  platform: string
  item: string
  /** Beginning of the digest of the wording that the row shows. */
  digest: string
  rollout: Rollout
  record: ItemRecord | undefined
}

/**
 * Changes a field of the item, in the rollout that was shown when the change was begun.
 *
 * @param amends Time of the version that this one continues, see `setField`.
 */
export function change<Name extends keyof ItemFields>(
  { row, platform, item, rollout }: Panel,
  name: Name,
  value: ItemFields[Name],
  amends?: string,
): ChangeResult {
  const result = changeItem(platform, item, name, value, { rollout: rollout.id, amends })
  if (result.kind === 'written') {
    // What the row said of an earlier change is no longer so.
    const saved = row.querySelector('[data-saved]')
    if (saved) saved.textContent = result.isStored ? tellResult(result, 'saved', now()).said : 'not saved'
    // Where this cannot be loaded the answer is stored all the same; only a later comparison will lack its text.
    import('../after-answer.ts').then(
      ({ afterAnswer }) => afterAnswer(row),
      () => {},
    )
  }
  return result
}
