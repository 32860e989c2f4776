import { useRef, useState } from 'preact/hooks'
import { copyText } from '../../browser/copy-text.ts'

/** The same question for a terminal or a pipeline. */
export function CommandPart({ command, note }: { command: string; note: string | undefined }) {
  const [said, setSaid] = useState<string>()
  const text = useRef<HTMLElement>(null)
  const copy = async () => {
    const isCopied = await copyText(command, text.current)
    setSaid(isCopied ? 'Copied' : 'Selected: copy it with the keys of your system')
  }
  return (
    <section aria-labelledby="command">
      <h2 id="command">On the command line</h2>
      <p>The same check by the same code; it ends with 0 for accepted, 1 for refused, 2 for cannot judge.</p>
      <pre class="command-text">
        <code ref={text}>{command}</code>
      </pre>
      {note && <p class="hint">{note}</p>}
      <p class="actions">
        <button type="button" onClick={copy}>
          Copy
        </button>
        <span role="status">{said}</span>
      </p>
    </section>
  )
}
