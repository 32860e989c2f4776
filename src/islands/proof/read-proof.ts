/** Tells what a chosen file is, and reads it when it holds results of checks. */
import type { Fault } from '../../core/json.ts'
import { parseCheckResults } from '../../core/proof/check-results.ts'
import { readJunit, refuseXml } from '../../core/proof/junit-report.ts'
import { parseKubeBench } from '../../core/proof/kube-bench.ts'
import { parsePolaris } from '../../core/proof/polaris.ts'
import { type ProofFileKind, recogniseProofFile } from '../../core/proof/recognise.ts'
import type { ParsedScan } from '../../core/proof/scan-report.ts'
import type { ProofFile } from '../../stores/proof.ts'
import { parseXml } from './xml-tree.ts'

export type ReadProof = { kind: 'file'; file: ProofFile } | { kind: 'refused'; faults: Fault[] }

/**
 * @param savedAt When the file was saved, in milliseconds: what a report found is not newer, where it does not say itself how old it is.
 * @returns Undefined for what is no file of results.
 */
export function readProof(bytes: Uint8Array, savedAt?: number): ReadProof | undefined {
  // The beginning is enough, and may end within a character.
  const kind = recogniseProofFile(new TextDecoder().decode(bytes.subarray(0, 8_192)))
  if (!kind) return undefined
  return kind === 'script' ? readResults(bytes) : readScan(kind, bytes, savedAt)
}

/** Outputs may be in any encoding: its own reader decodes them. */
function readResults(bytes: Uint8Array): ReadProof {
  const parsed = parseCheckResults(bytes)
  if (parsed.kind === 'results') return { kind: 'file', file: { kind: 'script', results: parsed.results } }
  return { kind: 'refused', faults: parsed.faults.map(({ line, message }) => ({ path: `line ${line}`, message })) }
}

function readScan(kind: Exclude<ProofFileKind, 'script'>, bytes: Uint8Array, savedAt: number | undefined): ReadProof {
  const text = decode(bytes)
  if (text === undefined) return refuse('is not text in UTF-8')
  const parsed = parsers[kind](text)
  if (parsed.kind === 'refused') return parsed
  const report = { ...(savedAt && { scannedAt: new Date(savedAt).toISOString() }), ...parsed.report }
  return { kind: 'file', file: { kind: 'scan', report } }
}

const parsers = { 'kube-bench': parseKubeBench, polaris: parsePolaris, junit: parseJunit }

function parseJunit(text: string): ParsedScan {
  const refused = refuseXml(text)
  if (refused) return refused
  const parsed = parseXml(text)
  return parsed.kind === 'tree' ? readJunit(parsed.root) : refuse(parsed.message)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const refuse = (message: string) => ({ kind: 'refused' as const, faults: [{ path: '', message }] })
