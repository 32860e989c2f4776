import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Fault } from './fault.ts'

/** A component that stands in the text, with what its attribute names. */
export interface Mark {
  id: string
  line: number
}

/** What the text of a guide refers to. */
export interface Passages {
  /** `<Item id="..." />`, in reading order. */
  items: Mark[]
  /** The claims named by `<Claims ids="..." />`. */
  claims: Mark[]
  /** `<Diagram name="..." />` */
  diagrams: Mark[]
  /** `<Products name="..." />` */
  products: Mark[]
  /** The text is no MDX, so there may be more than was found. */
  isUnreadable: boolean
}

const parser = unified().use(remarkParse).use(remarkMdx)

/** Finds the items and claims placed in an MDX text; a text that is not MDX becomes a fault. */
export function readPassages(file: string, body: string, id: string, faults: Fault[]): Passages {
  const passages: Passages = { items: [], claims: [], diagrams: [], products: [], isUnreadable: false }
  try {
    visit(parser.parse(body), (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
      const line = node.position?.start.line ?? 1
      const attribute = (name: string) => {
        const found = node.attributes.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === name)
        return typeof found?.value === 'string' ? found.value : ''
      }
      if (node.name === 'Item') passages.items.push({ id: attribute('id'), line })
      if (node.name === 'Diagram') passages.diagrams.push({ id: attribute('name'), line })
      if (node.name === 'Products') passages.products.push({ id: attribute('name'), line })
      if (node.name === 'Claims') {
        const ids = attribute('ids').split(/\s+/).filter(Boolean)
        if (ids.length === 0)
          faults.push({ file, line, id, message: 'has <Claims> that name nothing: write ids="Z1 Z2"' })
        passages.claims.push(...ids.map((claim) => ({ id: claim, line })))
      }
    })
  } catch (error) {
    passages.isUnreadable = true
    faults.push({ file, line: errorLine(error), id, message: `is not valid MDX: ${(error as Error).message}` })
  }
  return passages
}

function errorLine(error: unknown): number {
  if (typeof error !== 'object' || !error) return 1
  if ('line' in error && typeof error.line === 'number') return error.line
  // Some faults name their place in the message only: (38:1-38:8).
  return Number(/\((\d+):\d+/.exec(String(error))?.[1] ?? 1)
}
