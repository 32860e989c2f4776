import type { RefObject } from 'preact'

interface Props {
  label: string
  accept?: string
  multiple?: boolean
  hint?: string
  onFiles: (files: readonly File[]) => void
  input?: RefObject<HTMLInputElement | null>
}

export function FileChooser({ label, accept, multiple, hint, onFiles, input }: Props) {
  const choose = ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
    onFiles([...(currentTarget.files ?? [])])
    // Choosing the same file again is a change again.
    currentTarget.value = ''
  }
  return (
    <div class="chooser">
      <label>
        {label}{' '}
        <input {...(input && { ref: input })} type="file" multiple={multiple} accept={accept} onChange={choose} />
      </label>
      {hint && <span class="hint">{hint}</span>}
    </div>
  )
}
