/** What has become of a decision: answered, missing, or not asked of this rollout. */
import type { parseAnswer } from '../../core/answer.ts'
import { type Answer, describeAnswer, type ItemRecord, type ItemStatus } from '../../core/index.ts'
import type { Decision, Level } from '../../core/schema.ts'

export type Standing =
  | { kind: 'answered'; text: string; at: string; by?: string; doubt?: string }
  /** Stored under other rules, or by a file: it is no answer to the question of now. */
  | { kind: 'unfit'; text: string; at: string; by?: string; reasons: string[] }
  | { kind: 'missing'; state?: string }
  | { kind: 'excused'; reason: string; text?: string }

/** How typed answers are read; it is loaded only where something is stored. */
export type AnswerReader = Pick<
  { parseAnswer: typeof parseAnswer; formatAnswer: (answer: Answer) => string },
  'parseAnswer' | 'formatAnswer'
>

/**
 * @param status What the item's own answer amounts to.
 * @param reader Undefined while it is not loaded: until then every stored answer fits.
 */
export function judgeDecision(
  decision: Decision,
  record: ItemRecord | undefined,
  status: ItemStatus,
  reader?: AnswerReader,
): Standing {
  const stored = record?.answer
  const value = stored?.value ?? null
  const text = value === null ? undefined : describeAnswer(value, decision.unit)
  if (status.kind === 'not-applicable') {
    return { kind: 'excused', reason: status.reason ?? 'Does not apply', ...(text !== undefined && { text }) }
  }
  if (!stored || value === null || text === undefined) {
    return { kind: 'missing', ...(status.kind !== 'open' && { state: describeStatus(status) }) }
  }
  const given = { text, at: stored.at, ...(stored.by && { by: stored.by }) }
  const read = reader?.parseAnswer(decision, reader.formatAnswer(value))
  if (read?.kind === 'refused') return { kind: 'unfit', ...given, reasons: read.reasons }
  // The other doubts are about the evidence of the item.
  const isDoubted = status.doubts?.some((kind) => kind === 'copied' || kind === 'reworded')
  const doubt = isDoubted ? status.reason : undefined
  return { kind: 'answered', ...given, ...(doubt && { doubt }) }
}

export const isGap = ({ kind }: Standing) => kind === 'missing' || kind === 'unfit'

function describeStatus({ kind, reason }: ItemStatus): string {
  return [kind.replaceAll('-', ' '), reason].filter(Boolean).join(': ')
}

export interface DecisionCounts {
  applicable: number
  answered: number
  gaps: number
  /** Gaps of items that block the launch. */
  mustGaps: number
  excused: number
}

export function countDecisions(list: readonly { standing: Standing; level: Level }[]): DecisionCounts {
  const gaps = list.filter(({ standing }) => isGap(standing))
  const excused = list.filter(({ standing }) => standing.kind === 'excused').length
  const applicable = list.length - excused
  const mustGaps = gaps.filter(({ level }) => level === 'must').length
  return { applicable, answered: applicable - gaps.length, gaps: gaps.length, mustGaps, excused }
}

/** The counts in a sentence. */
export function describeCounts({ applicable, answered, gaps, mustGaps, excused }: DecisionCounts): string {
  const parts = [
    `${answered} of ${applicable} answered`,
    gaps > 0 && `${gaps} ${gaps === 1 ? 'gap' : 'gaps'}${mustGaps > 0 ? ` (${mustGaps} must)` : ''}`,
    excused > 0 && `${excused} not asked of this rollout`,
  ]
  return parts.filter(Boolean).join(', ')
}
