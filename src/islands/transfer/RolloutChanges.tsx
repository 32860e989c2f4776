import { records } from '../../browser/environment.ts'
import { describeRollout } from '../../core/index.ts'
import type { ChangePreview, RolloutPreview } from '../../stores/transfer.ts'
import { ChangeRow } from './ChangeRow.tsx'
import type { TransferProps } from './ImportPanel.tsx'
import { countNoun, type SortedChanges, sortChanges } from './plan-summary.ts'

interface Props extends Pick<TransferProps, 'platforms'> {
  preview: RolloutPreview
}

/** What would change of one rollout: how much of each kind, then item by item. */
export function RolloutChanges({ preview, platforms }: Props) {
  const { rollout, isNew } = preview
  const { changed, unknown, counts } = sortChanges(preview)
  const title = platforms.find(({ id }) => id === rollout.platform)?.title ?? rollout.platform
  const isDeleted = !isNew && describeRollout(rollout.id, records.readRollout(rollout.id)).deletedAt !== ''
  return (
    <section class="rollout-changes" aria-label={`Rollout ${rollout.id}`}>
      <h4>
        <bdi>{rollout.name}</bdi>
      </h4>
      <p class="rollout-facts">
        <code>{rollout.id}</code>
        <span>{title}</span>
        <b>{isNew ? 'new here' : 'is merged into yours'}</b>
      </p>
      {isDeleted && <p>Yours is deleted: it takes the answers in and stays deleted until you restore it.</p>}
      <ul class="change-counts">
        {listCounts(counts).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {counts.conflict > 0 && (
        <p>Where both were changed, choose which one stays. The other is kept in the item's history.</p>
      )}
      <ChangeList changes={changed} rollout={rollout.id} />
      {unknown.length > 0 && (
        <>
          <h5>Kept, this checklist does not know them</h5>
          <ChangeList changes={unknown} rollout={rollout.id} />
        </>
      )}
    </section>
  )
}

function listCounts({ new: added, changed, conflict, same }: SortedChanges['counts']): string[] {
  const texts = [
    added > 0 && countNoun(added, 'new answer'),
    changed > 0 && `${changed} changed`,
    conflict > 0 && countNoun(conflict, 'conflict'),
    same > 0 && `${same} the same as here`,
  ].filter((text) => text !== false)
  return texts.length > 0 ? texts : ['no answers']
}

function ChangeList({ changes, rollout }: { changes: ChangePreview[]; rollout: string }) {
  if (changes.length === 0) return null
  return (
    <ul class={changes.length > 50 ? 'changes many' : 'changes'}>
      {changes.map((change, index) => (
        <ChangeRow key={`${change.item} ${index}`} rollout={rollout} change={change} />
      ))}
    </ul>
  )
}
