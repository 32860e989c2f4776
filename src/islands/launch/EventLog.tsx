import { useState } from 'preact/hooks'
import { type LaunchEventName, type LoggedEvent, maxEventTextLength } from '../../core/index.ts'
import { formatLocal } from '../rollouts/moments.ts'

interface Props {
  log: readonly [LaunchEventName, LoggedEvent][]
  onNote: (text: string) => void
  onRemove: (name: LaunchEventName, event: LoggedEvent) => void
}

/** What happened, newest first, and a line to add to it. */
export function EventLog({ log, onNote, onRemove }: Props) {
  const [text, setText] = useState('')
  const add = (event: Event) => {
    event.preventDefault()
    if (text.trim() === '') return
    onNote(text.trim())
    setText('')
  }
  return (
    <section class="event-log" aria-label="Log">
      <h2>Log</h2>
      <form onSubmit={add}>
        <input
          value={text}
          id="launch-note"
          aria-label="What happened"
          placeholder="What happened"
          maxLength={maxEventTextLength}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <button type="submit">Note it</button>
      </form>
      {log.length === 0 && (
        <p class="missing">Decisions, steps and notes stand here with their times, and in the report.</p>
      )}
      <ol>
        {log.toReversed().map(([name, event]) => (
          <li key={name} class={`event event-${event.kind}`}>
            <time dateTime={event.happenedAt}>{formatLocal(new Date(event.happenedAt))}</time>
            <span>
              {event.text}
              {event.by && <small> {event.by}</small>}
            </span>
            <button type="button" aria-label={`Take back: ${event.text}`} onClick={() => onRemove(name, event)}>
              Take back
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
