import { useMemo, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { countOpenMusts } from '../../core/signoff/affirmation.ts'
import { FieldProblem, TextField } from '../rollouts/TextField.tsx'
import { beginFreeze, type FreezeDraft, type FreezeProblems, findFreezeProblems } from './freeze-draft.ts'
import { buildReportNow, type FreezeSource, foreseeStatement } from './freezing.ts'
import { RoleRows } from './RoleRows.tsx'

interface Props {
  source: FreezeSource
  /** What freezing refused, each with its place. */
  faults: readonly string[]
  isBusy: boolean
  onFreeze: (draft: FreezeDraft) => void
  onCancel: (() => void) | undefined
}

/** What a freeze needs beside the report: who signs, what they agree to, until when it counts. */
export function FreezeForm({ source, faults, isBusy, onFreeze, onCancel }: Props) {
  const [draft, setDraft] = useState(() => beginFreeze(source.rollout, now()))
  const [problems, setProblems] = useState<FreezeProblems>({})
  // Typing changes nothing of the report.
  const { items, result, affirmation } = useMemo(
    () => foreseeStatement(buildReportNow(source)),
    [source.rollout, source.items, source.published],
  )
  const change = (part: Partial<FreezeDraft>) => setDraft({ ...draft, ...part })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const found = findFreezeProblems({ affirmation, ...draft }, { result, now: now() })
    setProblems(found)
    const first = Object.keys(found)[0]
    if (first === undefined) return onFreeze({ affirmation, ...draft })
    form.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus()
  }
  return (
    <form class="rollout-form" onSubmit={submit} noValidate aria-label="Freeze the report">
      {result === 'FAILED' && (
        <NoGoBox
          openMusts={countOpenMusts(items)}
          isNoGo={draft.isNoGo}
          problem={problems['isNoGo']}
          onChange={(isNoGo) => change({ isNoGo })}
        />
      )}
      <RoleRows roles={draft.roles} problems={problems} onChange={(roles) => change({ roles })} />
      <TextField
        name="affirmation"
        label="What signers agree to"
        class="wide"
        rows={2}
        value={draft.affirmation ?? affirmation}
        problem={problems['affirmation']}
        onInput={(value) => change({ affirmation: value })}
      />
      <TextField
        name="expiresAt"
        label="Valid until"
        class="half"
        isMoment
        value={draft.expiresAt}
        problem={problems['expiresAt']}
        hint={tellLaunch(source.rollout.plannedLaunch, draft.expiresAt)}
        onInput={(value) => change({ expiresAt: value })}
      />
      <div class="form-end">
        <button type="submit" disabled={isBusy}>
          {result === 'FAILED' ? 'Freeze as a no-go report' : 'Freeze the report'}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
        <div role="alert">
          {faults.map((fault) => (
            <p key={fault} class="problem">
              {fault}
            </p>
          ))}
        </div>
      </div>
    </form>
  )
}

interface NoGoProps {
  openMusts: number
  isNoGo: boolean
  problem: string | undefined
  onChange: (isNoGo: boolean) => void
}

/** A report with an open must is signed only as what it is. */
function NoGoBox({ openMusts, isNoGo, problem, onChange }: NoGoProps) {
  return (
    <div class="wide no-go-box">
      <p>
        {openMusts === 1 ? 'A must is open' : `${openMusts} musts are open`}: no verifier lets this rollout go. It can
        be frozen and signed as a no-go report, for the record.
      </p>
      <label class="check">
        <input
          type="checkbox"
          name="isNoGo"
          checked={isNoGo}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? 'field-isNoGo-problem' : undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        This is a no-go report
      </label>
      <FieldProblem name="isNoGo" problem={problem} />
    </div>
  )
}

function tellLaunch(plannedLaunch: string, expiresAt: string): string {
  if (plannedLaunch !== '' && expiresAt !== '' && plannedLaunch > expiresAt) {
    return `The planned launch, ${plannedLaunch.replace('T', ' ')}, comes later: the report would no longer be valid then.`
  }
  return 'In your own time zone. After that, nobody accepts the report any more.'
}
