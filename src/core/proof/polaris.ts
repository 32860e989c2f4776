import { isObject } from '../record.ts'
import { listAt, type Note, type ParsedScan, parseScan, type ScanFinding, textAt } from './scan-report.ts'

/** Reads what `polaris audit --format=json` prints, of a cluster or of files. */
export function parsePolaris(text: string): ParsedScan {
  return parseScan(text, (value, note) => {
    if (!isObject(value) || typeof value['PolarisOutputVersion'] !== 'string') {
      note('', 'is no report of Polaris: it has no "PolarisOutputVersion"')
      return undefined
    }
    if (!/^1\./.test(value['PolarisOutputVersion'])) {
      note('PolarisOutputVersion', 'is one that this Golive does not read: 1.x')
      return undefined
    }
    const findings = listAt(value['Results'], 'Results', note).flatMap((result, at) =>
      readObject(result, `Results[${at}]`, note),
    )
    const source = textAt(value['SourceType'], 'SourceType', note)
    const name = typeof value['SourceName'] === 'string' ? value['SourceName'] : ''
    const scannedAt = readTime(value['AuditTime'])
    const scope = `${source} ${name}`.trim()
    return { tool: 'polaris', scope, isWhole: source === 'Cluster', ...(scannedAt && { scannedAt }), findings }
  })
}

/** An audit of files carries the first moment of Go instead of a time. */
function readTime(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return time > 0 ? new Date(time).toISOString() : undefined
}

/** One object of the cluster, with the pods that it makes and their containers. */
function readObject(result: unknown, path: string, note: Note): ScanFinding[] {
  if (!isObject(result)) {
    note(path, 'is no object')
    return []
  }
  const { Kind: kind, Namespace: namespace, Name: name, Results: own, PodResult: pod } = result
  const place = [kind, [namespace, name].filter(isName).join('/')].filter(isName).join(' ')
  const findings = readSet(own, place, `${path}.Results`, note)
  if (pod === undefined || pod === null) return findings
  if (!isObject(pod)) {
    note(`${path}.PodResult`, 'is no object')
    return findings
  }
  const containers = listAt(pod['ContainerResults'], `${path}.PodResult.ContainerResults`, note)
  return [
    ...findings,
    ...readSet(pod['Results'], place, `${path}.PodResult.Results`, note),
    ...containers.flatMap((container, at) =>
      readContainer(container, place, `${path}.PodResult.ContainerResults[${at}]`, note),
    ),
  ]
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== ''

function readContainer(container: unknown, place: string, path: string, note: Note): ScanFinding[] {
  if (!isObject(container)) {
    note(path, 'is no object')
    return []
  }
  const name = isName(container['Name']) ? `, container ${container['Name']}` : ''
  return readSet(container['Results'], `${place}${name}`, `${path}.Results`, note)
}

/** Messages by the name of their check. */
function readSet(set: unknown, place: string, path: string, note: Note): ScanFinding[] {
  if (set === undefined || set === null) return []
  if (!isObject(set)) {
    note(path, 'is no object')
    return []
  }
  return Object.entries(set).flatMap(([name, message]) => {
    if (!isObject(message) || typeof message['Success'] !== 'boolean') {
      note(`${path}.${name}`, 'has no "Success"')
      return []
    }
    const check = textAt(message['ID'], `${path}.${name}.ID`, note)
    const title = textAt(message['Message'], `${path}.${name}.Message`, note)
    const isIgnored = message['Severity'] === 'ignore'
    return [{ check, title, status: message['Success'] ? 'pass' : isIgnored ? 'look' : 'fail', place }]
  })
}
