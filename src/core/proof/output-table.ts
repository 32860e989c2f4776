/** Tables as tools print them: columns under headings, or cells between bars. */

export interface TableRow {
  /** By heading. */
  cells: ReadonlyMap<string, string>
  /** Place among the lines. */
  line: number
}

export interface OutputTable {
  headings: readonly string[]
  /** Place of the headings among the lines. */
  line: number
  rows: TableRow[]
  /** It ends at a line that is no row of it: perhaps another command's, perhaps a row that was wrapped. */
  isCut: boolean
}

interface Column {
  name: string
  start: number
  end: number | undefined
}

/** Every table with this heading; each line is passed once, however many look like headings. */
export function listTables(lines: readonly string[], heading: string): OutputTable[] {
  const tables: OutputTable[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (!line.includes(heading)) continue
    const names = isBoxed(line) ? splitBars(line) : splitHeadings(line)
    if (!names.includes(heading)) continue
    const table = isBoxed(line) ? readBoxes(lines, at, names) : readColumns(lines, at)
    tables.push(table)
    at = table.rows.at(-1)?.line ?? at
  }
  return tables
}

const isBoxed = (line: string) => /^\s*\|/.test(line)
const isRule = (line: string) => /^\s*[+|][-=+|]+$/.test(line)

function splitBars(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
}

/** Between two headings there are two spaces or a tab; one space may stand inside of a heading. */
function splitHeadings(line: string): string[] {
  return line
    .split(/(?: {2,}|\t)[ \t]*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function readBoxes(lines: readonly string[], line: number, headings: readonly string[]): OutputTable {
  const table: OutputTable = { headings, line, rows: [], isCut: false }
  for (let at = line + 1; at < lines.length; at++) {
    const text = lines[at] ?? ''
    if (isRule(text)) continue
    if (!isBoxed(text)) {
      table.isCut = text !== ''
      break
    }
    const cells = splitBars(text)
    if (cells.length !== headings.length) table.isCut = true
    else table.rows.push({ line: at, cells: new Map(headings.map((name, place) => [name, cells[place] ?? ''])) })
  }
  return table
}

function readColumns(lines: readonly string[], line: number): OutputTable {
  const columns = placeColumns(lines[line] ?? '')
  const table: OutputTable = { headings: columns.map(({ name }) => name), line, rows: [], isCut: false }
  for (let at = line + 1; at < lines.length; at++) {
    const text = lines[at] ?? ''
    const row = expandTabs(text)
    const isRow = fits(row, columns)
    if (text === '' || (areHeadings(text) && (!isRow || sharesName(text, table)))) break
    if (!isRow) {
      table.isCut = true
      break
    }
    const cells = columns.map(({ name, start, end }) => [name, row.slice(start, end).trim()] as const)
    table.rows.push({ line: at, cells: new Map(cells) })
  }
  return table
}

function placeColumns(headings: string): Column[] {
  const text = expandTabs(headings)
  let from = 0
  const starts = splitHeadings(headings).map((name) => {
    const start = text.indexOf(name, from)
    from = start + name.length
    return { name, start }
  })
  return starts.map((column, at) => ({ ...column, end: starts[at + 1]?.start }))
}

/** Rows stand under the headings: a word across the edge of a column belongs to something else. */
function fits(row: string, columns: readonly Column[]): boolean {
  return columns.every(({ start }) => start === 0 || start > row.length || row[start - 1] === ' ')
}

/** Headings as kubectl writes them, all in capitals; a row of capitals looks like them. */
function areHeadings(line: string): boolean {
  const names = splitHeadings(line)
  return names.length > 1 && names.every((name) => /^[A-Z][A-Z0-9%_./ -]*(\([a-z]+\))?$/.test(name))
}

/** Tables that follow each other often have a heading in common, mostly `NAME`. */
function sharesName(line: string, { headings }: OutputTable): boolean {
  return splitHeadings(line).some((name) => headings.includes(name))
}

function expandTabs(line: string): string {
  let text = ''
  for (const part of line.split(/(\t)/)) text += part === '\t' ? ' '.repeat(8 - (text.length % 8)) : part
  return text
}
