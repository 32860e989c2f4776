import { useEffect, useRef, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { Entry } from '../item/Entry.tsx'
import { entriesOf, type ReasonedKind, readState, stateWord } from '../item/states.ts'

interface Props {
  kind: ReasonedKind
  /** What it will be the reason of, like "12 items". */
  about: string
  onSave: (reason: string) => void
  onCancel: () => void
}

/** Asks for the one reason that all items get. */
export function ReasonForm({ kind, about, onSave, onCancel }: Props) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [fault])
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const read = readState(kind, { ...entriesOf(kind, { kind: 'open' }), reason }, '', now())
    if (read.kind === 'refused') setFault(read.faults.reason)
    else onSave(reason)
  }
  return (
    <form ref={form} class="view-reason" noValidate onSubmit={save}>
      <Entry
        id="view-reason"
        label={`Reason: why ${stateWord(kind)}?`}
        kind="lines"
        value={reason}
        fault={fault}
        onInput={setReason}
      />
      <p class="actions">
        <button type="submit">
          Set {about} to {stateWord(kind)}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  )
}
