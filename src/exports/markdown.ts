/**
 * Pieces of Markdown documents.
 *
 * Built as a tree and serialised by a library, so that what people typed (HTML, pipes, asterisks) is shown as typed.
 */
import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table,
} from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'

export type Block = BlockContent | DefinitionContent

export function encodeMarkdown(children: RootContent[]): string {
  return toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown()], bullet: '-' })
}

export const text = (value: string) => ({ type: 'text' as const, value })

export const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] })

export const heading = (depth: 1 | 2, value: string): Heading => ({ type: 'heading', depth, children: [text(value)] })

export const code = (value: string, lang?: string): Code => ({ type: 'code', value, ...(lang && { lang }) })

/** The verdict in bold, with what led to it. */
export const verdictLine = (word: string, reasons: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [text(word)] }, text(`: ${reasons}`)],
})

/** Two columns without titles. */
export function table(rows: readonly (readonly [string, string])[]): Table {
  const cells = [['', ''], ...rows.map(([term, value]) => [term, value || 'not given'])]
  return {
    type: 'table',
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    })),
  }
}

export const list = (children: ListItem[]): List => ({ type: 'list', spread: false, children })

export const entry = (children: Block[]): ListItem => ({ type: 'listItem', spread: false, children })

/** A note, in the paragraphs that it was written in. */
export const quote = (note: string): Block => ({ type: 'blockquote', children: note.split(/\n{2,}/).map(paragraph) })
