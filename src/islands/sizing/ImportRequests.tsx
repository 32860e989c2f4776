import { useState } from 'preact/hooks'
import { jsonCommand, type RequestList, readRequests, tableCommand } from '../../core/sizing/index.ts'
import { CopyText } from './CopyText.tsx'
import type { Draft } from './draft.ts'
import { ImportFindings } from './ImportFindings.tsx'
import { addList, describeList, replaceByList } from './import-list.ts'

interface Props {
  draft: Draft
  onReplace: (part: Partial<Draft>, said: string) => void
}

/** Workloads from a cluster that runs already. */
export function ImportRequests({ draft, onReplace }: Props) {
  const [text, setText] = useState('')
  const [list, setList] = useState<RequestList>()
  const use = (part: Partial<Draft>, said: string) => {
    onReplace(part, said)
    setText('')
    setList(undefined)
  }
  return (
    <details class="sizing-more">
      <summary>Paste the requests of a cluster</summary>
      <p>Run this where kubectl reaches the cluster; it only reads. Paste all that it prints.</p>
      <CopyText text={tableCommand} label="the command" />
      <p class="hint">
        The table tells neither sidecars, nor limits without a request, nor required anti-affinity. The output of{' '}
        <code>{jsonCommand}</code> does, and is read here too. It stays in this page; but it may hold values of
        variables, so do not leave it lying around.
      </p>
      <div class="sizing-field">
        <label for="sizing-list">Output of kubectl</label>
        <textarea
          id="sizing-list"
          class="code"
          rows={6}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value)
            setList(undefined)
          }}
        />
      </div>
      <p class="actions">
        <button type="button" disabled={text.trim() === ''} onClick={() => setList(readRequests(text))}>
          Read the list
        </button>
      </p>
      <div role="status">{list && <p>{describeList(list)}</p>}</div>
      {list && <ImportFindings list={list} />}
      {list && list.workloads.length + list.daemons.length > 0 && (
        <p class="actions">
          <button type="button" onClick={() => use(replaceByList(list), 'The list took the place of the workloads.')}>
            Replace the workloads
          </button>
          <button
            type="button"
            onClick={() => use(addList(draft, list), 'Added what the list has under other names than the workloads.')}
          >
            Add to the workloads
          </button>
        </p>
      )}
    </details>
  )
}
