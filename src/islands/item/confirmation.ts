/** When an answer has to be given again, why, and what giving it again writes. */
import { type Evidence, type EvidenceName, newestProof } from '../../core/evidence.ts'
import type { ItemRecord, ItemState } from '../../core/progress.ts'
import { type ItemTerms, judgeItem, type RolloutTerms } from '../../core/status.ts'

export interface Confirmation {
  reason: string
  /** Beginning of the digest of the wording that was answered, where it reads otherwise now. */
  answeredDigest?: string
  /** The evidence is too old on launch day. */
  isStale: boolean
  /** What is confirmed today would be stale again on launch day. */
  isTooEarly: boolean
  /** The link that the evidence has to hold is missing, which no confirmation can change. */
  isUnlinked: boolean
  /** Something is in doubt that a person can confirm. */
  canConfirm: boolean
  /** The same answer, for the wording of now and for this rollout. */
  state: ItemState
  /** The newest piece of evidence as of today, where its age is what has to be confirmed. */
  evidence?: readonly [EvidenceName, Evidence]
}

/**
 * @param terms With the digest of the wording that the person sees.
 * @returns Undefined where the answer stands as it is, and where there is none.
 */
export function planConfirmation(
  record: ItemRecord | undefined,
  terms: ItemTerms & { digest: string },
  rollout: RolloutTerms,
  now: Date,
): Confirmation | undefined {
  const { reason = '', doubts } = judgeItem(record, terms, rollout, now)
  const answered = record?.state
  if (!doubts || !answered || !isAnswer(answered.value)) return undefined
  const { copiedFrom: _, ...kept } = answered.value
  const state = { ...kept, itemDigest: terms.digest } as ItemState
  const isStale = doubts.includes('stale')
  const at = now.toISOString()
  const [name, newest] = newestProof(record) ?? []
  const evidence = isStale && name && newest ? ([name, { ...newest, collectedAt: at }] as const) : undefined
  const confirmed: ItemRecord = {
    ...record,
    state: { value: state, at },
    ...(evidence && { [evidence[0]]: { value: evidence[1], at } }),
  }
  const left = judgeItem(confirmed, terms, rollout, now).doubts ?? []
  return {
    reason,
    ...(doubts.includes('reworded') && { answeredDigest: answered.value.itemDigest ?? '' }),
    isStale,
    isTooEarly: left.includes('stale'),
    isUnlinked: left.includes('unlinked'),
    canConfirm: doubts.some((doubt) => doubt !== 'unlinked'),
    state,
    ...(evidence && { evidence }),
  }
}

type Answered = Extract<ItemState, { kind: 'done' | 'not-applicable' | 'risk-accepted' }>

const isAnswer = (state: ItemState): state is Answered =>
  state.kind === 'done' || state.kind === 'not-applicable' || state.kind === 'risk-accepted'
