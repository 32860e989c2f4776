import type { RefObject } from 'preact'
import type { Core } from './core.ts'
import type { Desk } from './desk.ts'
import { FileChooser } from './FileChooser.tsx'
import { FileList } from './FileList.tsx'
import type { VerifyFile } from './verify-file.ts'

interface Props {
  desk: Desk
  words: Core['reasonWords']
  chooser: RefObject<HTMLInputElement | null>
  onFiles: (files: readonly File[]) => void
  onRemove: (file: VerifyFile) => void
  onRemoveChecklist: () => void
  /** What was done with the files that came last. */
  said: string
}

/** Everything that is given comes in here. */
export function FilesPart({ desk, words, chooser, onFiles, onRemove, onRemoveChecklist, said }: Props) {
  return (
    <section aria-labelledby="files">
      <h2 id="files">Files</h2>
      <p>
        The signed report, as one file or several, and the trust file; a <code>checklist.json</code> if you have it.
        They are told apart by what they hold, stay in this page, and are gone when you leave it.
      </p>
      <FileChooser
        label="Choose files, or drop them anywhere on this page"
        accept=".json,.html,.htm,application/json,text/html"
        multiple
        hint="NAME.dsse.json, NAME.WHO.sigstore.json, a report as NAME.html, golive-trust.json"
        onFiles={onFiles}
        input={chooser}
      />
      <FileList files={desk.files} words={words} onRemove={onRemove} />
      {desk.checklist && (
        <div class="given-file">
          <p class="given-name">
            <bdi>{desk.checklist.name}</bdi> <span class="kind">Checklist</span>
            <button type="button" onClick={onRemoveChecklist} aria-label={`Remove ${desk.checklist.name}`}>
              Remove
            </button>
          </p>
        </div>
      )}
      <p class="sr-only" role="status">
        {said}
      </p>
    </section>
  )
}
