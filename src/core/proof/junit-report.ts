/**
 * JUnit XML as a tree that its reader hands over: `DOMParser` in a page, a parser of XML elsewhere. None of them may
 * resolve entities of its own or load a document type.
 */
import { maxFindings, type ParsedScan, refuseScan, type ScanFinding } from './scan-report.ts'

export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly XmlElement[]
}

const maxDepth = 16
const maxXmlLength = 32_000_000

/**
 * What keeps a text from being given to a parser of XML: its length, or a document type, whose entities could swell or
 * reach out. It can stand before the first element only; behind that, a test may quote one.
 */
export function refuseXml(text: string): ParsedScan | undefined {
  if (text.length > maxXmlLength) return refuseScan('is longer than 32 MB')
  const [before = ''] = /^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*/s.exec(text) ?? []
  return text.startsWith('<!', before.length)
    ? refuseScan('declares a document type, which no JUnit report does')
    : undefined
}

/** Reads every test case of the suites; nothing here calls itself, so that deep trees do no harm. */
export function readJunit(root: XmlElement): ParsedScan {
  if (root.name !== 'testsuites' && root.name !== 'testsuite') {
    return refuseScan('is no JUnit report: it begins with neither "testsuites" nor "testsuite"')
  }
  const findings: ScanFinding[] = []
  const waiting: { element: XmlElement; suite: string; depth: number }[] = [{ element: root, suite: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, suite, depth } = next
    if (depth > maxDepth) return refuseScan(`nests deeper than ${maxDepth} levels`)
    if (findings.length > maxFindings) return refuseScan(`holds more than ${maxFindings} findings`)
    if (element.name === 'testcase') findings.push(readCase(element, suite))
    else if (element.name === 'testsuite' || element.name === 'testsuites') {
      const name = element.attributes['name'] || suite
      waiting.push(
        ...[...element.children].reverse().map((child) => ({ element: child, suite: name, depth: depth + 1 })),
      )
    }
  }
  const scannedAt = readTime(root)
  const scope =
    root.attributes['name'] ?? root.children.find(({ name }) => name === 'testsuite')?.attributes['name'] ?? ''
  return { kind: 'report', report: { tool: 'junit', scope, isWhole: true, ...(scannedAt && { scannedAt }), findings } }
}

function readCase({ attributes, children }: XmlElement, suite: string): ScanFinding {
  const has = (...names: string[]) => children.some(({ name }) => names.includes(name))
  const status = has('failure', 'error') ? 'fail' : has('skipped') ? 'look' : 'pass'
  const { name = '', classname = '' } = attributes
  // kube-bench writes the number of a check before its text.
  const [, number, text] = /^(\d+(?:\.\d+)+) (.+)$/s.exec(name) ?? []
  const itemId = readItemId(children)
  return {
    check: number ?? name,
    title: text ?? name,
    status,
    place: [suite, classname].filter((part, at, parts) => part !== '' && parts.indexOf(part) === at).join(', '),
    ...(itemId && { itemId }),
  }
}

/** The item that a test proves, as its author says: `<property name="golive.item" value="default-deny"/>`. */
function readItemId(children: readonly XmlElement[]): string | undefined {
  return children
    .filter(({ name }) => name === 'properties')
    .flatMap((properties) => properties.children)
    .find(({ attributes }) => attributes['name'] === 'golive.item')?.attributes['value']
}

/** Times without a zone are those of the machine that wrote them; the earliest of all zones keeps nothing fresh for too long. */
function readTime(root: XmlElement): string | undefined {
  const stamps = [root, ...root.children].map(({ attributes }) => attributes['timestamp'] ?? '')
  const stamp = stamps.find((each) => each !== '') ?? ''
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(stamp) ? stamp : `${stamp}+14:00`)
  return time > 0 ? new Date(time).toISOString() : undefined
}
