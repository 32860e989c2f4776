/**
 * JSON from outside, read strictly: what two readers could understand differently is refused.
 *
 * Kept out of `index.ts`: it brings a parser that pages load only when somebody opens a file.
 */
import { visit } from 'jsonc-parser'

/** Where in a document, as `items.protect-main.state`, and what is wrong there. */
export interface Fault {
  path: string
  message: string
}

export type ParsedJson = { kind: 'value'; value: unknown } | { kind: 'refused'; faults: Fault[] }

interface Limits {
  /** Longest text in UTF-16 code units. */
  maxLength: number
  /** How many objects and arrays may lie in each other. */
  maxDepth: number
}

/** Names that mean something else than a member to careless readers. */
const forbiddenNames = ['__proto__', 'constructor', 'prototype']

/** A list of faults that no person reads to its end. */
const maxFaults = 100

/**
 * Parses a text, or tells every fault: not JSON, cut off, too long, too deep, duplicate members, members that reach
 * for prototypes, halves of characters.
 */
export function parseJson(text: string, { maxLength, maxDepth }: Limits): ParsedJson {
  if (text.length > maxLength) {
    return refuse('', `has ${megabytes(text.length)} MB, and at most ${megabytes(maxLength)} MB are read`)
  }
  if (text.trim() === '') return refuse('', 'is empty')
  const { deepest, isOpen } = measureDepth(text)
  if (deepest > maxDepth) return refuse('', `nests deeper than ${maxDepth} levels`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refuse('', isOpen ? 'ends in the middle: it may have been cut off' : `is not JSON: ${explain(error)}`)
  }
  const faults = findFaults(text)
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'value', value }
}

/** The place of a member as people write it: `items.protect-main.evidence[0]`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('')
}

/**
 * How deep brackets outside of strings nest, and whether any of them, or a string, is never closed. A parser that calls
 * itself would overflow before it could say so.
 */
function measureDepth(text: string): { deepest: number; isOpen: boolean } {
  let depth = 0
  let deepest = 0
  const marks = /["[\]{}]/g
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [character] = mark
    if (character === '"') {
      const end = findEnd(text, mark.index + 1)
      if (end < 0) return { deepest, isOpen: true }
      marks.lastIndex = end + 1
    } else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else depth--
  }
  return { deepest, isOpen: depth > 0 }
}

/** Where a string ends, or -1. A regular expression over millions of characters would overflow. */
function findEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text[end - 1 - escapes] === '\\') escapes++
    if (escapes % 2 === 0) return end
  }
  return -1
}

function findFaults(text: string): Fault[] {
  const faults: Fault[] = []
  const add = (path: readonly (string | number)[], message: string) => {
    if (faults.length < maxFaults) faults.push({ path: formatPath(path), message })
  }
  const names: Set<string>[] = []
  visit(text, {
    onObjectBegin: () => void names.push(new Set()),
    onObjectEnd: () => void names.pop(),
    onObjectProperty: (name, _offset, _length, _line, _column, pathOf) => {
      const path = [...pathOf(), name]
      const known = names.at(-1)
      if (known?.has(name)) add(path, 'stands here twice')
      known?.add(name)
      if (forbiddenNames.includes(name)) add(path, 'is a name that no member may have')
      if (!name.isWellFormed()) add(path, 'has half a character in its name')
    },
    onLiteralValue: (value, _offset, _length, _line, _column, pathOf) => {
      if (typeof value === 'string' && !value.isWellFormed()) add(pathOf(), 'holds half a character')
    },
  })
  return faults
}

const refuse = (path: string, message: string): ParsedJson => ({ kind: 'refused', faults: [{ path, message }] })

const megabytes = (length: number) => (length / 1_000_000).toFixed(length < 10_000_000 ? 1 : 0)

/** What the engine says of the text, without the piece of it that it quotes. */
function explain(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/, ".*$/s, '').replace(/ is not valid JSON$/, '')
    : 'it cannot be read'
}
