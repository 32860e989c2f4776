import { loadChecklist } from '../../browser/checklists.ts'
import { type Answer, describeAnswer, type Item, listItems } from '../../core/index.ts'
import type { Proposal } from './proposals.ts'
import { readItem, type Target } from './record-answers.ts'

/** A proposed answer beside what is recorded now. */
export interface ProposedAnswer {
  item: Item
  question: string
  /** As it would be recorded; undefined where the decision does not take it, for these reasons. */
  value: Answer | undefined
  reasons: string[]
  /** The proposal and what is recorded, in words. */
  proposed: string
  present: string | undefined
  isSame: boolean
}

/**
 * Holds proposals against the decisions of a platform's checklist and against what a rollout has.
 *
 * @throws {Error} With a sentence for people, where the checklist cannot be had.
 */
export async function loadAnswers(target: Target, proposals: readonly Proposal[]): Promise<ProposedAnswer[]> {
  // What reads typed answers brings a library that only this needs.
  const [{ checklist }, { formatAnswer, parseAnswer }] = await Promise.all([
    loadChecklist(target.platform),
    import('../../core/answer.ts'),
  ])
  const items = listItems(checklist)
  return proposals.flatMap(({ key, text }) => {
    const item = items.find(({ decision }) => decision?.key === key)
    if (!item?.decision) return []
    const { decision } = item
    const parsed = parseAnswer(decision, text)
    const value = parsed.kind === 'answer' && parsed.value !== null ? parsed.value : undefined
    const stored = readItem(target, item.id)?.answer?.value ?? null
    return {
      item,
      question: decision.question,
      value,
      reasons: parsed.kind === 'refused' ? parsed.reasons : value === undefined ? ['The plan has none.'] : [],
      proposed: describeAnswer(value ?? text.replaceAll('\n', ', '), value === undefined ? '' : decision.unit),
      present: stored === null ? undefined : describeAnswer(stored, decision.unit),
      isSame: value !== undefined && formatAnswer(stored) === formatAnswer(value),
    }
  })
}
