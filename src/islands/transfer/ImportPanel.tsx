import { useStore } from '@nanostores/preact'
import { useRef, useState } from 'preact/hooks'
import { ImportStepView } from './ImportStepView.tsx'
import { openImports } from './imports.ts'

export interface TransferProps {
  /** Path the site is served from, with a slash at its end. */
  base: string
  platforms: readonly { id: string; title: string }[]
}

/** Files come in here: chosen or dropped, looked at before anything changes, and put back when asked. */
export function ImportPanel({ base, platforms }: TransferProps) {
  const [imports] = useState(() =>
    openImports(
      platforms.map(({ id }) => id),
      () => import('../../stores/transfer.ts'),
      () => import('../proof/open.ts'),
    ),
  )
  const entries = useStore(imports.$entries)
  const [isOver, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)

  const choose = ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    imports.add([...(input.files ?? [])])
    // Choosing the same file again is a change again.
    input.value = ''
  }
  const drag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) setOver(false)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    imports.add(files)
  }
  const waiting = entries.filter(({ step }) => step.kind === 'waiting').length

  return (
    <section
      class={isOver ? 'transfer is-over' : 'transfer'}
      aria-labelledby="import"
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={leave}
      onDrop={drop}
    >
      <h2 id="import">Import</h2>
      <p>
        Rollouts that others exported, and backups; results of a script of checks, of kube-bench or Polaris as JSON, and
        JUnit XML. You see what a file would change before anything does, answers are merged one by one, and an import
        can be undone.
      </p>
      <div class="chooser">
        <label>
          Files to import, NAME.golive.json or a backup{' '}
          <input ref={chooser} type="file" multiple accept={accepted} onChange={choose} />
        </label>
        <span class="hint">Files can also be dropped anywhere in this section. They stay in this browser.</span>
      </div>
      {entries.map(({ key, file, step }) => (
        <ImportStepView
          key={key}
          base={base}
          platforms={platforms}
          name={file.name}
          step={step}
          onImport={(chosen) => imports.apply(key, chosen)}
          onUndo={() => imports.undo(key)}
          onSettle={() => imports.settle(key)}
          onRetry={() => imports.retry(key)}
          onDrop={() => {
            imports.drop(key)
            // The button that was pressed is gone with the file.
            chooser.current?.focus()
          }}
        />
      ))}
      {waiting > 0 && (
        <p class="hint">{waiting === 1 ? '1 more file waits' : `${waiting} more files wait`} for this.</p>
      )}
    </section>
  )
}

const accepted = '.json,application/json,.txt,text/plain,.xml,application/xml,text/xml'
