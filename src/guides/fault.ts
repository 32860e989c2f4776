/** Something in `content/` that stops the build. */
export interface Fault {
  /** Path of the file, from the content folder. */
  file: string
  /** Line in the file, from 1. */
  line: number
  /** The item, section, claim or platform concerned. */
  id: string
  /** What is wrong and what to do, without a full stop. */
  message: string
}

/** All faults as one text, in the order of files and lines, in the `file:line` form that terminals make clickable. */
export function formatFaults(faults: readonly Fault[], folder = 'content'): string {
  const sorted = [...faults].sort((a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.id, b.id))
  const lines = sorted.map(({ file, line, id, message }) => `${folder}/${file}:${line} ${id}: ${message}`)
  return [`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the content`, ...lines].join('\n')
}

/** Compares by code points, so that the order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
