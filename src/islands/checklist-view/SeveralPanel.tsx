import { useEffect, useRef, useState } from 'preact/hooks'
import { needsReason, type ReasonedKind } from '../item/states.ts'
import { useLive } from '../item/use-live.ts'
import { changeMany } from './change-many.ts'
import { closePanel } from './open-panel.ts'
import { type BulkKind, bulkKinds, bulkLabels, nameItems } from './plan-bulk.ts'
import { ReasonForm } from './ReasonForm.tsx'
import { $picked, pickRows } from './selection.ts'
import type { ChecklistView } from './view.ts'

/** One state for all items that are shown, or for those that somebody picks; it asks nothing that can be undone. */
export function SeveralPanel({ view }: { view: ChecklistView }) {
  const { items } = useLive(view.$shown)
  const picked = useLive($picked)
  const [asking, setAsking] = useState<Extract<BulkKind, ReasonedKind>>()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    first.current?.focus()
    return () => pickRows(view.all, false)
  }, [view])
  const targets = picked ? items.filter(({ id }) => picked.has(id)) : items
  const change = (kind: BulkKind, reason = '') => {
    changeMany(view, kind, targets, reason)
    closePanel()
  }
  const choose = (kind: BulkKind) => (needsReason(kind) ? setAsking(kind) : change(kind))
  return (
    <section class="view-panel" aria-label="Change several">
      <fieldset class="view-targets">
        <legend>Which items</legend>
        <label>
          <input
            ref={first}
            type="radio"
            name="view-targets"
            checked={!picked}
            onChange={() => pickRows(view.all, false)}
          />
          all that are shown <span class="view-count">{items.length}</span>
        </label>
        <label>
          <input
            type="radio"
            name="view-targets"
            checked={picked !== undefined}
            onChange={() => pickRows(view.all, true)}
          />
          those I select in the list <span class="view-count">{picked?.size ?? 0}</span>
        </label>
      </fieldset>
      <p class="actions">
        {bulkKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={targets.length === 0}
            aria-expanded={needsReason(kind) ? asking === kind : undefined}
            onClick={() => choose(kind)}
          >
            {bulkLabels[kind]}
          </button>
        ))}
        <button type="button" onClick={closePanel}>
          Close
        </button>
      </p>
      {asking && (
        <ReasonForm
          key={asking}
          kind={asking}
          about={nameItems(targets.length)}
          onSave={(reason) => change(asking, reason)}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </section>
  )
}
