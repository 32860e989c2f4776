import { now } from '../../browser/environment.ts'
import type { ItemTerms } from '../../core/status.ts'
import { planConfirmation } from './confirmation.ts'
import { minuteOf } from './days.ts'
import { change, type Panel } from './panel.ts'
import type { Telling } from './use-told.ts'
import { WordingDiff } from './WordingDiff.tsx'

interface Props {
  panel: Panel
  terms: ItemTerms
  telling: Telling
}

/** Says why an answer has to be given again, and takes it in one press. */
export function ConfirmBox({ panel, terms, telling }: Props) {
  const { record, digest, rollout } = panel
  const plan = planConfirmation(record, { ...terms, digest }, rollout, now())
  // What only a link can settle is said where links are added.
  if (!plan?.canConfirm) return null
  const confirm = () => {
    // Judged anew: the page may have been open since yesterday.
    const { state, evidence } = planConfirmation(record, { ...terms, digest }, rollout, now()) ?? plan
    const result = change(panel, 'state', state)
    if (result.kind === 'refused') return telling.tell(result)
    telling.tell(evidence ? change(panel, ...evidence) : result, 'Confirmed')
    // The button goes with its box.
    if (!plan.isTooEarly) panel.row.querySelector<HTMLElement>('.state-picker input:checked')?.focus()
  }
  return (
    <section class="confirm-box" aria-label="To be confirmed">
      <p class="confirm-reasons">{plan.reason}.</p>
      {plan.answeredDigest !== undefined && <WordingDiff row={panel.row} answeredDigest={plan.answeredDigest} />}
      {plan.isStale && (
        <p class="panel-hint">
          {plan.evidence
            ? 'Confirm that you checked it again today, which dates the newest evidence today; or add new evidence below.'
            : 'Confirm that you checked it again today; or add evidence below.'}
        </p>
      )}
      {plan.isTooEarly && (
        <p class="panel-hint">
          Confirmed today it will be stale again at the launch on {minuteOf(rollout.plannedLaunch)}: it is valid for{' '}
          {terms.validForDays} days.
        </p>
      )}
      {plan.isUnlinked && <p class="panel-hint">Add the link under Evidence.</p>}
      <p class="actions">
        <button type="button" onClick={confirm}>
          Confirm
        </button>
      </p>
    </section>
  )
}
