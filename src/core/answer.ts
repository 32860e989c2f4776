/**
 * Answers to decisions: what people type, as a value of the decision's type, or every reason why it is none.
 *
 * Kept out of `index.ts`: it brings a library for addresses that pages load only when somebody answers.
 */
import { formatAddress, parseBlock, parseNetwork } from './planning/addresses.ts'
import { sharesAddresses } from './planning/relation.ts'
import type { Answer } from './progress.ts'
import type { Decision } from './schema.ts'

/** A value, null for an empty text, or every reason why the text is no value. */
export type ParsedAnswer = { kind: 'answer'; value: Answer | null } | { kind: 'refused'; reasons: string[] }

/** Longest text, and longest entry of a list, where the decision sets no limit. */
const maxTextLength = 2_000

/**
 * Reads an answer as people type it.
 *
 * @param text For a `list` one entry in each line, for `cidrs` also between commas; for a `boolean` "yes" or "no".
 */
export function parseAnswer(decision: Decision, text: string): ParsedAnswer {
  const trimmed = text.trim()
  return trimmed === '' ? { kind: 'answer', value: null } : readers[decision.type](trimmed, decision)
}

/** The text that {@link parseAnswer} reads back as the same value. */
export function formatAnswer(answer: Answer | null): string {
  if (answer === null) return ''
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  if (typeof answer === 'number') return formatNumber(answer)
  return Array.isArray(answer) ? answer.join('\n') : answer
}

/** Digits and a point, however small or large the number is. `Intl` has no more than 20 digits in Node 20. */
function formatNumber(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value)) ?? []
  if (exponent === undefined) return String(value)
  const point = 1 + Number(exponent)
  const digits = `${whole}${fraction}`
  return point > 0 ? `${sign}${digits.padEnd(point, '0')}` : `${sign}0.${'0'.repeat(-point)}${digits}`
}

const accept = (value: Answer, reasons: string[]): ParsedAnswer => {
  if (reasons.length > 0) return { kind: 'refused', reasons }
  return { kind: 'answer', value: Array.isArray(value) && value.length === 0 ? null : value }
}

const readers: Record<Decision['type'], (text: string, decision: Decision) => ParsedAnswer> = {
  integer: (text, decision) =>
    readNumber(text, decision, /^[+-]?\d+$/, 'This is no whole number: digits only, like 12.'),
  number: (text, decision) =>
    readNumber(
      text,
      decision,
      /^[+-]?\d+(\.\d+)?$/,
      'This is no number: digits, with a point for fractions, like 2.5.',
    ),
  text: (text, decision) =>
    accept(text, [...checkSize(text.length, 'characters', decision), ...checkText(text, decision)]),
  choice: (text, { options = [] }) =>
    accept(text, options.includes(text) ? [] : [`"${text}" is none of: ${options.join(', ')}.`]),
  list: (text, decision) => {
    const entries = splitEntries(text, /\n/)
    const faults = entries.flatMap((entry) =>
      checkText(entry, decision).map((fault) => `"${shorten(entry)}": ${fault}`),
    )
    return accept(entries, [...checkSize(entries.length, 'entries', decision), ...faults])
  },
  cidrs: (text, decision) => {
    const entries = splitEntries(text, /[\n,]/)
    return accept(entries, [...checkSize(entries.length, 'networks', decision), ...checkNetworks(entries)])
  },
  date: (text) => accept(text, isDay(text) ? [] : [`"${text}" is no day of the calendar, like 2026-11-21.`]),
  url: (text) => {
    const isAddress = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
    return accept(text, isAddress ? [] : ['This is no full address: it begins with https:// or http://.'])
  },
  boolean: (text) => accept(text === 'yes', text === 'yes' || text === 'no' ? [] : ['Answer yes or no.']),
}

function readNumber(text: string, { min, max, unit }: Decision, form: RegExp, refusal: string): ParsedAnswer {
  // People paste the unit too.
  const digits = (unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text).trim()
  const value = Number(digits)
  if (!form.test(digits)) return { kind: 'refused', reasons: [refusal] }
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return { kind: 'refused', reasons: ['This number is too large.'] }
  const named = (limit: number) => [limit, unit].filter((part) => part !== undefined).join(' ')
  if (min !== undefined && value < min) return { kind: 'refused', reasons: [`At least ${named(min)} is asked for.`] }
  if (max !== undefined && value > max) return { kind: 'refused', reasons: [`At most ${named(max)} is possible.`] }
  // No sign is left on zero.
  return { kind: 'answer', value: value + 0 }
}

function checkSize(size: number, noun: string, { min, max }: Decision): string[] {
  if (min !== undefined && size < min) return [`At least ${min} ${noun} are asked for, here are ${size}.`]
  if (max !== undefined && size > max) return [`At most ${max} ${noun} are possible, here are ${size}.`]
  return []
}

function checkText(text: string, { pattern, hint, max }: Decision): string[] {
  if (text.length > Math.max(maxTextLength, max ?? 0))
    return [`It has ${text.length} characters, and ${maxTextLength} are kept.`]
  const isMatch = pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text)
  return isMatch ? [] : [hint ? `It has another form than asked for: ${hint}` : `It has to match ${pattern}.`]
}

/** Every network that is none, and every pair that shares addresses. */
function checkNetworks(entries: readonly string[]): string[] {
  const faults = entries.flatMap((entry) => findNetworkFault(entry) ?? [])
  const networks = entries.filter((entry) => !findNetworkFault(entry)).flatMap((entry) => parseNetwork(entry) ?? [])
  for (const [index, network] of networks.entries()) {
    for (const other of networks.slice(index + 1)) {
      if (sharesAddresses(network, other)) faults.push(`"${network.text}" and "${other.text}" overlap.`)
    }
  }
  return faults
}

function findNetworkFault(entry: string): string | undefined {
  const example = entry.includes(':') ? 'fd00:10::/64' : '10.0.0.0/16'
  const network = parseNetwork(entry)
  if (!network) return `"${shorten(entry)}" is no network, like ${example}.`
  const { family, first, prefix } = network
  if (parseBlock(entry.split('/')[0] ?? '')?.first === first) return undefined
  return `"${entry}" names an address inside of its network, which is ${formatAddress(family, first)}/${prefix}.`
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

function splitEntries(text: string, separator: RegExp): string[] {
  return [...new Set(text.split(separator).map((entry) => entry.trim()))].filter((entry) => entry !== '')
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
