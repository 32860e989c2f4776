/** Entry of the import: what a file of results is, with the part of the screen that shows it. */
import { loadStyle } from '../../browser/load-style.ts'
import { maxResultsBytes } from '../../core/proof/check-results.ts'
import { listTargets, type ProofFile } from '../../stores/proof.ts'
import proofStyle from '../../styles/proof.css?url'
import type { ReadableFile } from '../transfer/read-file.ts'
import { ProofImport } from './ProofImport.tsx'
import { type ReadProof, readProof } from './read-proof.ts'

interface OpenedProof {
  kind: 'proof'
  file: ProofFile
  View: typeof ProofImport
  isSettled: false
}

/** @returns Undefined for what is no file of results, is too large or cannot be opened: the reader of rollouts says so. */
export async function openProof(
  file: ReadableFile,
  platforms: readonly string[],
): Promise<OpenedProof | Extract<ReadProof, { kind: 'refused' }> | undefined> {
  // Larger than any file of ours: it is not read to find out what it is.
  if (file.size > maxResultsBytes) return undefined
  const bytes = await file.arrayBuffer().catch(() => undefined)
  const read = bytes && readProof(new Uint8Array(bytes), file.lastModified)
  if (read?.kind !== 'file') return read
  if (listTargets(read.file, platforms).length === 0) return refusePlatform(read.file)
  await loadStyle(proofStyle)
  return { kind: 'proof', file: read.file, View: ProofImport, isSettled: false }
}

function refusePlatform(file: ProofFile): Extract<ReadProof, { kind: 'refused' }> {
  const platform = file.kind === 'script' ? file.results.platform : 'kubernetes'
  const message = `speaks of the platform "${platform}", which this site does not have`
  return { kind: 'refused', faults: [{ path: file.kind === 'script' ? 'platform' : '', message }] }
}
