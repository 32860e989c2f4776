/** What scanners report, in one form: every single check of theirs is a finding, whether an item asks for it or not. */
import { type Fault, parseJson } from '../json.ts'

export type FindingStatus = 'pass' | 'fail' | 'look'

export interface ScanFinding {
  /** The scanner's own name or number of the check. */
  check: string
  /** What the scanner says it is about. */
  title: string
  /** `look` where the scanner leaves it to a person, or passed it over. */
  status: FindingStatus
  /** Where: type of node, object, container, suite. */
  place: string
  /** Item that the finding names itself. */
  itemId?: string
}

export type ScanTool = 'kube-bench' | 'polaris' | 'junit'

export interface ScanReport {
  tool: ScanTool
  /** What was scanned, in the scanner's words. */
  scope: string
  /** All of a cluster was looked at, as far as the report says. */
  isWhole: boolean
  /** Absent where the report does not say. */
  scannedAt?: string
  findings: ScanFinding[]
}

export type ParsedScan = { kind: 'report'; report: ScanReport } | { kind: 'refused'; faults: Fault[] }

const limits = { maxLength: 32_000_000, maxDepth: 24 }
const maxFaults = 50
export const maxFindings = 200_000

export const refuseScan = (message: string): ParsedScan => ({ kind: 'refused', faults: [{ path: '', message }] })

/** Reads JSON strictly and hands it over; faults that the reader notes refuse the report as a whole. */
export function parseScan(text: string, read: (value: unknown, note: Note) => ScanReport | undefined): ParsedScan {
  const parsed = parseJson(text.replace(/^\ufeff/, ''), limits)
  if (parsed.kind === 'refused') return parsed
  const faults: Fault[] = []
  const report = read(parsed.value, (path, message) => {
    if (faults.length < maxFaults) faults.push({ path, message })
  })
  if (report && report.findings.length > maxFindings) return refuseScan(`holds more than ${maxFindings} findings`)
  if (!report || faults.length > 0) return { kind: 'refused', faults }
  return { kind: 'report', report }
}

/** Notes what is wrong at a place like `Controls[0].tests[1]`. */
export type Note = (path: string, message: string) => void

/** The list at a place; what is missing or null is an empty one, as Go writes it. */
export function listAt(value: unknown, path: string, note: Note): unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  note(path, 'is no list')
  return []
}

export function textAt(value: unknown, path: string, note: Note): string {
  if (typeof value === 'string') return value
  note(path, value === undefined ? 'is missing' : 'is no text')
  return ''
}
