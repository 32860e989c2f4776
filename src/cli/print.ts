import { cleanText } from '../core/index.ts'
import type { Io } from './io.ts'

/**
 * Writes lines.
 *
 * Everything printed passes here or through {@link printJson}: what people typed can neither steer the terminal nor
 * begin a line of its own.
 */
export function printLines(write: Io['stdout'], lines: readonly string[]): void {
  write(lines.map((line) => `${cleanLine(line)}\n`).join(''))
}

/** Writes a value as JSON; controls that JSON allows in strings are escaped, for they may reach a terminal too. */
export function printJson(write: Io['stdout'], value: unknown): void {
  const spell = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  write(`${JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, spell)}\n`)
}

/** A text in one line, for a cell of a table. */
export function foldText(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** Lines of a table: columns as wide as their widest cell. */
export function layTable(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const cells = rows.map((row) => row.map(foldText))
  const widths = cells.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  )
  const pad = (cell: string, column: number) => cell.padEnd(widths[column] ?? 0)
  return cells.map((row) => `${indent}${row.map(pad).join('  ')}`.trimEnd())
}

/** One row of a list, and what is said below it. */
export interface Entry {
  cells: readonly string[]
  details?: readonly string[]
}

/** A heading with its number of entries, and these below it; nothing where there are none. */
export function laySection(title: string, entries: readonly Entry[]): string[] {
  if (entries.length === 0) return []
  const rows = layTable(entries.map(({ cells }) => cells))
  const lines = entries.flatMap(({ details = [] }, at) => [
    rows[at] ?? '',
    ...details.map((detail) => `      ${foldText(detail)}`),
  ])
  return ['', `${title} (${entries.length})`, ...lines]
}

function cleanLine(line: string): string {
  return cleanText(line)
    .replace(/[\t\n\u2028\u2029]/g, ' ')
    .trimEnd()
}
