import { useRef, useState } from 'preact/hooks'

/** A text to take along, and a button that copies it. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState('')
  const code = useRef<HTMLElement>(null)
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    // Where copying is refused, the selected text is one key away from being copied.
    if (!isCopied && code.current) getSelection()?.selectAllChildren(code.current)
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
