/** Requests from a table of `kubectl get -o custom-columns`: short, and without what a description else holds. */
import { type ContainerRequests, type Requests, sumPodRequests } from './pod-requests.ts'
import { parseQuantity } from './quantity.ts'
import { addToList, emptyList, placeOf, type RequestList } from './request-list.ts'

const columns = {
  KIND: '.kind',
  NAMESPACE: '.metadata.namespace',
  NAME: '.metadata.name',
  REPLICAS: '.spec.replicas',
  CONTAINERS: '.spec.template.spec.containers[*].name',
  CPU: '.spec.template.spec.containers[*].resources.requests.cpu',
  MEMORY: '.spec.template.spec.containers[*].resources.requests.memory',
  INIT_CPU: '.spec.template.spec.initContainers[*].resources.requests.cpu',
  INIT_MEMORY: '.spec.template.spec.initContainers[*].resources.requests.memory',
} as const

type Column = keyof typeof columns
type Cells = Partial<Record<Column, string>>

/** The command whose output {@link readRequestsTable} reads; it only reads, and lists no values of variables. */
export const tableCommand = `kubectl get deployments,statefulsets,daemonsets -A -o 'custom-columns=${Object.entries(
  columns,
)
  .map((pair) => pair.join(':'))
  .join(',')}'`

/** Other names that people give these columns. */
const aliases = new Map<string, Column>([
  ['N', 'NAME'],
  ['NS', 'NAMESPACE'],
  ['MEM', 'MEMORY'],
  ['WANT', 'REPLICAS'],
])

const none = '<none>'

/** Reads a table; its first line names the columns. */
export function readRequestsTable(text: string): RequestList {
  const list = emptyList()
  let header: (Column | undefined)[] | undefined
  text.split('\n').forEach((line, index) => {
    const place = `line ${index + 1}`
    const words = line.trim().split(/\s+/)
    if (words[0] === '') return
    const found = readHeader(words)
    if (found) header = found
    else if (header) readLine(list, { cells: nameCells(words, header), line, place })
    else list.unread.push(placeOf(place, line, 'stands before a line that names the columns NAME, CPU and MEMORY'))
  })
  return list
}

/** The columns, where the words are names of some. */
function readHeader(words: readonly string[]): (Column | undefined)[] | undefined {
  const names = words.map((word) => (Object.hasOwn(columns, word) ? (word as Column) : aliases.get(word)))
  return (['NAME', 'CPU', 'MEMORY'] as const).every((name) => names.includes(name)) ? names : undefined
}

/** Undefined where there are more or fewer cells than columns. */
function nameCells(words: readonly string[], header: readonly (Column | undefined)[]): Cells | undefined {
  if (words.length !== header.length) return undefined
  return Object.fromEntries(header.flatMap((name, index) => (name ? [[name, words[index]]] : [])))
}

interface Line {
  cells: Cells | undefined
  line: string
  place: string
}

function readLine(list: RequestList, { cells, line, place }: Line): void {
  const fault = cells ? readCells(list, cells, place) : 'has another number of cells than there are columns'
  if (fault) list.unread.push(placeOf(place, line, fault))
}

/** Adds what the cells describe; returns what is wrong with them. */
function readCells(list: RequestList, cells: Cells, place: string): string | undefined {
  const { KIND: kind = 'Pod', NAME: name = '', NAMESPACE: namespace = none } = cells
  const replicas = readReplicas(cells, kind)
  if (replicas === undefined) return `"${cells.REPLICAS}" is no number of replicas`
  const parts = readParts(cells)
  if (typeof parts === 'string') return parts
  const shown = namespace === none ? '' : namespace
  addToList(list, { kind, namespace: shown, name, replicas, isApart: false, ...parts }, place)
  return undefined
}

function readReplicas({ REPLICAS: text }: Cells, kind: string): number | undefined {
  if (kind === 'DaemonSet' || text === undefined || text === none) return 1
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

type Parts = Requests & { gaps: string[] }

/** Requests of a pod, or what is wrong with them. */
function readParts(cells: Cells): Parts | string {
  const names = splitCell(cells.CONTAINERS)
  const containers: ContainerRequests[] = []
  const gaps: string[] = []
  for (const [column, role, kind] of cellsOfRequests) {
    const texts = splitCell(cells[column])
    for (const text of texts) {
      const amount = parseQuantity(text)
      if (amount === undefined) return `"${text}" is no quantity`
      containers.push({ role, cpu: 0n, memory: 0n, [kind]: amount })
    }
    if (role === 'main') gaps.push(...findGap(kind, texts.length, names))
  }
  return { ...sumPodRequests(containers), gaps }
}

const cellsOfRequests = [
  ['INIT_CPU', 'init', 'cpu'],
  ['INIT_MEMORY', 'init', 'memory'],
  ['CPU', 'main', 'cpu'],
  ['MEMORY', 'main', 'memory'],
] as const

const splitCell = (cell = none) => cell.split(',').filter((text) => text !== none && text !== '')

/** The table leaves out what is absent: the number of requests tells whether each container has one. */
function findGap(kind: keyof Requests, requests: number, names: readonly string[]): string[] {
  if (requests === 0) return [`requests no ${kind}`]
  const missing = names.length - requests
  if (missing <= 0) return []
  return [`${missing} of ${names.length} containers ${missing === 1 ? 'requests' : 'request'} no ${kind}`]
}
