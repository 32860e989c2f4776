/**
 * JSON under a signature or about signatures, read so that no two programs can read it differently.
 *
 * `JSON.parse` keeps the last of two members of one name and says nothing; so a scanner goes over the text first. It
 * passes each character once, which keeps eight hostile megabytes under a second.
 */
import { buildReason, FormatError, refuse, shortenText } from './errors.ts'
import type { Reason, ReasonCode } from './reasons.ts'

export interface JsonLimits {
  maxBytes: number
  /** How many objects and arrays may lie in each other. */
  maxDepth: number
  /** How many values there may be in all. */
  maxValues: number
  /** How many of them in one object or array. */
  maxMembers: number
  /** Refuse names that differ only in case: Go's reader takes `Payload` for `payload`. */
  foldNames?: boolean
}

/** Names that mean something else than a member to careless readers. */
const forbiddenNames = ['__proto__', 'constructor', 'prototype']

/** A list of reasons that no person reads to its end. */
const maxReasons = 50

/**
 * Parses bytes that come from outside.
 *
 * @param thing What is read, like "Trust file"; the words of errors begin with it.
 * @throws {FormatError} With every reason that the scanner found.
 */
export function parseStrictJson(bytes: Uint8Array, thing: string, limits: JsonLimits): unknown {
  if (bytes.length > limits.maxBytes) {
    refuse('too-large', thing, `has ${bytes.length} bytes, and at most ${limits.maxBytes} are read`)
  }
  const text = decodeUtf8(bytes, thing)
  const faults = new Scanner(text, thing, limits).scan()
  try {
    const value: unknown = JSON.parse(text, withoutPrototype)
    if (faults.length === 0) return value
  } catch (cause) {
    throw new FormatError([buildReason('not-json', thing, 'is not JSON, or was cut off')], { cause })
  }
  throw new FormatError(faults)
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

/** An object or array that is open; only objects have names. */
interface Frame {
  names?: Set<string>
  /** The member that is being read, or its index. */
  key: string | number
  /** The next string is a name. */
  awaitsName: boolean
  /** How many commas have passed. */
  commas: number
}

/** Goes over any text; what is said of one that is not JSON does not matter, because `JSON.parse` refuses it. */
class Scanner {
  private readonly text: string
  private readonly thing: string
  private readonly limits: JsonLimits
  private readonly frames: Frame[] = []
  private readonly reasons: Reason[] = []

  constructor(text: string, thing: string, limits: JsonLimits) {
    this.text = text
    this.thing = thing
    this.limits = limits
  }

  /** @throws {FormatError} At once where reading on would be work for nothing. */
  scan(): Reason[] {
    const marks = /["[\]{},]/g
    let values = 1
    for (let mark = marks.exec(this.text); mark; mark = marks.exec(this.text)) {
      const [character] = mark
      if (character === '"') marks.lastIndex = this.readString(mark.index) + 1
      else if (character === '}' || character === ']') this.frames.pop()
      else if (++values > this.limits.maxValues) {
        refuse('too-many', this.thing, `holds more than ${this.limits.maxValues} values`)
      } else if (character === ',') this.advance()
      else this.open(character === '{')
    }
    return this.reasons
  }

  private open(isObject: boolean): void {
    this.frames.push({ key: isObject ? '' : 0, awaitsName: isObject, commas: 0, ...(isObject && { names: new Set() }) })
    if (this.frames.length > this.limits.maxDepth) {
      refuse('too-deep', this.thing, `nests deeper than ${this.limits.maxDepth} levels`)
    }
  }

  private advance(): void {
    const frame = this.frames.at(-1)
    if (!frame) return
    if (++frame.commas >= this.limits.maxMembers) {
      refuse(
        'too-many',
        this.thing,
        `holds more than ${this.limits.maxMembers} values in one list or object`,
        this.place(),
      )
    }
    if (frame.names) frame.awaitsName = true
    else frame.key = frame.commas
  }

  /** @returns Where the closing quote is. */
  private readString(start: number): number {
    const end = findEnd(this.text, start + 1)
    const value = decodeString(this.text.slice(start, end + 1))
    const frame = this.frames.at(-1)
    if (frame?.awaitsName) this.addName(frame, value)
    if (!value.isWellFormed()) this.add('half-character', 'holds half a character')
    return end
  }

  private addName(frame: Frame, name: string): void {
    frame.key = name
    frame.awaitsName = false
    const folded = this.limits.foldNames ? foldName(name) : name
    if (frame.names?.has(folded)) this.add('duplicate-member', 'stands here twice')
    if (forbiddenNames.includes(name)) this.add('forbidden-member', 'is a name that no member may have')
    frame.names?.add(folded)
  }

  private add(code: ReasonCode, fault: string): void {
    if (this.reasons.length >= maxReasons) return
    this.reasons.push(buildReason(code, this.thing, fault, this.place()))
  }

  private place(): string {
    return formatPlace(this.frames.map(({ key }) => key))
  }
}

/** The place of a value as people write it: `signers[0].keys[1].publicKey`; long names are cut. */
export function formatPlace(keys: readonly PropertyKey[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${shortenText(String(key))}`))
    .join('')
}

/** The name as readers see it that do not look at case; they take ſ for s and the Kelvin sign for k as well. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

function findEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text[end - 1 - escapes] === '\\') escapes++
    if (escapes % 2 === 0) return end
  }
  return text.length
}

function decodeString(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted)
  } catch {
    return ''
  }
}
