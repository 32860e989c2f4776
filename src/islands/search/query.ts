/**
 * What people type, as words of the index.
 *
 * The index finds a word by its beginning, without punctuation, and holds the ends of commands and names from every
 * joint on (see `src/build/search-words.ts`). So `ignore-tlog` becomes `ignoretlog` here, and is found there.
 */
import { foldText } from '../../core/text.ts'

/** The same as in the index, where longer words are cut. */
export const maxWordLength = 40

/** What stands between words; one expression for all, because a browser takes milliseconds to prepare it. */
const gaps = /[^\p{L}\p{N}]+/gu

/** A word as it was typed. */
export interface Token {
  typed: string
  /** Without punctuation. */
  whole: string
  /** What stands between its punctuation. */
  parts: string[]
}

/** Single letters are left out: they begin half of all words. */
export function parseQuery(query: string): Token[] {
  return query
    .split(/\s+/)
    .map((typed) => {
      const parts = foldText(typed).split(gaps).filter(Boolean)
      const whole = parts.join('').slice(0, maxWordLength)
      return {
        typed,
        whole: parts.length === 1 ? cutEnding(whole) : whole,
        parts: parts.filter((part) => part.length > 1).map((part) => cutEnding(part.slice(0, maxWordLength))),
      }
    })
    .filter(({ whole }) => whole.length > 1)
}

/** A word as the index has it: lower case, without marks and punctuation. */
export function foldWord(text: string): string {
  return foldText(text).replace(gaps, '').slice(0, maxWordLength)
}

/**
 * Cuts what a word ends in when there are several or when it is under way, so that `policies` finds `policy`.
 *
 * What is left only has to be how related words begin; a short rest would begin too many others.
 */
export function cutEnding(word: string): string {
  const [, long] = /^([a-z]{4,}[a-df-z])(?:ing|ed)$/.exec(word) ?? []
  if (long) return long
  if (/^[a-z]{3,}ies$/.test(word)) return word.slice(0, -3)
  if (/^[a-z]{3,}(ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2)
  return /^[a-z]{2,}[^sui]s$/.test(word) ? word.slice(0, -1) : word
}

/** Whether a word of the index, like one of a query, begins a word of a text that went through {@link foldText}. */
export function hasWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!isLetter(folded[at - 1] ?? '')) return true
  }
  return false
}

const isLetter = (character: string) => /[a-z0-9]/.test(character) || character.toUpperCase() !== character

/** Whether a word of a text is to be shown as found: a word of the index begins it, or begins at one of its joints. */
export function isFound(text: string, words: readonly string[]): boolean {
  const folded = foldWord(text)
  return words.some((word) => folded.startsWith(word) || (folded.includes(word) && hasJoint(text)))
}

function hasJoint(text: string): boolean {
  return /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u.test(text)
}
