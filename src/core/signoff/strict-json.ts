/** JSON under a signature or about signatures: bytes that no two programs can read differently (signoff.md §8). */
import { type ScanLimits, scanJson } from '../json-scan.ts'
import { buildReason, FormatError, refuse } from './errors.ts'

export interface JsonLimits extends Required<Pick<ScanLimits, 'maxDepth' | 'maxValues' | 'maxMembers'>> {
  maxBytes: number
  /** Refuse names that differ only in case. */
  foldNames?: boolean
}

const maxFaults = 50

/**
 * Parses bytes that come from outside.
 *
 * @param thing What is read, like "Trust file"; the words of errors begin with it.
 * @throws {FormatError} With every reason that was found.
 */
export function parseStrictJson(bytes: Uint8Array, thing: string, { maxBytes, ...limits }: JsonLimits): unknown {
  if (bytes.length > maxBytes) {
    refuse('too-large', thing, `has ${bytes.length} bytes, and at most ${maxBytes} are read`)
  }
  if (bytes.length === 0) refuse('not-json', thing, 'is empty')
  const text = decodeUtf8(bytes, thing)
  const { faults, excess } = scanJson(text, { ...limits, maxFaults })
  if (excess) refuse(excess.code, thing, excess.message, excess.path)
  let value: unknown
  try {
    value = JSON.parse(text, withoutPrototype)
  } catch (cause) {
    throw new FormatError([buildReason('not-json', thing, 'is not JSON, or was cut off')], { cause })
  }
  if (faults.length === 0) return value
  throw new FormatError(faults.map(({ code, message, path }) => buildReason(code, thing, message, path)))
}

/** Objects that inherit nothing: what a file leaves out is absent, whatever a page has done to `Object.prototype`. */
function withoutPrototype(_name: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.setPrototypeOf(value, null)
    : value
}

/** Text of UTF-8 bytes; a byte order mark is kept, and then refused, because some readers drop it. */
function decodeUtf8(bytes: Uint8Array, thing: string): string {
  let text = ''
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    refuse('not-utf8', thing, 'is no text in UTF-8')
  }
  if (text.startsWith('\ufeff')) refuse('not-utf8', thing, 'begins with a byte order mark')
  return text
}
