import { useEffect, useRef, useState } from 'preact/hooks'

/** A command with a button that copies it. */
export function CommandBlock({ text, label }: { text: string; label: string }) {
  const code = useRef<HTMLElement>(null)
  const [said, setSaid] = useState<string>()
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(undefined), 1500)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      // Where copying is refused, the selected text is one key away from being copied.
      if (code.current) getSelection()?.selectAllChildren(code.current)
      setSaid('Selected')
    }
  }
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
