import { useState } from 'preact/hooks'
import { saveFile } from '../../browser/save-file.ts'
import { listExports, type ReportExport } from '../../exports/list-exports.ts'
import type { FrozenReport } from '../../stores/signoff.ts'
import { formatOwner } from './fingerprint.ts'

/** Everything that leaves with a frozen report, made of the bytes that are signed. */
export function Exchange({ report }: { report: FrozenReport }) {
  const [problem, setProblem] = useState('')
  const save = async ({ fileName, mediaType, make }: ReportExport) => {
    setProblem('')
    try {
      saveFile(fileName, mediaType, await make())
    } catch (error) {
      setProblem(`${fileName} cannot be made. ${error instanceof Error ? error.message : 'Try again.'}`)
    }
  }
  return (
    <>
      <ul class="export-list">
        {listFiles(report).map((file) => (
          <li key={file.id}>
            <button type="button" class={file.id === 'envelope' ? 'main-file' : undefined} onClick={() => save(file)}>
              Save {file.label}
            </button>
            <code>{file.fileName}</code>
            <span>{file.hint}</span>
          </li>
        ))}
      </ul>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  )
}

/** What is sent on first, then the record that the statement names by its digest: exactly as it was then. */
function listFiles(report: FrozenReport): ReportExport[] {
  const files = [...listReportFiles(report), ...listRecord(report)]
  return files.sort((left, right) => Number(right.id === 'envelope') - Number(left.id === 'envelope'))
}

function listReportFiles({ sha256, statement, envelope, signers }: FrozenReport): ReportExport[] {
  const signed = { statement, payloadSha256: sha256, envelope, keys: signers.map(({ key }) => key) }
  const names = new Map(signers.map(({ key, name }) => [key.keyid, formatOwner(name, key.keyid)]))
  return listExports(signed, ({ keyid }) => names.get(keyid))
}

function listRecord({ record }: FrozenReport): ReportExport[] {
  if (!record) return []
  const { name, text } = record
  return [
    {
      id: 'record',
      label: 'record of the rollout',
      hint: 'The exported rollout as it was frozen; the statement names it by its digest',
      fileName: name,
      mediaType: 'application/json',
      make: async () => text,
    },
  ]
}
