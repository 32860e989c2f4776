import { type ItemState, isEvidence, isItemState, isObject, stableText, type Version } from '../core/index.ts'

/** Longest value that a list of changes shows; JSON has all of it. */
const maxShown = 160

/** A field's value in words. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'not there'
  if (value === null || value === '') return 'empty'
  if (typeof value === 'string') return `"${value}"`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isItemState(value)) return describeState(value)
  if (isEvidence(value)) {
    const day = `, collected ${value.collectedAt.slice(0, 10)}`
    if (value.kind === 'link') return `link ${value.url}${day}`
    return value.kind === 'text' ? `text "${value.text}"${day}` : `file "${value.name}" sha256:${value.sha256}${day}`
  }
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(describeEntry).join(', ')
  return describeEntry(value)
}

export function shortenValue(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown - 1)}…` : text
}

/** `to-confirm` as people say it. */
export function nameKind(kind: string): string {
  return kind.replaceAll('-', ' ')
}

/** Who set a value, and when. */
export function describeSource({ at, by }: Version<unknown>): string {
  return `${by ?? 'somebody'}, ${formatUtc(at)}`
}

/** `2026-11-21T09:30:00.123Z` as `2026-11-21 09:30:00 UTC`. */
export function formatUtc(at: string): string {
  return at.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')
}

function describeState(state: ItemState): string {
  const name = nameKind(state.kind)
  const copied = 'copiedFrom' in state && state.copiedFrom ? `, copied from ${state.copiedFrom}` : ''
  if (state.kind === 'risk-accepted') {
    const { acceptedBy, expiresAt, reason, followUp, compensatingControl } = state
    const rest = [followUp, compensatingControl].filter(Boolean).join(', ')
    return `${name} by ${acceptedBy} until ${formatUtc(expiresAt)}: ${reason}${rest && ` (${rest})`}${copied}`
  }
  const reason = 'reason' in state ? `: ${state.reason}` : ''
  // Two ticks may differ in nothing else.
  const wording = state.kind === 'done' && state.itemDigest ? ` (wording ${state.itemDigest})` : ''
  return `${name}${reason}${wording}${copied}`
}

function describeEntry(entry: unknown): string {
  if (isObject(entry) && Object.values(entry).every((part) => typeof part === 'string')) {
    return Object.values(entry).filter(Boolean).join(' ')
  }
  return typeof entry === 'string' ? `"${entry}"` : stableText(entry)
}
