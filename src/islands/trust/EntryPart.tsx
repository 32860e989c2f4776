import { useState } from 'preact/hooks'
import { FileChooser } from '../verify/FileChooser.tsx'

interface Props {
  /** @returns What is wrong with it; undefined when it was added. */
  onAdd: (text: string, id: string) => Promise<string | undefined>
  onFiles: (files: readonly File[]) => void
  problems: readonly string[]
}

/** What people send comes in here, pasted or as files. */
export function EntryPart({ onAdd, onFiles, problems }: Props) {
  const [text, setText] = useState('')
  const [id, setId] = useState('')
  const [problem, setProblem] = useState<string>()
  const add = async () => {
    const refused = await onAdd(text, id)
    setProblem(refused)
    if (refused !== undefined) return
    setText('')
    setId('')
  }
  const all = problem === undefined ? problems : [problem, ...problems]
  return (
    <form
      class="entry-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <div class="form-field">
        <label for="entry-text">What somebody sent: their entry, a PEM, or a line of OpenSSH</label>
        <textarea
          id="entry-text"
          class="code"
          rows={5}
          spellcheck={false}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby="entry-said"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <div class="form-field">
        <label for="entry-id">Whose key it is, if it is a key alone</label>
        <input
          id="entry-id"
          class="code"
          placeholder="alice@example.com"
          autocomplete="off"
          value={id}
          onInput={({ currentTarget }) => setId(currentTarget.value)}
        />
      </div>
      <FileChooser
        label="Or files, also dropped anywhere on this page"
        multiple
        hint="Entries, keys, or a golive-trust.json to go on from"
        onFiles={onFiles}
      />
      <p class="actions">
        <button type="submit">Add</button>
      </p>
      <div id="entry-said" role="status">
        {all.map((each, index) => (
          <p class="problem" key={index}>
            {each}
          </p>
        ))}
      </div>
    </form>
  )
}
