import { useEffect, useRef, useState } from 'preact/hooks'
import type { ItemState, ItemStateKind } from '../../core/progress.ts'
import type { ItemStatus } from '../../core/status.ts'
import { Problem, Said } from './Part.tsx'
import { change, type Panel } from './panel.ts'
import { StateForm } from './StateForm.tsx'
import { StateSummary } from './StateSummary.tsx'
import { needsReason, plainState, type ReasonedKind, stateKinds, stateWord } from './states.ts'
import { readField } from './use-amending.ts'
import { usePassing } from './use-passing.ts'
import type { Telling } from './use-told.ts'

interface Props {
  panel: Panel
  status: ItemStatus
  telling: Telling
}

/** What has become of the item: chosen at once, or with a reason where the state says nothing without one. */
export function StatePicker({ panel, status, telling }: Props) {
  const stored = panel.record?.state?.value ?? { kind: 'open' }
  const [asking, setAsking] = useState<ReasonedKind>()
  const [left, setLeft] = useState<{ kind: ItemStateKind }>()
  const passing = usePassing()
  const group = useRef<HTMLFieldSetElement>(null)
  const shown = status.isExcluded ? status.kind : (asking ?? stored.kind)
  const name = `${panel.item}-state`

  // A form that goes away would take the focus with it.
  useEffect(() => {
    if (left) group.current?.querySelector<HTMLElement>(`[value="${left.kind}"]`)?.focus()
  }, [left])
  const leave = (kind: ItemStateKind) => {
    setAsking(undefined)
    setLeft({ kind })
  }
  const write = (state: ItemState, amends?: string) => {
    const result = change(panel, 'state', state, amends)
    telling.tell(result)
    if (result.kind === 'written') passing.remember(readField(panel, 'state')?.at)
    return result.kind === 'written'
  }
  const choose = (kind: ItemStateKind) => {
    if (needsReason(kind)) return setAsking(kind)
    setAsking(undefined)
    write(plainState(kind, panel.digest), passing.amended())
  }
  const save = (state: ItemState) => {
    // What was typed stays where it was refused.
    if (write(state)) leave(state.kind)
  }
  return (
    <div class="panel-part">
      <fieldset ref={group} class="state-picker" disabled={status.isExcluded === true} {...passing.listeners}>
        <legend>State</legend>
        {stateKinds.map((kind) => (
          <label key={kind} class="state-choice">
            <input type="radio" name={name} value={kind} checked={kind === shown} onChange={() => choose(kind)} />
            {stateWord(kind)}
          </label>
        ))}
      </fieldset>
      <Said told={telling.told} />
      {asking ? (
        <StateForm
          key={asking}
          panel={panel}
          kind={asking}
          stored={stored}
          onSave={save}
          onCancel={() => leave(stored.kind)}
        />
      ) : (
        <StateSummary state={stored} status={status} onEdit={setAsking} />
      )}
      <Problem told={telling.told} />
    </div>
  )
}
