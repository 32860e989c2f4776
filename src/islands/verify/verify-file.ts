import { sha256Hex } from '../../core/index.ts'
import type { Inspection, Reason } from '../../core/signoff/index.ts'
import { readReportHtml } from '../../exports/read-report-html.ts'
import { formatMegabytes, type ReadableFile } from '../transfer/read-file.ts'
import type { Core } from './core.ts'
import { fileAdvice } from './file-advice.ts'
import { type FileKind, recogniseText } from './recognise.ts'

/** A file that was dropped or chosen, looked at and not judged. */
export interface VerifyFile {
  name: string
  sizeBytes: number
  kind: FileKind
  /** Of the envelope, where it came in an HTML file. */
  bytes: Uint8Array<ArrayBuffer>
  /** Digest of `bytes`. */
  sha256: string
  isFromHtml: boolean
  /** What is in it, of a signed report. */
  inspection?: Inspection
  /** Why it cannot be used, of whatever kind it is. */
  problem?: string
  reasons: readonly Reason[]
}

/** Larger than any envelope that is read, because a report as HTML carries one beside its text. */
const maxBytes = 32 * 1024 * 1024

/** Looks into a file. Never a rejection: what is wrong with it is part of the answer. */
export async function examineFile(core: Core, file: ReadableFile): Promise<VerifyFile> {
  const empty: VerifyFile = {
    name: file.name,
    sizeBytes: file.size,
    kind: 'unknown',
    bytes: new Uint8Array(),
    sha256: '',
    isFromHtml: false,
    reasons: [],
  }
  if (file.size > maxBytes) return { ...empty, problem: describeSize(file.size) }
  try {
    return await examineBytes(core, empty, new Uint8Array(await file.arrayBuffer()))
  } catch {
    return { ...empty, problem: 'The file cannot be read: it may be a folder, or have been moved or locked.' }
  }
}

async function examineBytes(core: Core, empty: VerifyFile, bytes: Uint8Array<ArrayBuffer>): Promise<VerifyFile> {
  const text = new TextDecoder().decode(bytes)
  const kind = recogniseText(text)
  if (kind !== 'html') return describeFile(core, { ...empty, kind, bytes })
  try {
    return await describeFile(core, { ...empty, kind: 'attestation', bytes: readReportHtml(text), isFromHtml: true })
  } catch (error) {
    if (error instanceof core.FormatError) return { ...empty, kind, reasons: error.reasons }
    throw error
  }
}

async function describeFile(core: Core, file: VerifyFile): Promise<VerifyFile> {
  const problem = file.sizeBytes === 0 ? 'The file is empty.' : fileAdvice[file.kind]
  const found = { ...file, sha256: await sha256Hex(file.bytes), ...(problem !== undefined && { problem }) }
  return ['attestation', 'unknown'].includes(file.kind) ? { ...found, ...(await inspect(core, file.bytes)) } : found
}

async function inspect(core: Core, bytes: Uint8Array): Promise<Partial<VerifyFile>> {
  try {
    const inspection = await core.inspectAttestation(bytes)
    return { inspection, reasons: inspection.reasons }
  } catch (error) {
    if (error instanceof core.FormatError) return { reasons: error.reasons }
    throw error
  }
}

const describeSize = (size: number) =>
  `The file has ${formatMegabytes(size)} MB, and at most ${formatMegabytes(maxBytes)} MB are read: this is no signed report.`
