/**
 * Patterns of judging rules: text in which `*` stands for any characters and a run of white space for any other.
 *
 * Each part is looked for after the one before it, so that the time is in proportion to the line, whatever either holds.
 */

/** Tells of a line with its white space folded, see {@link foldSpace}. */
export type LineTest = (folded: string) => boolean

/** A test for lines that are this as a whole. */
export function wholeLine(pattern: string): LineTest {
  const [first = '', ...rest] = foldSpace(pattern).split('*')
  const last = rest.pop()
  if (last === undefined) return (line) => line === first
  return (line) => {
    if (!line.startsWith(first)) return false
    let from = first.length
    for (const part of rest) {
      const at = line.indexOf(part, from)
      if (at < 0) return false
      from = at + part.length
    }
    return line.length - last.length >= from && line.endsWith(last)
  }
}

/** A test for lines that hold this somewhere. */
export const partOfLine = (pattern: string): LineTest => wholeLine(`*${foldSpace(pattern)}*`)

/** A test for lines that any of the tests takes. */
export const anyOf =
  (tests: readonly LineTest[]): LineTest =>
  (line) =>
    tests.some((test) => test(line))

export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
