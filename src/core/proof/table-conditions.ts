/** Conditions about the columns of tables. */
import { type Finding, judgeNumber, plural } from './finding.ts'
import { listTables, type OutputTable, type TableRow } from './output-table.ts'
import { anyOf, foldSpace, wholeLine } from './pattern.ts'
import type { Condition } from './rule-schema.ts'

type Of<Kind extends string> = Extract<Condition, Record<Kind, unknown>>

export function judgeRows({ rows: heading, ...limits }: Of<'rows'>, lines: readonly string[]): Finding {
  const tables = listTables(lines, heading)
  const rows = tables.flatMap((table) => table.rows)
  if (tables.length === 0) return { holds: undefined, why: `It has no column "${heading}"`, lines: [] }
  if (tables.some(({ isCut }) => isCut)) return wrapped(tables)
  return { ...judgeNumber(rows.length, limits, 'row', `under "${heading}"`), lines: placesOfTables(tables, rows) }
}

export function judgeColumn(condition: Of<'column'>, lines: readonly string[]): Finding {
  const { column, distinct } = condition
  const tables = listTables(lines, column)
  const rows = tables.flatMap((table) => table.rows)
  if (rows.length === 0) {
    const why = tables.length > 0 ? `There are no rows under "${column}"` : `It has no column "${column}"`
    return { holds: undefined, why, lines: tables.map(({ line }) => line) }
  }
  const bad = rows.filter((row) => !isGoodCell(row, condition))
  if (bad.length > 0) {
    const values = [...new Set(bad.map(({ cells }) => cells.get(column) || 'empty'))]
    return { holds: false, why: `"${column}" is ${values.slice(0, 5).join(', ')}`, lines: placesOfTables(tables, bad) }
  }
  if (tables.some(({ isCut }) => isCut)) return wrapped(tables)
  const values = new Set(rows.map(({ cells }) => cells.get(column)))
  const isVaried = values.size >= (distinct ?? 0)
  const seen =
    distinct === undefined ? `is good in ${countRows(rows)}` : `has ${plural(values.size, 'different value')}`
  return { holds: isVaried, why: `"${column}" ${seen}`, lines: placesOfTables(tables, rows) }
}

function isGoodCell({ cells }: TableRow, { column, is, filled, min, as }: Of<'column'>): boolean {
  const cell = cells.get(column) ?? ''
  if (is !== undefined && !anyOf([is].flat().map(wholeLine))(foldSpace(cell))) return false
  if (filled && (cell === '' || cell === '<none>')) return false
  if (min !== undefined && !(/^\d+(\.\d+)?$/.test(cell) && Number(cell) >= min)) return false
  return as === undefined || (cell !== '' && cell === cells.get(as))
}

const wrapped = (tables: readonly OutputTable[]): Finding => ({
  holds: undefined,
  why: 'A line under the table is no row of it: the terminal may have wrapped it',
  lines: tables.map(({ line }) => line),
})

const placesOfTables = (tables: readonly OutputTable[], rows: readonly TableRow[]) =>
  [...tables.map(({ line }) => line), ...rows.map(({ line }) => line)].sort((a, b) => a - b)

const countRows = (rows: readonly unknown[]) => (rows.length === 1 ? 'one row' : `all ${rows.length} rows`)
