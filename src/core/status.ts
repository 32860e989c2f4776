/** What the stored answers of a rollout amount to at a moment: traits, expired risks and stale evidence counted in. */
import { listEvidence, newestProof } from './evidence.ts'
import { type ItemRecord, type ItemState, type ItemStateKind, isReworded } from './progress.ts'

/** What an answer amounts to: its state, or `to-confirm` when it does not, or no longer, prove that the item is done. */
export type ItemStatusKind = ItemStateKind | 'to-confirm'

/**
 * Why an answer has to be confirmed: it was given for another rollout or another wording, the link that its evidence has
 * to hold is missing, or its evidence is too old on launch day.
 */
export type Doubt = 'copied' | 'reworded' | 'unlinked' | 'stale'

export interface ItemStatus {
  kind: ItemStatusKind
  /** Why it is blocked, does not apply, is a risk, has to be confirmed, or is open again. */
  reason?: string
  /** Where it is to be confirmed: at least one. */
  doubts?: readonly Doubt[]
  /** It does not apply because of the rollout's traits; nobody has to answer it. */
  isExcluded?: true
}

/** What an item says about when an answer to it counts. */
export interface ItemTerms {
  /** Traits a rollout must all have. */
  when?: readonly string[] | undefined
  /** Shelf life of evidence in days. */
  validForDays?: number | undefined
  /** The evidence has to hold a link. */
  needsLink?: boolean | undefined
  /** Digest of its text, or the beginning that answers remember; absent where nobody knows the text. */
  digest?: string | undefined
}

/** What a rollout says about which answers count. */
export interface RolloutTerms {
  /** Undefined while nobody has said what the rollout is: then every item applies. */
  traits?: readonly string[] | undefined
  /** Local date and time, or empty. */
  plannedLaunch: string
}

const dayMs = 86_400_000

/** The moment that a verdict is about: the planned launch, or now when that is past or not planned. */
export function launchMoment({ plannedLaunch }: RolloutTerms, now: Date): Date {
  return new Date(Math.max(now.getTime(), Date.parse(plannedLaunch) || 0))
}

/** What the answer to an item amounts to on launch day. */
export function judgeItem(
  record: ItemRecord | undefined,
  terms: ItemTerms,
  rollout: RolloutTerms,
  now: Date,
): ItemStatus {
  const missing = rollout.traits ? (terms.when ?? []).filter((trait) => !rollout.traits?.includes(trait)) : []
  if (missing.length > 0) {
    return { kind: 'not-applicable', reason: `Only for rollouts with: ${missing.join(', ')}`, isExcluded: true }
  }
  const state = record?.state?.value ?? { kind: 'open' }
  const launch = launchMoment(rollout, now)
  if (state.kind === 'risk-accepted' && Date.parse(state.expiresAt) <= launch.getTime()) {
    const day = formatDay(state.expiresAt)
    const isPast = Date.parse(state.expiresAt) <= now.getTime()
    return {
      kind: 'open',
      reason: isPast ? `The accepted risk ended ${day}` : `The accepted risk ends ${day}, before the launch`,
    }
  }
  const doubts = listDoubts(state, record, terms, launch, now)
  if (doubts.size > 0) {
    return { kind: 'to-confirm', reason: [...doubts.values()].join('; '), doubts: [...doubts.keys()] }
  }
  return { kind: state.kind, ...('reason' in state && { reason: state.reason }) }
}

/** Each doubt with its reason. */
function listDoubts(
  state: ItemState,
  record: ItemRecord | undefined,
  terms: ItemTerms,
  launch: Date,
  now: Date,
): Map<Doubt, string> {
  const doubts = new Map<Doubt, string>()
  if ('copiedFrom' in state && state.copiedFrom !== undefined && state.kind !== 'not-applicable')
    doubts.set('copied', `Copied from ${state.copiedFrom}`)
  if (isReworded(state, terms.digest)) doubts.set('reworded', 'Changed since you answered')
  if (state.kind !== 'done') return doubts
  if (terms.needsLink && !listEvidence(record).some(([, { kind }]) => kind === 'link'))
    doubts.set('unlinked', 'The link it asks for is missing')
  const staleAt = Date.parse(collectedAt(record) ?? '') + (terms.validForDays ?? Number.POSITIVE_INFINITY) * dayMs
  if (staleAt <= launch.getTime()) {
    const day = formatDay(staleAt)
    doubts.set('stale', `Evidence ${staleAt <= now.getTime() ? 'is' : 'will be'} stale from ${day}`)
  }
  return doubts
}

/** The day of a moment where the reader is, `2026-11-21`: what is accepted until the end of a day says that day. */
export function formatDay(moment: string | number): string {
  const date = new Date(moment)
  const digits = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${digits(date.getMonth() + 1)}-${digits(date.getDate())}`
}

/** When the newest proof of an item was collected; without any, the tick itself is the proof. */
export function collectedAt(record: ItemRecord | undefined): string | undefined {
  return newestProof(record)?.[1].collectedAt ?? record?.state?.at
}

/** Neither done nor excused: what stands between a `must` and the launch. */
export function isPending({ kind }: Pick<ItemStatus, 'kind'>): boolean {
  return kind !== 'done' && kind !== 'not-applicable' && kind !== 'risk-accepted'
}

/**
 * Counts with `done + toConfirm + open + riskAccepted + notApplicable === total` and
 * `applicable === total - notApplicable`.
 */
export interface ItemCounts {
  total: number
  applicable: number
  done: number
  /** Answered, and to be confirmed before it counts as done. */
  toConfirm: number
  /** Open, started or blocked. */
  open: number
  riskAccepted: number
  notApplicable: number
}

/**
 * Counts items by status.
 *
 * An accepted risk is not work done, so it has a count of its own; what does not apply leaves the denominator.
 */
export function countItems(statuses: readonly Pick<ItemStatus, 'kind'>[]): ItemCounts {
  const total = statuses.length
  const counts: ItemCounts = { total, applicable: 0, done: 0, toConfirm: 0, open: 0, riskAccepted: 0, notApplicable: 0 }
  for (const { kind } of statuses) {
    if (kind === 'done') counts.done++
    else if (kind === 'to-confirm') counts.toConfirm++
    else if (kind === 'not-applicable') counts.notApplicable++
    else if (kind === 'risk-accepted') counts.riskAccepted++
    else counts.open++
  }
  counts.applicable = total - counts.notApplicable
  return counts
}
