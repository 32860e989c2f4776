/** Texts of people in a shell script, where they are comments or quoted words and never code. */
import { cleanText } from '../text.ts'

/** One line without characters that nobody types. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}

/** A word for the shell, whatever it holds; between single quotes nothing but the quote itself has a meaning. */
export function quoteWord(text: string): string {
  return `'${oneLine(text).replaceAll("'", "'\\''")}'`
}

/** Lines of a comment: each word stands behind a `#`. */
export function commentLines(text: string, { first = '', width = 110 } = {}): string[] {
  const lines: string[] = []
  let line = `# ${first}`
  let isEmpty = true
  for (const word of oneLine(text).split(' ')) {
    if (!isEmpty && line.length + word.length + 1 > width) {
      lines.push(line)
      line = `# ${' '.repeat(first.length)}`
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line.trimEnd()]
}

/** A command as a document that the shell hands over without reading it, closed by a word that is not in it. */
export function quoteDocument(text: string): { opening: string; lines: string[] } {
  const body = cleanText(text).split('\n')
  let end = 'END_OF_CHECK'
  while (body.includes(end)) end += '_'
  return { opening: `<<'${end}'`, lines: [...body, end] }
}
