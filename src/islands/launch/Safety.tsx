import { useState } from 'preact/hooks'
import type { LaunchEventKind, LaunchStage, Rollout } from '../../core/index.ts'
import { Dialog } from '../rollouts/Dialog.tsx'
import { CommandBlock } from './CommandBlock.tsx'

interface Props {
  rollout: Rollout
  stage: LaunchStage
  editUrl: string
  onLog: (kind: LaunchEventKind, text: string) => void
}

/** What stops the launch and what undoes it, always in sight. */
export function Safety({ rollout: { rollbackCommand, abortCriteria }, stage, editUrl, onLog }: Props) {
  const [isAsked, setAsked] = useState(false)
  return (
    <section class="safety" aria-label="Stop and go back">
      <h2>Stop when</h2>
      {abortCriteria.length > 0 ? (
        <ul>
          {abortCriteria.map((criterion, index) => (
            <li key={index}>{criterion}</li>
          ))}
        </ul>
      ) : (
        <p class="missing">
          No abort criteria. <a href={editUrl}>Write them down</a> before the launch.
        </p>
      )}
      <h2>Go back with</h2>
      {rollbackCommand ? (
        <CommandBlock text={rollbackCommand} label="rollback command" />
      ) : (
        <p class="missing">
          No rollback command. <a href={editUrl}>Write it down</a> before the launch.
        </p>
      )}
      {(stage === 'launch' || stage === 'after') && (
        <p class="step-deeds">
          {stage === 'launch' && (
            <button type="button" onClick={() => onLog('launched', 'Launched')}>
              Launched
            </button>
          )}
          <button type="button" class="danger" onClick={() => setAsked(true)}>
            Abort…
          </button>
        </p>
      )}
      {stage === 'stopped' && (
        <p class="step-deeds">
          <button type="button" onClick={() => onLog('rolled-back', 'Rolled back')}>
            Rolled back
          </button>
        </p>
      )}
      {isAsked && <AbortDialog onAbort={(text) => onLog('aborted', text)} onClose={() => setAsked(false)} />}
    </section>
  )
}

function AbortDialog({ onAbort, onClose }: { onAbort: (text: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('')
  return (
    <Dialog title="Abort the launch" onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onAbort(reason.trim() ? `Aborted: ${reason.trim()}` : 'Aborted')
            close()
          }}
        >
          <p>The log notes it with the time. Nothing is run: the rollback is yours to run.</p>
          <label>
            What was seen
            <input value={reason} maxLength={900} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
          </label>
          <p class="actions">
            <button type="submit">Abort</button>
            <button type="button" onClick={close}>
              Cancel
            </button>
          </p>
        </form>
      )}
    </Dialog>
  )
}
