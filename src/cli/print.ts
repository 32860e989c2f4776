import { cleanText } from '../core/index.ts'
import { showUnseen } from '../exports/visible-text.ts'
import type { Io } from './io.ts'

/**
 * Writes lines: what people typed can neither steer the terminal nor begin a line of its own, and what nobody would see
 * is written out.
 */
export function printLines(write: Io['stdout'], lines: readonly string[]): void {
  write(lines.map((line) => `${cleanLine(line)}\n`).join(''))
}

/**
 * Writes a value as JSON; what JSON allows in strings and nobody sees, or what steers a terminal, is escaped.
 */
export function printJson(write: Io['stdout'], value: unknown): void {
  const spellUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  const spell = (character: string) => character.split('').map(spellUnit).join('')
  write(`${JSON.stringify(value, null, 2).replace(unseen, spell)}\n`)
}

const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu

/** A text in one line, for a cell of a table. */
function foldLine(text: string): string {
  return showUnseen(cleanText(text).replace(/\s+/g, ' ').trim())
}

/** Lines of a table: columns as wide as their widest cell. */
export function layTable(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const cells = rows.map((row) => row.map(foldLine))
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
    ...details.map((detail) => `      ${foldLine(detail)}`),
  ])
  return ['', `${title} (${entries.length})`, ...lines]
}

function cleanLine(line: string): string {
  return showUnseen(cleanText(line).replace(/[\t\n\u2028\u2029]/g, ' ')).trimEnd()
}
