import { saveFile } from '../../browser/save-file.ts'
import { nameEnvelope } from './command-line.ts'
import type { Core } from './core.ts'
import { ReasonList } from './ReasonList.tsx'
import { kindWords } from './recognise.ts'
import type { VerifyFile } from './verify-file.ts'

interface Props {
  files: readonly VerifyFile[]
  words: Core['reasonWords']
  onRemove: (file: VerifyFile) => void
}

/** What was given, and what is wrong with it before anything is judged. */
export function FileList({ files, words, onRemove }: Props) {
  if (files.length === 0) return null
  return (
    <ul class="given-files" aria-label="Files">
      {files.map((file) => (
        <FileRow key={`${file.name} ${file.sha256}`} file={file} words={words} onRemove={() => onRemove(file)} />
      ))}
    </ul>
  )
}

function FileRow({
  file,
  words,
  onRemove,
}: Omit<Props, 'files' | 'onRemove'> & { file: VerifyFile; onRemove: () => void }) {
  const { name, kind, sizeBytes, sha256, problem, reasons, isFromHtml } = file
  const isBad = problem !== undefined || reasons.length > 0
  return (
    <li class={isBad ? 'given-file refused' : 'given-file'}>
      <p class="given-name">
        <bdi>{name}</bdi> <span class="kind">{kindWords[kind]}</span>
        <button type="button" onClick={onRemove} aria-label={`Remove ${name}`}>
          Remove
        </button>
      </p>
      {isFromHtml && <SaveEnvelope file={file} />}
      <p class="hint">
        {sizeBytes.toLocaleString('en')} bytes
        {isFromHtml && ', HTML with an envelope in it, of which this is the digest'}
        {sha256 && (
          <>
            , <code>sha256:{sha256}</code>
          </>
        )}
      </p>
      {isBad && (
        <div role="alert">
          {problem && <p class="problem">{problem}</p>}
          {kind === 'attestation' && <p class="problem">This is no report that could be accepted:</p>}
          <ReasonList reasons={reasons} words={words} />
        </div>
      )}
    </li>
  )
}

/** The command line and other tools read the envelope, not the page around it. */
function SaveEnvelope({ file: { name, bytes } }: { file: VerifyFile }) {
  const save = () => saveFile(nameEnvelope(name), 'application/json', new TextDecoder().decode(bytes))
  return (
    <p class="actions">
      <button type="button" onClick={save}>
        Save its envelope
      </button>
    </p>
  )
}
