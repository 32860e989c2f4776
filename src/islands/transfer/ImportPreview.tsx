import type { ImportPlan } from '../../stores/transfer.ts'
import { conflictName } from './ConflictChoice.tsx'
import type { TransferProps } from './ImportPanel.tsx'
import { type Chosen, listChosen, listKept } from './plan-summary.ts'
import { RolloutChanges } from './RolloutChanges.tsx'
import { useArrival } from './use-arrival.ts'

interface Props extends Pick<TransferProps, 'platforms'> {
  /** Name of the file. */
  name: string
  plan: ImportPlan
  onImport: (chosen: readonly Chosen[]) => void
  onCancel: () => void
}

/** What a file would change, item by item, with the choices that only a person can make. */
export function ImportPreview({ name, plan, platforms, onImport, onCancel }: Props) {
  const ref = useArrival<HTMLHeadingElement>()
  const kept = listKept(plan)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    // Read from the form when it is sent: a thousand rows are not drawn again for one choice.
    const form = new FormData(event.currentTarget as HTMLFormElement)
    onImport(listChosen(plan, (conflict) => form.get(conflictName(conflict))?.toString()))
  }
  return (
    <form class="outcome import-preview" onSubmit={submit}>
      <h3 ref={ref} tabIndex={-1}>
        What <bdi>{name}</bdi> would change
      </h3>
      {plan.rollouts.map((preview) => (
        <RolloutChanges key={preview.contents.id} preview={preview} platforms={platforms} />
      ))}
      {kept.length > 0 && (
        <section class="rollout-changes" aria-label="Texts kept aside">
          <h4>Kept aside</h4>
          <p>
            This version cannot read {kept.length === 1 ? 'one text' : `${kept.length} texts`} of the backup. They are
            kept as they are, beside the answers:
          </p>
          <ul class="kept">
            {kept.map((key) => (
              <li key={key}>
                <code>{key}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="actions import-actions">
        <button type="submit">Import</button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        <span class="hint">Nothing is changed yet.</span>
      </p>
    </form>
  )
}
