import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Fault } from './fault.ts'

type Path = readonly PropertyKey[]

/** A YAML text together with the lines its values stand on. */
export interface YamlDocument {
  file: string
  value: unknown
  /** Line of the value at `path`; where that is missing, of the nearest thing around it. */
  lineOf(path: Path): number
  faults: Fault[]
}

/** An MDX file, cut into frontmatter and text. */
export interface MdxDocument {
  frontmatter: YamlDocument
  /** The text, with its line numbers kept: the frontmatter's lines are blank. */
  body: string
}

/** Parses YAML; a syntax error becomes a fault and the value is what could be read before it. */
export function parseYaml(file: string, text: string, id: string, firstLine = 1): YamlDocument {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  const faults = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    id,
    message: `is not valid YAML: ${error.message.split('\n')[0]?.replace(/ at line.*$/, '')}`,
  }))
  const lineOf = (path: Path): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents
    const offset =
      typeof node === 'object' && node && 'range' in node ? (node.range as number[] | null)?.[0] : undefined
    if (offset !== undefined) return lineAt(offset)
    return path.length > 0 ? lineOf(path.slice(0, -1)) : firstLine
  }
  let value: unknown
  try {
    if (faults.length === 0) value = document.toJS()
  } catch (error) {
    faults.push({ file, line: firstLine, id, message: `is not valid YAML: ${(error as Error).message}` })
  }
  return { file, value, lineOf, faults }
}

/** Cuts an MDX file at its frontmatter fences. */
export function parseMdx(file: string, text: string, id: string): MdxDocument {
  const [matter, yaml] = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text) ?? []
  if (matter === undefined || yaml === undefined || !text.startsWith(matter)) {
    const fault = {
      file,
      line: 1,
      id,
      message: 'has no frontmatter: begin the file with a block between two lines "---"',
    }
    return { frontmatter: { file, value: undefined, lineOf: () => 1, faults: [fault] }, body: text }
  }
  const blank = '\n'.repeat(matter.split('\n').length - 1)
  return { frontmatter: parseYaml(file, yaml, id, 2), body: blank + text.slice(matter.length) }
}

/**
 * Checks a document against its schema.
 *
 * @returns The typed value, or undefined after one fault per bad path.
 */
export function checkDocument<T>(
  document: YamlDocument,
  schema: z.ZodType<T>,
  id: string,
  faults: Fault[],
): T | undefined {
  faults.push(...document.faults)
  if (document.faults.length > 0) return undefined
  const result = schema.safeParse(document.value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const path = 'keys' in issue ? [...issue.path, issue.keys[0] as string] : issue.path
    faults.push({
      file: document.file,
      line: document.lineOf(path),
      id: nearestId(document.value, path) ?? id,
      message: `${formatPath(issue.path)} ${describeIssue(issue)}`.trim(),
    })
  }
  return undefined
}

/** Paths as authors write them: `items[2].verify.expect`. */
function formatPath(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `has unknown members: ${issue.keys.join(', ')}; remove or rename them`
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `is missing: expected ${issue.expected}`
  return issue.message.replace(/^Invalid input: /, '')
}

/** Id of the innermost object around `path` that has one, so that a fault names the item and not just its index. */
function nearestId(value: unknown, path: Path): string | undefined {
  let found: string | undefined
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) break
    current = (current as Record<PropertyKey, unknown>)[key]
    if (typeof current === 'object' && current !== null && 'id' in current) found = String(current.id)
  }
  return found
}
