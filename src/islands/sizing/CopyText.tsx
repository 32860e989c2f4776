import { useRef, useState } from 'preact/hooks'
import { copyText } from '../../browser/copy-text.ts'

/** A text to take along, and a button that copies it. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState('')
  const code = useRef<HTMLElement>(null)
  const copy = async () => {
    const isCopied = await copyText(text, code.current)
    setSaid(isCopied ? 'Copied' : 'Selected: copy it with the keys of your system')
  }
  return (
    <div class="copy-text">
      <pre class="command-text">
        <code ref={code}>{text}</code>
      </pre>
      <button type="button" onClick={copy}>
        Copy {label}
      </button>{' '}
      <span role="status">{said}</span>
    </div>
  )
}
