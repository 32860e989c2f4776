import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import type { Item } from '../../core/checklist.ts'
import type { Panel } from '../item/panel.ts'
import type { Telling } from '../item/use-told.ts'
import { useUnsaved } from '../item/use-unsaved.ts'
import { judgeFor, keepProof } from './keep.ts'
import { OutputVerdictView } from './OutputVerdictView.tsx'

interface Props {
  panel: Panel
  definition: Item
  telling: Telling
  onDone: () => void
}

/** What somebody says that the command printed, and when they said so. */
interface Said {
  text: string
  isSilent: boolean
  at: Date
}

/** Takes the output of an item's check and judges it as it is pasted; nothing is kept before somebody says so. */
export function OutputForm({ panel, definition, telling, onDone }: Props) {
  const [said, setSaid] = useState<Said>({ text: '', isSilent: false, at: now() })
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = `${panel.item}-output`
  const isGiven = said.isSilent || said.text.trim() !== ''
  useUnsaved(isGiven)
  useEffect(() => field.current?.focus(), [])
  const proposal = useMemo(
    () => (isGiven ? judgeFor(panel, definition, said.text, said.at) : undefined),
    [said, definition, panel.record, panel.rollout],
  )

  const say = (text: string, isSilent = false) => {
    setProblem('')
    setSaid({ text, isSilent, at: now() })
  }
  const keep = async (isTicking: boolean) => {
    if (!proposal || isBusy) return
    setBusy(true)
    const kept = await keepProof(panel, proposal, isTicking)
    setBusy(false)
    if (kept.kind === 'problem') return setProblem(kept.problem)
    if (kept.kind === 'cancelled') return
    telling.tell(kept.result, kept.done)
    if (kept.result.kind === 'written') onDone()
  }
  return (
    <div class="proof-form">
      <label for={id}>Output of the check</label>
      <textarea
        ref={field}
        id={id}
        rows={4}
        class="proof-output"
        spellcheck={false}
        value={said.text}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => say(currentTarget.value)}
      />
      <div class="proof-ways">
        {!isGiven && (
          <button type="button" onClick={() => say('', true)}>
            It printed nothing
          </button>
        )}
        <span class="panel-hint" id={`${id}-hint`}>
          Judged on this device. Only the lines that decide are kept, and only when you say so.
        </span>
      </div>
      <div role="status">{proposal && <OutputVerdictView proposal={proposal} isSilent={said.isSilent} />}</div>
      <p class="problem" role="alert">
        {problem}
      </p>
      {proposal && (
        <p class="actions">
          <button type="button" disabled={isBusy} onClick={() => keep(false)}>
            Keep as evidence
          </button>
          {proposal.verdict === 'pass' && proposal.standing === 'open' && (
            <button type="button" disabled={isBusy} onClick={() => keep(true)}>
              Keep and tick
            </button>
          )}
          <button type="button" onClick={onDone}>
            Cancel
          </button>
        </p>
      )}
    </div>
  )
}
