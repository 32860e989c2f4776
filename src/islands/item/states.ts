/** The states that somebody may give to an item, and what each asks for. */
import { parseLink } from '../../core/evidence.ts'
import type { ItemState, ItemStateKind } from '../../core/progress.ts'
import { saysSomething } from '../../core/spoken.ts'
import { cleanText } from '../../core/text.ts'
import { dayOf, endOfDay } from './days.ts'

/** In the order of work. */
export const stateKinds = ['open', 'started', 'blocked', 'done', 'not-applicable', 'risk-accepted'] as const

/** A state that says nothing without a reason. */
export type ReasonedKind = 'blocked' | 'not-applicable' | 'risk-accepted'

/** What the form of a state asks for, as it is typed. */
export interface StateEntries {
  reason: string
  acceptedBy: string
  /** A day, like 2026-11-21. */
  expiresOn: string
  followUp: string
  compensatingControl: string
}

export type StateFaults = Partial<Record<keyof StateEntries, string>>

export type ReadState = { kind: 'state'; state: ItemState } | { kind: 'refused'; faults: StateFaults }

/** A few sentences; what is longer belongs into the note or behind a link. */
const maxTextLength = 2_000
const maxNameLength = 200

export const stateWord = (kind: ItemStateKind) => kind.replaceAll('-', ' ')

export function needsReason(kind: ItemStateKind): kind is ReasonedKind {
  return kind === 'blocked' || kind === 'not-applicable' || kind === 'risk-accepted'
}

/** A state that needs nothing but to be chosen. */
export function plainState(kind: Exclude<ItemStateKind, ReasonedKind>, itemDigest: string): ItemState {
  return kind === 'done' ? { kind, itemDigest } : { kind }
}

/** What is stored, as the form shows it; empty for another state. */
export function entriesOf(kind: ReasonedKind, state: ItemState): StateEntries {
  const known = state.kind === kind ? state : undefined
  const risk = known?.kind === 'risk-accepted' ? known : undefined
  return {
    reason: known && 'reason' in known ? known.reason : '',
    acceptedBy: risk?.acceptedBy ?? '',
    expiresOn: risk ? dayOf(risk.expiresAt) : '',
    followUp: risk?.followUp ?? '',
    compensatingControl: risk?.compensatingControl ?? '',
  }
}

/** Reads what was typed as a state, or tells every field that is wrong. */
export function readState(kind: ReasonedKind, entries: StateEntries, itemDigest: string, now: Date): ReadState {
  const typed = mapEntries(entries, (text) => cleanText(text).trim())
  const link = parseLink(typed.followUp)
  const expiresAt = endOfDay(typed.expiresOn)
  const faults: StateFaults = {}
  const blame = (name: keyof StateEntries, fault: string | undefined) => {
    if (fault !== undefined) faults[name] = fault
  }
  blame('reason', saysSomething(typed.reason) ? findLengthFault(typed.reason) : 'Give a reason, in words.')
  if (kind === 'risk-accepted') {
    blame('acceptedBy', findNameFault(typed.acceptedBy))
    blame('expiresOn', findEndFault(expiresAt, now))
    if (typed.followUp !== '' && !link)
      blame('followUp', 'This is no full address: it begins with https:// or http://.')
    blame('compensatingControl', findLengthFault(typed.compensatingControl))
  }
  if (Object.keys(faults).length > 0) return { kind: 'refused', faults }
  const { reason, acceptedBy, compensatingControl } = typed
  if (kind === 'blocked') return { kind: 'state', state: { kind, reason } }
  if (kind === 'not-applicable') return { kind: 'state', state: { kind, reason, itemDigest } }
  const optional = { ...(link && { followUp: link }), ...(compensatingControl && { compensatingControl }) }
  return { kind: 'state', state: { kind, reason, acceptedBy, expiresAt: expiresAt ?? '', ...optional, itemDigest } }
}

function findLengthFault({ length }: string): string | undefined {
  return length > maxTextLength
    ? `This has ${length.toLocaleString('en')} characters and 2,000 are kept. Shorten it, or put the rest into the note.`
    : undefined
}

function findNameFault(name: string): string | undefined {
  if (!saysSomething(name)) return 'Name the person who accepts the risk.'
  return name.length > maxNameLength ? 'This is too long for a name.' : undefined
}

function findEndFault(expiresAt: string | undefined, now: Date): string | undefined {
  if (expiresAt === undefined) return 'Choose the last day on which the risk is accepted.'
  return Date.parse(expiresAt) <= now.getTime() ? 'This day is past: a risk ends in the future.' : undefined
}

function mapEntries(entries: StateEntries, change: (text: string) => string): StateEntries {
  return Object.fromEntries(
    Object.entries(entries).map(([name, text]) => [name, change(text)]),
  ) as unknown as StateEntries
}
