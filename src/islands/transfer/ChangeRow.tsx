import type { RecordRelation } from '../../core/index.ts'
import type { ChangePreview } from '../../stores/transfer.ts'
import { ConflictChoice } from './ConflictChoice.tsx'
import { FieldRow } from './FieldRow.tsx'
import { listArriving } from './plan-summary.ts'

/** A sign beside each word, told apart without colour. */
const marks: Record<RecordRelation, string> = { new: '+', changed: '→', conflict: '≠', same: '=' }

const words = { before: 'was', after: 'becomes', added: 'comes' }

/** One item: what would come, and what was there. */
export function ChangeRow({ rollout, change }: { rollout: string; change: ChangePreview }) {
  const { item, title, relation } = change
  return (
    <li class={`change relation-${relation}`}>
      <p class="change-title">
        <span class="relation">
          <span aria-hidden="true">{marks[relation]}</span> {relation}
        </span>
        <b>{title}</b>
        {item !== undefined && item !== title && <code>{item}</code>}
      </p>
      {listArriving(change).map((field) =>
        field.relation === 'conflict' ? (
          <ConflictChoice
            key={field.name}
            title={title}
            conflict={{ rollout, item, field: field.name, change: field }}
          />
        ) : (
          <FieldRow key={field.name} name={field.name} before={field.ours} after={field.theirs} words={words} />
        ),
      )}
    </li>
  )
}
