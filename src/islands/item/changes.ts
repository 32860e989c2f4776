/** What was ever changed of an item, in words, and what takes each change back. */
import { type Evidence, isEvidence, isEvidenceName } from '../../core/evidence.ts'
import type { Answer, ItemFields, ItemRecord, ItemState } from '../../core/progress.ts'
import { listVersions, type Stamped, type Version } from '../../core/record.ts'
import { dayOf } from './days.ts'
import { nameEvidence, shorten } from './evidence-input.ts'
import { stateWord } from './states.ts'

type Value = ItemFields[keyof ItemFields]

export interface Change {
  field: keyof ItemFields
  at: string
  by?: string
  /** "state: blocked → done". */
  text: string
  /** What a button writes: of the newest change of a field what was there before it, of an older one what it set. */
  restore?: { word: 'Undo' | 'Restore'; value: Value }
}

/** A field remembers at least this many characters of earlier values, see `core/record.ts`. */
const surelyRemembered = 1_000

/**
 * Every change that is remembered, newest first.
 *
 * @param unit Unit of the item's decision.
 */
export function listChanges(record: ItemRecord | undefined, unit = ''): Change[] {
  return Object.entries(record ?? {})
    .flatMap(([name, field]) => (isField(name) ? listFieldChanges(name, field as Stamped<Value>, unit) : []))
    .sort((left, right) => (left.at + left.field < right.at + right.field ? 1 : -1))
}

function listFieldChanges(field: keyof ItemFields, stamped: Stamped<Value>, unit: string): Change[] {
  const versions = listVersions(stamped)
  const isComplete = textOf(stamped.before).length < surelyRemembered
  return versions.map((version, index) => {
    const previous = versions[index + 1]?.value ?? (isComplete ? blankOf(field) : undefined)
    const restored = index === 0 ? (versions[1]?.value ?? blankOf(field)) : version.value
    const isSame = textOf(restored) === textOf(stamped.value)
    return {
      field,
      ...who(version),
      text: inWords(field, previous, version.value, unit),
      ...(!isSame && { restore: { word: index === 0 ? 'Undo' : 'Restore', value: restored } }),
    }
  })
}

const who = ({ at, by }: Version<unknown>) => ({ at, ...(by && { by }) })

const isField = (name: string): name is keyof ItemFields =>
  name === 'state' || name === 'note' || name === 'answer' || isEvidenceName(name)

/** What a field holds before anybody touches it. */
function blankOf(field: keyof ItemFields): Value {
  if (field === 'state') return { kind: 'open' }
  return field === 'note' ? '' : null
}

/** @param previous Undefined where it is no longer remembered. */
function inWords(field: keyof ItemFields, previous: Value | undefined, value: Value, unit: string): string {
  if (field === 'state') return describeState(previous as ItemState | undefined, value as ItemState)
  if (field === 'note') return `note ${value === '' ? 'removed' : previous === '' ? 'written' : 'changed'}`
  if (field === 'answer') {
    const words = [previous, value].flatMap((each) => (each === undefined ? [] : answerInWords(each as Answer, unit)))
    return `answer: ${words.join(' → ')}`
  }
  return describeEvidence(previous as Evidence | null | undefined, value as Evidence | null)
}

function describeState(previous: ItemState | undefined, state: ItemState): string {
  const word = stateWord(state.kind)
  const reason = 'reason' in state ? `: ${shorten(state.reason, 120)}` : ''
  if (!previous) return `state: ${word}${reason}`
  if (previous.kind !== state.kind) return `state: ${stateWord(previous.kind)} → ${word}${reason}`
  const known = ['reason', 'acceptedBy', 'expiresAt', 'followUp', 'compensatingControl']
  const isConfirmed = textOf(pick(previous, known)) === textOf(pick(state, known))
  return `state: ${word}, ${isConfirmed ? 'confirmed' : 'changed'}${isConfirmed ? '' : reason}`
}

function describeEvidence(previous: Evidence | null | undefined, value: Evidence | null): string {
  if (value === null) return `evidence removed${isEvidence(previous) ? `: ${nameEvidence(previous)}` : ''}`
  if (!previous) return `evidence added: ${nameEvidence(value)}`
  return `evidence collected: ${dayOf(previous.collectedAt)} → ${dayOf(value.collectedAt)}, ${nameEvidence(value)}`
}

function answerInWords(answer: Answer | null, unit: string): string {
  if (answer === null) return 'none'
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  if (typeof answer === 'number') return unit ? `${answer} ${unit}` : String(answer)
  return shorten([answer].flat().join(', '), 120)
}

function pick(state: ItemState, names: readonly string[]): unknown[] {
  return names.map((name) => Reflect.get(state, name) ?? '')
}

const textOf = (value: unknown) => JSON.stringify(value) ?? ''
