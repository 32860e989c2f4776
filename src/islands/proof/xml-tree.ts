import type { XmlElement } from '../../core/proof/junit-report.ts'

const maxDepth = 20
const maxElements = 50_000

export type ParsedXml = { kind: 'tree'; root: XmlElement } | { kind: 'refused'; message: string }

/** What is read of an element of the document. */
interface SourceElement {
  localName: string
  attributes: Iterable<{ name: string; value: string }>
  children: Iterable<SourceElement>
}

/** Parses XML as the browser does, which loads nothing; a document type has to be refused before. */
export function parseXml(text: string): ParsedXml {
  const document = new DOMParser().parseFromString(text, 'application/xml')
  if (document.querySelector('parsererror')) return { kind: 'refused', message: 'is not XML, or was cut off' }
  return copyTree(document.documentElement)
}

/** Copies elements without calling itself; what is nested deeper than a report ever is, is left out. */
export function copyTree(source: SourceElement): ParsedXml {
  const root = copyElement(source)
  const waiting = [{ source, copy: root, depth: 1 }]
  let count = 1
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth >= maxDepth) continue
    for (const child of next.source.children) {
      if (++count > maxElements) return { kind: 'refused', message: 'holds more than 50,000 elements' }
      const copy = copyElement(child)
      next.copy.children.push(copy)
      waiting.push({ source: child, copy, depth: next.depth + 1 })
    }
  }
  return { kind: 'tree', root }
}

function copyElement({ localName, attributes }: SourceElement): XmlElement & { children: XmlElement[] } {
  const pairs = [...attributes].map(({ name, value }) => [name, value] as const)
  return { name: localName, attributes: Object.fromEntries(pairs), children: [] }
}
