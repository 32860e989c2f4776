import { type Evidence, type EvidenceName, isEvidence, isEvidenceName } from './evidence.ts'
import { type FieldGuard, isObject, isTimestamp, type StoredRecord } from './record.ts'

/** What somebody answered: for which wording of the item, and whether for another rollout. */
interface Answered {
  /** Beginning of the digest of the text that was answered, see {@link itemDigestLength}. */
  itemDigest?: string
  /** Rollout the answer was copied from; what is done or a risk has to be confirmed for this one. */
  copiedFrom?: string
}

/** What has become of an item in a rollout; a tick means `done`. */
export type ItemState =
  | { kind: 'open' }
  | { kind: 'started' }
  | { kind: 'blocked'; reason: string }
  | ({ kind: 'done'; itemDigest: string } & Answered)
  | ({ kind: 'not-applicable'; reason: string } & Answered)
  | ({ kind: 'risk-accepted' } & AcceptedRisk & Answered)

/** Why an item that is not done is no reason to wait, for how long, and who says so. */
export interface AcceptedRisk {
  reason: string
  acceptedBy: string
  expiresAt: string
  /** Link to the work that will end the risk. */
  followUp?: string
  /** What makes the risk smaller until then. */
  compensatingControl?: string
}

export type ItemStateKind = ItemState['kind']

/** The value that an item with a decision records; its type follows the decision's. */
export type Answer = string | number | boolean | string[]

/** An answer in words, as rows and reports show it. */
export function describeAnswer(answer: Answer, unit = ''): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  return `${[answer].flat().join(', ')} ${unit}`.trim()
}

/** Fields of an item's record in one rollout. */
export interface ItemFields {
  state: ItemState
  note: string
  /** Null when it was taken back. */
  answer: Answer | null
  /** One field for each piece, so that pieces added in two places are both kept; null when it was removed. */
  [evidence: EvidenceName]: Evidence | null
}

export type ItemRecord = StoredRecord<ItemFields>

/** Records by item id; a missing item is open. */
export type Progress = Readonly<Record<string, ItemRecord | undefined>>

/** A note is for a few paragraphs; larger things are linked, so that storage lasts for every item. */
export const maxNoteLength = 20_000

/** 64 bits tell two wordings of one item apart; the whole digest would be most of a page's bytes. */
export const itemDigestLength = 16

const isText = (value: unknown) => typeof value === 'string'

export const itemGuard: FieldGuard = (name) => {
  if (isEvidenceName(name)) return (value) => value === null || isEvidence(value)
  return new Map<string, (value: unknown) => boolean>([
    ['state', isItemState],
    ['note', isText],
    ['answer', isAnswer],
  ]).get(name)
}

function isAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isText)
  return value === null || isText(value) || typeof value === 'boolean' || Number.isFinite(value)
}

const required: Readonly<Record<ItemStateKind, readonly string[]>> = {
  open: [],
  started: [],
  blocked: ['reason'],
  done: ['itemDigest'],
  'not-applicable': ['reason'],
  'risk-accepted': ['reason', 'acceptedBy', 'expiresAt'],
}
const optional = ['itemDigest', 'copiedFrom', 'followUp', 'compensatingControl']

export function isItemState(value: unknown): value is ItemState {
  if (!isObject(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(required, value['kind'])) return false
  const kind = value['kind'] as ItemStateKind
  return (
    required[kind].every((name) => isText(value[name])) &&
    optional.every((name) => value[name] === undefined || isText(value[name])) &&
    (kind !== 'risk-accepted' || isTimestamp(value['expiresAt']))
  )
}

/** Whether the item now reads otherwise than when it was answered. */
export function isReworded(state: ItemState | undefined, itemDigest: string | undefined): boolean {
  if (!state || !('itemDigest' in state) || !state.itemDigest || !itemDigest) return false
  return state.itemDigest !== itemDigest.slice(0, itemDigestLength)
}
