/** Words for what stands in a field of an item or a rollout, as text: whatever people typed stays what they typed. */
import {
  formatDay,
  type ItemState,
  isEvidence,
  isEvidenceName,
  isItemState,
  isLaunchEvent,
  isLaunchEventName,
  isObject,
  stableText,
} from '../../core/index.ts'
import { formatLocal } from '../rollouts/moments.ts'

const labels = new Map([
  ['state', 'State'],
  ['answer', 'Answer'],
  ['note', 'Note'],
  ['evidence', 'Evidence'],
  ['name', 'Name'],
  ['platform', 'Platform'],
  ['environment', 'Environment'],
  ['service', 'Service'],
  ['version', 'Version'],
  ['plannedLaunch', 'Planned launch'],
  ['subjects', 'What is rolled out'],
  ['traits', 'What it is'],
  ['rollbackCommand', 'Rollback command'],
  ['abortCriteria', 'Abort criteria'],
  ['people', 'People'],
  ['event', 'Log of the launch'],
  ['copiedFrom', 'Copied from'],
  ['archivedAt', 'Archived'],
  ['deletedAt', 'Deleted'],
])

/** What a field is called; one that this version does not know is called by its name. */
export function nameField(name: string): string {
  return labels.get(kindOf(name)) ?? name
}

/** The answer first, then what was written beside it, then whatever a newer version added. */
export function sortFields<Field extends { name: string }>(fields: readonly Field[]): Field[] {
  const order = [...labels.keys()]
  const rank = ({ name }: Field) => (labels.has(kindOf(name)) ? order.indexOf(kindOf(name)) : order.length)
  return fields.toSorted((left, right) => rank(left) - rank(right))
}

function kindOf(name: string): string {
  if (isEvidenceName(name)) return 'evidence'
  return isLaunchEventName(name) ? 'event' : name
}

/** A value in words; never an empty text. */
export function describeValue(name: string, value: unknown): string {
  if (isEvidenceName(name)) return describeEvidence(value)
  if (isLaunchEventName(name)) return describeEvent(value)
  if (name === 'state' && isItemState(value)) return describeState(value)
  if (name === 'archivedAt' || name === 'deletedAt') return typeof value === 'string' ? formatTime(value) || 'no' : 'no'
  if (name === 'plannedLaunch' && typeof value === 'string') return value.replace('T', ' ') || 'not planned'
  return describeAny(value) || (name === 'traits' ? 'none' : 'empty')
}

/**
 * Two values in words that tell them apart: answers to two wordings of an item are both "Done", and a choice between
 * them has to say more.
 */
export function describePair(name: string, ours: unknown, theirs: unknown): [string, string] {
  const pair: [string, string] = [describeValue(name, ours), describeValue(name, theirs)]
  if (pair[0] !== pair[1] || stableText(ours) === stableText(theirs)) return pair
  const differing = Object.keys({ ...asObject(ours), ...asObject(theirs) }).filter(
    (member) => stableText(asObject(ours)[member]) !== stableText(asObject(theirs)[member]),
  )
  const detail = (value: unknown) =>
    differing
      .map(
        (member) => `${member === 'itemDigest' ? 'wording' : member} ${describeAny(asObject(value)[member]) || 'none'}`,
      )
      .join(', ')
  return [`${pair[0]} (${detail(ours)})`, `${pair[1]} (${detail(theirs)})`]
}

/** `2026-11-21 09:30` where the reader is; what is no moment stays as it is. */
export function formatTime(at: string): string {
  return Number.isNaN(Date.parse(at)) ? at : formatLocal(new Date(at))
}

function describeState(state: ItemState): string {
  const copied = 'copiedFrom' in state && state.copiedFrom ? `, copied from ${state.copiedFrom}` : ''
  switch (state.kind) {
    case 'risk-accepted': {
      const { reason, acceptedBy, expiresAt, followUp, compensatingControl } = state
      const more = [compensatingControl && `Until then: ${compensatingControl}`, followUp && `Follow-up: ${followUp}`]
      const until = `Risk accepted by ${acceptedBy} until ${formatDay(expiresAt)}${copied}`
      return [`${until}: ${reason}`, ...more.filter(Boolean)].join('\n')
    }
    case 'blocked':
      return `Blocked: ${state.reason}`
    case 'not-applicable':
      return `Not applicable${copied}: ${state.reason}`
    default:
      return `${state.kind.charAt(0).toUpperCase()}${state.kind.slice(1)}${copied}`
  }
}

function describeEvidence(value: unknown): string {
  if (!isEvidence(value)) return value === null ? 'removed' : describeAny(value)
  const collected = `collected ${formatTime(value.collectedAt)}`
  switch (value.kind) {
    case 'link':
      return `${value.url}, ${collected}`
    case 'file':
      return `${value.name}, ${value.sizeBytes.toLocaleString('en')} bytes, ${collected}, sha256:${value.sha256}`
    default:
      return `${value.text}\n(${collected})`
  }
}

function describeEvent(value: unknown): string {
  if (!isLaunchEvent(value)) return value === null ? 'taken back' : describeAny(value)
  return `${formatTime(value.happenedAt)}, ${value.kind}: ${value.text}`
}

/** Values of any shape: a field of a newer Golive may hold one. */
function describeAny(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(describeAny).join('\n')
  if (!isObject(value)) return String(value)
  const parts = Object.values(value).filter((part) => part !== '')
  return parts.every((part) => typeof part === 'string') ? parts.join(', ') : JSON.stringify(value)
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {})
