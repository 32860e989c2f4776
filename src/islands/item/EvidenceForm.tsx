import { useRef, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { newEvidenceName, readPasted } from './evidence-input.ts'
import { change, type Panel } from './panel.ts'
import type { Attaching } from './use-attach.ts'
import type { Telling } from './use-told.ts'
import { useUnsaved } from './use-unsaved.ts'

interface Props {
  panel: Panel
  telling: Telling
  attaching: Attaching
}

/** Adds evidence: a link, pasted output, or what tells a file from every other. */
export function EvidenceForm({ panel, telling, attaching }: Props) {
  const [text, setText] = useState('')
  const [fault, setFault] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = `${panel.item}-paste`
  useUnsaved(text.trim() !== '')

  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const read = readPasted(text, now())
    setFault(read.kind === 'refused' ? read.reason : '')
    if (read.kind === 'refused') return field.current?.focus()
    const result = change(panel, newEvidenceName(), read.evidence)
    telling.tell(result, 'Added')
    if (result.kind === 'written') setText('')
  }
  const choose = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    attaching.attach([...(currentTarget.files ?? [])])
    // The same file may be chosen again after it was removed.
    currentTarget.value = ''
  }
  return (
    <form class="evidence-form" noValidate onSubmit={add}>
      <label for={id}>Paste a link or output</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        spellcheck={false}
        value={text}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}-fault`}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <p class="problem" id={`${id}-fault`} role="alert">
        {fault}
      </p>
      <div class="evidence-ways">
        <button type="submit">Add</button>
        <label class="file-choice">
          Choose files…
          <input class="sr-only" type="file" multiple onChange={choose} />
        </label>
        <span class="panel-hint">Or drop files here. Only name, size and digest are kept, not the file.</span>
      </div>
      <p class="panel-hint" role="status">
        {attaching.computing && `Computing the digest of ${attaching.computing}…`}
      </p>
    </form>
  )
}
