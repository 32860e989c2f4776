import type { Answer } from '../progress.ts'
import type { Decision } from '../schema.ts'

/** A decision of a rollout as planning looks at it. */
export interface PlannedDecision {
  /** Id of the item that records the answer. */
  item: string
  decision: Pick<Decision, 'key' | 'question' | 'type'>
  /** Null while nobody has answered. */
  answer: Answer | null
  /** Whether the item applies to the rollout: an answer to one that does not counts for nothing. */
  applies: boolean
}

/** What answers mean together: that something breaks, that it is worth knowing, or that a gap was filled by a guess. */
export interface Finding {
  kind: 'problem' | 'note' | 'assumed'
  text: string
  /** Items whose answers it rests on. */
  items: string[]
}

/** The answers that count, by the key of their decision. */
export function answersByKey(decisions: readonly PlannedDecision[]): ReadonlyMap<string, Answer> {
  return new Map(
    decisions.flatMap(({ decision, answer, applies }) =>
      applies && answer !== null ? [[decision.key, answer] as const] : [],
    ),
  )
}

/** Ids of the items that record the answers to these keys, in the order of the keys. */
export function itemsOf(decisions: readonly PlannedDecision[], ...keys: string[]): string[] {
  return keys.flatMap((key) => decisions.find(({ decision }) => decision.key === key)?.item ?? [])
}

/** Lines of an answer; a text is one line. */
export function linesOf(answer: Answer | undefined): string[] {
  return answer === undefined ? [] : [answer].flat().map(String)
}

/** "1 host", "3 hosts". */
export function countNoun(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
