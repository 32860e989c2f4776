/**
 * What `JSON.parse` is silent about: two members of one name, of which it keeps the last; names that reach for
 * prototypes; halves of characters; and how much there is. Each character is passed once, and nothing calls itself, so
 * that hostile megabytes neither take long nor overflow.
 */

/** Codes that files under a signature give as reasons too. */
export type ScanCode = 'duplicate-member' | 'forbidden-member' | 'half-character' | 'too-deep' | 'too-many'

export interface ScanFault {
  code: ScanCode
  /** Where, as `signers[0].keys[1]`. */
  path: string
  message: string
}

export interface ScanLimits {
  /** How many objects and arrays may lie in each other. */
  maxDepth: number
  /** How many values there may be in all. */
  maxValues?: number
  /** How many of them in one object or array. */
  maxMembers?: number
  /** Take names that differ only in case for the same: Go's reader takes `Payload` for `payload`. */
  foldNames?: boolean
  /** How many faults are told: a longer list no person reads to its end. */
  maxFaults: number
}

export interface JsonScan {
  /** In the order of the text; of a text that is not JSON they mean nothing. */
  faults: ScanFault[]
  /** A limit was passed; nothing behind it was looked at. */
  excess?: ScanFault
  /** A bracket or a string is never closed. */
  isOpen: boolean
}

/** Names that mean something else than a member to careless readers. */
const forbiddenNames = ['__proto__', 'constructor', 'prototype']

const maxNameLength = 120

/** Goes over any text, JSON or not. */
export const scanJson = (text: string, limits: ScanLimits): JsonScan => new Scanner(text, limits).scan()

/** The place of a value as people write it: `items.protect-main.evidence[0]`; long names are cut. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${cutName(String(part))}`))
    .join('')
}

/** The name as readers see it that do not look at case; they take ſ for s and the Kelvin sign for k as well. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase()
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

class Scanner {
  private readonly text: string
  private readonly limits: ScanLimits
  private readonly frames: Frame[] = []
  private readonly faults: ScanFault[] = []
  private excess: ScanFault | undefined
  private isOpenString = false

  constructor(text: string, limits: ScanLimits) {
    this.text = text
    this.limits = limits
  }

  scan(): JsonScan {
    const marks = /["[\]{},]/g
    let values = 1
    for (let mark = marks.exec(this.text); mark && !this.excess; mark = marks.exec(this.text)) {
      const [character] = mark
      if (character === '"') marks.lastIndex = this.readString(mark.index) + 1
      else if (character === '}' || character === ']') this.frames.pop()
      else if (++values > (this.limits.maxValues ?? values)) {
        this.excess = { code: 'too-many', path: '', message: `holds more than ${this.limits.maxValues} values` }
      } else if (character === ',') this.advance()
      else this.open(character === '{')
    }
    const isOpen = this.isOpenString || this.frames.length > 0
    return { faults: this.faults, isOpen, ...(this.excess && { excess: this.excess }) }
  }

  private open(isObject: boolean): void {
    const { maxDepth } = this.limits
    this.frames.push({ key: isObject ? '' : 0, awaitsName: isObject, commas: 0, ...(isObject && { names: new Set() }) })
    if (this.frames.length <= maxDepth) return
    this.excess = { code: 'too-deep', path: '', message: `nests deeper than ${maxDepth} levels` }
  }

  private advance(): void {
    const { maxMembers = Number.POSITIVE_INFINITY } = this.limits
    const frame = this.frames.at(-1)
    if (!frame) return
    if (++frame.commas >= maxMembers) {
      const message = `holds more than ${maxMembers} values in one list or object`
      this.excess = { code: 'too-many', path: this.place(), message }
    }
    if (frame.names) frame.awaitsName = true
    else frame.key = frame.commas
  }

  /** @returns Where the closing quote is. */
  private readString(start: number): number {
    const end = findEnd(this.text, start + 1)
    this.isOpenString = end >= this.text.length
    const value = decodeString(this.text.slice(start, end + 1))
    const frame = this.frames.at(-1)
    if (frame?.awaitsName) this.addName(frame, value)
    else if (!value.isWellFormed()) this.add('half-character', 'holds half a character')
    return end
  }

  private addName(frame: Frame, name: string): void {
    frame.key = name
    frame.awaitsName = false
    const folded = this.limits.foldNames ? foldName(name) : name
    if (frame.names?.has(folded)) this.add('duplicate-member', 'stands here twice')
    if (forbiddenNames.includes(name)) this.add('forbidden-member', 'is a name that no member may have')
    if (!name.isWellFormed()) this.add('half-character', 'has half a character in its name')
    frame.names?.add(folded)
  }

  private add(code: ScanCode, message: string): void {
    if (this.faults.length < this.limits.maxFaults) this.faults.push({ code, path: this.place(), message })
  }

  private place(): string {
    return formatPath(this.frames.map(({ key }) => key))
  }
}

/** Where a string ends, or the end of the text. A regular expression over millions of characters would overflow. */
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

const cutName = (name: string) => (name.length > maxNameLength ? `${name.slice(0, maxNameLength - 1)}…` : name)
