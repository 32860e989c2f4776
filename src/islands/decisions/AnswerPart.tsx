import { useEffect, useRef, useState } from 'preact/hooks'
import { loadStyle } from '../../browser/load-style.ts'
import panelStyle from '../../styles/item-panel.css?url'
import type { AnswerEditor } from './AnswerEditor.tsx'
import type { PageDecision } from './page.ts'

/** Kept once it has come, so that later fields show at once. */
let Editor: typeof AnswerEditor | undefined

async function loadEditor(): Promise<void> {
  const [loaded] = await Promise.all([import('./AnswerEditor.tsx'), loadStyle(panelStyle)])
  Editor = loaded.AnswerEditor
}

/** The field of a decision as soon as it is loaded, and then with the focus in it. */
export function AnswerPart({ page }: { page: PageDecision }) {
  const [standing, setStanding] = useState<'loading' | 'failed' | 'ready'>(Editor ? 'ready' : 'loading')
  const host = useRef<HTMLDivElement>(null)
  const load = () => {
    setStanding('loading')
    loadEditor().then(
      () => setStanding('ready'),
      () => setStanding('failed'),
    )
  }
  useEffect(() => {
    if (!Editor) load()
  }, [])
  useEffect(() => {
    if (standing === 'ready') host.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [standing])
  return (
    <div class="panel" ref={host}>
      {standing === 'ready' && Editor && <Editor page={page} />}
      {standing === 'loading' && <p class="panel-hint">Opening the field…</p>}
      {standing === 'failed' && (
        <p class="panel-warning" role="alert">
          The field could not be loaded: check the connection.{' '}
          <button type="button" onClick={load}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}
