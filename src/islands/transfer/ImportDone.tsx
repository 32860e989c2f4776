import type { RolloutPreview } from '../../stores/transfer.ts'
import { ImportEnd } from './ImportEnd.tsx'
import type { ImportStep } from './imports.ts'
import { OpenRollout } from './OpenRollout.tsx'
import { countArrived, countNoun, describeKey, hasChanges, listKept } from './plan-summary.ts'
import { useArrival } from './use-arrival.ts'

type Step<Kind> = Extract<ImportStep, { kind: Kind }>

interface DoneProps extends Step<'imported'> {
  base: string
  /** Name of the file. */
  name: string
  onUndo: () => void
}

/** What arrived, with the way to it and the way back. */
export function ImportDone({ base, name, plan, chosen, done, onUndo }: DoneProps) {
  const ref = useArrival<HTMLDivElement>()
  const changed = plan.rollouts.filter((preview) => hasChanges({ rollouts: [preview], others: {} }))
  const kept = listKept(plan).length
  return (
    <div class="outcome imported" ref={ref} tabIndex={-1} role="status">
      {changed.map((preview) => (
        <p key={preview.contents.id}>
          <Arrived preview={preview} count={countArrived(preview, chosen)} />{' '}
          <OpenRollout base={base} rollout={preview.rollout} />
        </p>
      ))}
      {kept > 0 && <p>Kept aside {countNoun(kept, 'text')} that this version cannot read.</p>}
      <ImportEnd name={name} isStored={done.isStored} onUndo={onUndo} />
    </div>
  )
}

function Arrived({ preview, count }: { preview: RolloutPreview; count: number }) {
  const name = <bdi>{preview.rollout.name}</bdi>
  if (count > 0) {
    return (
      <>
        Imported {countNoun(count, 'answer')} into “{name}”.
      </>
    )
  }
  return preview.isNew ? (
    <>Imported “{name}”, which has no answers yet.</>
  ) : (
    <>Imported what “{name}” is; none of its answers changed.</>
  )
}

/** What was put back, and what was not because somebody changed it since. */
export function ImportUndone({ name, plan, left }: Step<'undone'> & { name: string }) {
  const ref = useArrival<HTMLDivElement>()
  return (
    <div class="outcome" ref={ref} tabIndex={-1} role="status">
      <p>
        The import of <bdi>{name}</bdi> was undone: what it changed is as it was before
        {left.length > 0 && ', but for what was changed since. That is left as it is now:'}
        {left.length === 0 && '.'}
      </p>
      {left.length > 0 && (
        <ul>
          {left.map((key) => (
            <li key={key}>
              <bdi>{describeKey(plan, key)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
