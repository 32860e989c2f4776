import { useStore } from '@nanostores/preact'
import { useEffect } from 'preact/hooks'
import { canKeepFiles } from '../../browser/kept-files.ts'
import { $keptFiles, keepInFile, keptFileOf, stopKeeping, syncKeptFile } from '../../stores/kept-file.ts'
import { describeKeptFile } from './words.ts'

/** Chooses a file in which a rollout is kept as people tick; says nothing where the browser cannot do that. */
export function KeepInFile({ id }: { id: string }) {
  const file = useStore($keptFiles)[id] ?? keptFileOf(id)
  useEffect(() => {
    if (canKeepFiles && keptFileOf(id).kind !== 'none') void syncKeptFile(id)
  }, [id])
  if (!canKeepFiles) return null
  return (
    <span class="keep-in-file">
      {file.kind === 'none' ? (
        <>
          <button type="button" onClick={() => keepInFile(id, true)}>
            Keep in a new file
          </button>
          <button type="button" onClick={() => keepInFile(id, false)}>
            Keep in an existing file
          </button>
        </>
      ) : (
        <>
          <span role="status">{describeKeptFile(file)}</span>{' '}
          {file.kind === 'asking' && (
            <button type="button" onClick={() => syncKeptFile(id, true)}>
              Continue
            </button>
          )}
          {file.kind === 'failed' && (
            <button type="button" onClick={() => keepInFile(id, false)}>
              Choose the file
            </button>
          )}
          <button type="button" onClick={() => stopKeeping(id)}>
            Stop
          </button>
        </>
      )}
    </span>
  )
}
