import { type FieldGuards, isObject, isTimestamp, recordFormat, type Stamped, type StoredRecord } from './record.ts'

/** What has become of an item in a rollout; a tick means `done`. */
export type ItemState =
  | { kind: 'open' }
  | { kind: 'started' }
  | { kind: 'blocked'; reason: string }
  /** `itemDigest`: beginning of the digest of the text that was ticked, see {@link itemDigestLength}. */
  | { kind: 'done'; itemDigest: string }
  | { kind: 'not-applicable'; reason: string }
  | { kind: 'risk-accepted'; reason: string; acceptedBy: string; expiresAt: string }

export type ItemStateKind = ItemState['kind']

/** Fields of an item's record in one rollout. */
export interface ItemFields {
  state: ItemState
  note: string
}

export type ItemRecord = StoredRecord<ItemFields>

/** States by item id; a missing item is open. */
export type Progress = Readonly<Record<string, ItemRecord | undefined>>

/** A note is for a few paragraphs; larger things are linked, so that storage lasts for every item. */
export const maxNoteLength = 20_000

/** 64 bits tell two wordings of one item apart; the whole digest would be most of a page's bytes. */
export const itemDigestLength = 16

export const itemGuards: FieldGuards<ItemFields> = { state: isItemState, note: (value) => typeof value === 'string' }

export function isItemState(value: unknown): value is ItemState {
  if (!isObject(value)) return false
  const isText = (name: string) => typeof value[name] === 'string'
  switch (value['kind']) {
    case 'open':
    case 'started':
      return true
    case 'blocked':
    case 'not-applicable':
      return isText('reason')
    case 'done':
      return isText('itemDigest')
    case 'risk-accepted':
      return isText('reason') && isText('acceptedBy') && isTimestamp(value['expiresAt'])
    default:
      return false
  }
}

/** The state that counts at a moment: an accepted risk that has expired is open again. */
export function currentState(record: ItemRecord | undefined, now: Date): ItemState {
  const state = record?.state?.value ?? { kind: 'open' }
  return state.kind === 'risk-accepted' && Date.parse(state.expiresAt) <= now.getTime() ? { kind: 'open' } : state
}

/** The traits that items need, by item id; an item that is not listed always applies. */
export type ItemConditions = Readonly<Record<string, readonly string[]>>

/**
 * The progress of a rollout that has certain traits: what needs a trait it lacks does not apply, by itself and for as
 * long as the trait is missing. Answers to such items stay as they are stored.
 *
 * @param traits Undefined while nobody has said what the rollout is: then everything applies.
 */
export function applyTraits(
  progress: Progress,
  conditions: ItemConditions,
  traits: Stamped<readonly string[]> | undefined,
): Progress {
  if (!traits) return progress
  const applied: Record<string, ItemRecord | undefined> = { ...progress }
  for (const [id, needed] of Object.entries(conditions)) {
    const missing = needed.filter((trait) => !traits.value.includes(trait))
    if (missing.length === 0) continue
    const value = { kind: 'not-applicable' as const, reason: `Only for rollouts with: ${missing.join(', ')}` }
    applied[id] = { format: recordFormat, ...progress[id], state: { value, at: traits.at } }
  }
  return applied
}

/** Counts with `done + open + riskAccepted + notApplicable === total` and `applicable === total - notApplicable`. */
export interface ItemCounts {
  total: number
  applicable: number
  done: number
  /** Open, started or blocked. */
  open: number
  riskAccepted: number
  notApplicable: number
}

/**
 * Counts items by state.
 *
 * An accepted risk is not work done, so it has a count of its own; what does not apply leaves the denominator.
 *
 * @param progress An id that is not among `ids` is ignored.
 * @param now Moment at which accepted risks are judged.
 */
export function countItems(ids: readonly string[], progress: Progress, now: Date): ItemCounts {
  const counts: ItemCounts = { total: ids.length, applicable: 0, done: 0, open: 0, riskAccepted: 0, notApplicable: 0 }
  for (const id of ids) {
    const { kind } = currentState(progress[id], now)
    if (kind === 'done') counts.done++
    else if (kind === 'not-applicable') counts.notApplicable++
    else if (kind === 'risk-accepted') counts.riskAccepted++
    else counts.open++
  }
  counts.applicable = counts.total - counts.notApplicable
  return counts
}
