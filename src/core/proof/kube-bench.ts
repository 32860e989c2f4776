import { isObject } from '../record.ts'
import {
  type FindingStatus,
  listAt,
  type Note,
  type ParsedScan,
  parseScan,
  type ScanFinding,
  textAt,
} from './scan-report.ts'

/** `WARN` is what kube-bench leaves to a person, `INFO` what it was told to pass over. */
const statuses: Readonly<Record<string, FindingStatus>> = { PASS: 'pass', FAIL: 'fail', WARN: 'look', INFO: 'look' }

/** Reads what `kube-bench --json` prints, with its totals or, with `--nototals`, without. */
export function parseKubeBench(text: string): ParsedScan {
  return parseScan(text, (value, note) => {
    const controls = isObject(value) ? value['Controls'] : value
    if (!Array.isArray(controls)) {
      note('', 'is no report of kube-bench: it has no "Controls"')
      return undefined
    }
    const path = isObject(value) ? 'Controls' : ''
    const findings = controls.flatMap((control, at) => readControl(control, `${path}[${at}]`, note))
    return { tool: 'kube-bench', scope: nameScope(controls), isWhole: false, findings }
  })
}

function readControl(control: unknown, path: string, note: Note): ScanFinding[] {
  if (!isObject(control)) {
    note(path, 'is no object')
    return []
  }
  const node = textAt(control['node_type'], `${path}.node_type`, note)
  return listAt(control['tests'], `${path}.tests`, note).flatMap((group, at) => {
    const place = `${path}.tests[${at}]`
    if (!isObject(group)) note(place, 'is no object')
    const results = isObject(group) ? listAt(group['results'], `${place}.results`, note) : []
    return results.flatMap((result, index) => readResult(result, node, `${place}.results[${index}]`, note))
  })
}

function readResult(result: unknown, node: string, path: string, note: Note): ScanFinding[] {
  if (!isObject(result)) {
    note(path, 'is no object')
    return []
  }
  const check = textAt(result['test_number'], `${path}.test_number`, note)
  const title = textAt(result['test_desc'], `${path}.test_desc`, note)
  const word = textAt(result['status'], `${path}.status`, note)
  const status = Object.hasOwn(statuses, word) ? statuses[word] : undefined
  if (status === undefined && word !== '') note(`${path}.status`, `is none of ${Object.keys(statuses).join(', ')}`)
  return [{ check, title, status: status ?? 'look', place: node }]
}

/** Benchmark and version of the cluster, as the report names them. */
function nameScope(controls: readonly unknown[]): string {
  const names = controls.filter(isObject).flatMap((control) => {
    const { version, detected_version: detected } = control
    return typeof version === 'string'
      ? [`benchmark ${version}${typeof detected === 'string' ? `, server ${detected}` : ''}`]
      : []
  })
  return [...new Set(names)].join('; ')
}
