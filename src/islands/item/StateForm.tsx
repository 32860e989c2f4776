import { useEffect, useRef, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import type { ItemState } from '../../core/progress.ts'
import { dayOf } from './days.ts'
import { Entry } from './Entry.tsx'
import type { Panel } from './panel.ts'
import { entriesOf, type ReasonedKind, readState, type StateEntries, type StateFaults, stateWord } from './states.ts'
import { useUnsaved } from './use-unsaved.ts'

interface Props {
  panel: Panel
  kind: ReasonedKind
  stored: ItemState
  onSave: (state: ItemState) => void
  onCancel: () => void
}

/** Asks for what a state has to say: a reason, and for an accepted risk who accepts it and for how long. */
export function StateForm({ panel, kind, stored, onSave, onCancel }: Props) {
  const before = entriesOf(kind, stored)
  const [entries, setEntries] = useState(before)
  const [faults, setFaults] = useState<StateFaults>({})
  const form = useRef<HTMLFormElement>(null)
  useUnsaved(JSON.stringify(entries) !== JSON.stringify(before))
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])

  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const read = readState(kind, entries, panel.digest, now())
    if (read.kind === 'refused') setFaults(read.faults)
    else onSave(read.state)
  }
  const field = (name: keyof StateEntries) => ({
    id: `${panel.item}-${name}`,
    value: entries[name],
    fault: faults[name],
    onInput: (text: string) => setEntries((typed) => ({ ...typed, [name]: text })),
  })
  return (
    <form ref={form} class="state-form" noValidate onSubmit={save} aria-label={`State: ${stateWord(kind)}`}>
      <Entry label={reasonLabels[kind]} kind="lines" isWide {...field('reason')} />
      {kind === 'risk-accepted' && (
        <>
          <Entry label="Accepted by" {...field('acceptedBy')} />
          <Entry label="Until the end of" kind="date" min={dayOf(now())} {...field('expiresOn')} />
          <Entry label="Follow-up link (optional)" kind="url" isWide {...field('followUp')} />
          <Entry label="Compensating control (optional)" kind="lines" isWide {...field('compensatingControl')} />
        </>
      )}
      <p class="actions">
        <button type="submit">Save</button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  )
}

const reasonLabels: Record<ReasonedKind, string> = {
  blocked: 'Reason: what is it waiting for?',
  'not-applicable': 'Reason: why does it not apply?',
  'risk-accepted': 'Reason: why is it no reason to wait?',
}
