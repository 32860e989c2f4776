/** JSON of people's files, read strictly: what two readers could understand differently is refused. */
import { type ScanLimits, scanJson } from './json-scan.ts'

export { formatPath } from './json-scan.ts'

/** Where in a document, as `items.protect-main.state`, and what is wrong there. */
export interface Fault {
  path: string
  message: string
}

export type ParsedJson = { kind: 'value'; value: unknown } | { kind: 'refused'; faults: Fault[] }

interface Limits extends Pick<ScanLimits, 'maxDepth'> {
  /** Longest text in UTF-16 code units. */
  maxLength: number
}

const maxFaults = 100

/**
 * Parses a text, or tells every fault: not JSON, cut off, too long, too deep, duplicate members, members that reach
 * for prototypes, halves of characters.
 */
export function parseJson(text: string, { maxLength, maxDepth }: Limits): ParsedJson {
  if (text.length > maxLength) {
    return refuse(`has ${megabytes(text.length)} MB, and at most ${megabytes(maxLength)} MB are read`)
  }
  if (text.trim() === '') return refuse('is empty')
  const { faults, excess, isOpen } = scanJson(text, { maxDepth, maxFaults })
  if (excess) return refuse(excess.message)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuse(isOpen ? 'ends in the middle: it may have been cut off' : `is not JSON: ${explain(error)}`)
  }
  if (faults.length === 0) return { kind: 'value', value }
  return { kind: 'refused', faults: faults.map(({ path, message }) => ({ path, message })) }
}

const refuse = (message: string): ParsedJson => ({ kind: 'refused', faults: [{ path: '', message }] })

const megabytes = (length: number) => (length / 1_000_000).toFixed(length < 10_000_000 ? 1 : 0)

/** What the engine says of the text, without the piece of it that it quotes. */
function explain(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/, ".*$/s, '').replace(/ is not valid JSON$/, '')
    : 'it cannot be read'
}
