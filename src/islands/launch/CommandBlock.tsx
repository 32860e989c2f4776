import { useEffect, useRef, useState } from 'preact/hooks'
import { copyText } from '../../browser/copy-text.ts'

/** A command with a button that copies it. */
export function CommandBlock({ text, label }: { text: string; label: string }) {
  const code = useRef<HTMLElement>(null)
  const [said, setSaid] = useState<string>()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(undefined), 1500)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async () => setSaid((await copyText(text, code.current)) ? 'Copied' : 'Selected')
  return (
    <div class="command-block">
      <pre>
        <code ref={code}>{text}</code>
      </pre>
      <button type="button" class="copy-command" aria-label={`Copy: ${label}`} onClick={copy}>
        {said ?? 'Copy'}
      </button>
    </div>
  )
}
