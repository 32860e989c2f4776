/** The lines of an output that decide, short enough to be kept as evidence. */

/** Longest excerpt, in UTF-16 code units. */
export const maxExcerptLength = 2_000

const maxLineLength = 240
const gap = '[…]'

/**
 * Takes the lines at these places, in their order, with a mark where others stood between.
 *
 * @param places Where nothing decides, the beginning and the end of the output are taken.
 */
export function excerptLines(lines: readonly string[], places: readonly number[]): string {
  if (lines.length === 0) return '(nothing was printed)'
  const chosen = [...new Set(places.length > 0 ? places : endsOf(lines))].sort((a, b) => a - b)
  const parts: string[] = []
  let length = 0
  let next = 0
  for (const at of chosen) {
    const line = shorten(lines[at] ?? '')
    if (length + line.length + 2 * gap.length + 3 > maxExcerptLength) break
    if (at > next) parts.push(gap)
    parts.push(line)
    length += line.length + 1 + (at > next ? gap.length + 1 : 0)
    next = at + 1
  }
  if (next < lines.length) parts.push(gap)
  return parts.join('\n')
}

/** A cut between the halves of a character would leave one that no file may hold. */
function shorten(line: string): string {
  return line.length > maxLineLength ? `${line.slice(0, maxLineLength - 1)}…`.toWellFormed() : line
}

function endsOf(lines: readonly string[]): number[] {
  const all = lines.map((_, at) => at)
  return [...all.slice(0, 6), ...all.slice(-3)]
}
