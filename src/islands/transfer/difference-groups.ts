/** Differences of two rollouts in the order in which somebody who decides about the launch needs them. */
import type { ItemDifference } from '../../core/compare-rollouts.ts'

export interface DifferenceGroup {
  title: string
  items: ItemDifference[]
}

const has =
  (...effects: ItemDifference['effects']) =>
  (item: ItemDifference) =>
    effects.some((effect) => item.effects.includes(effect))

/** An answer, not what was written beside it. */
const isAnswer = ({ name }: { name: string }) => name === 'state' || name === 'answer'

/** Each item stands in the first group that takes it, so that the groups add up to all that differs. */
const groups: [title: string, takes: (item: ItemDifference) => boolean][] = [
  ['Regressed', has('regressed')],
  ['Risks renewed', has('risk-renewed')],
  ['New risks', has('risk-accepted')],
  ['Risks ended', ({ before, after }) => before.kind === 'risk-accepted' && after.kind !== 'risk-accepted'],
  ['Did not apply before, applies now', has('applies')],
  ['Applied before, does not apply now', has('excused')],
  ['New answers', ({ fields }) => fields.some((field) => isAnswer(field) && field.kind === 'added')],
  ['Changed', ({ before, after, fields }) => before.kind !== after.kind || fields.some(isAnswer)],
  ['Notes and evidence', () => true],
]

/** Groups that have items. */
export function groupDifferences(items: readonly ItemDifference[]): DifferenceGroup[] {
  const taken = new Map<string, ItemDifference[]>()
  for (const item of items) {
    const title = groups.find(([, takes]) => takes(item))?.[0] ?? ''
    taken.set(title, [...(taken.get(title) ?? []), item])
  }
  return groups.flatMap(([title]) => (taken.has(title) ? { title, items: taken.get(title) ?? [] } : []))
}
