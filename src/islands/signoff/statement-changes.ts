/** What a report would say now that the frozen one does not. */
import type { ReadinessItem, ReadinessStatement } from '../../core/signoff/index.ts'

/** One thing that differs; an item, or the rollout itself where it names none. */
export interface StatementChange {
  item?: string
  title: string
  /** Like "status: done, now open" or "note". */
  parts: string[]
}

/** Everything that differs item by item, then what differs of the rollout. */
export function listStatementChanges(frozen: ReadinessStatement, current: ReadinessStatement): StatementChange[] {
  const changes = [...listItemChanges(frozen, current), ...listRolloutChanges(frozen, current)]
  if (changes.length > 0 || sameRecord(frozen, current)) return changes
  return [{ title: 'The record of the rollout', parts: ['something that the report does not show'] }]
}

function listItemChanges(frozen: ReadinessStatement, current: ReadinessStatement): StatementChange[] {
  const before = new Map(frozen.predicate.items.map((item) => [item.id, item]))
  const after = new Map(current.predicate.items.map((item) => [item.id, item]))
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
    const [old, next] = [before.get(id), after.get(id)]
    const parts = old && next ? compareItems(old, next) : [next ? 'new in the checklist' : 'gone from the checklist']
    return parts.length > 0 ? [{ item: id, title: next?.title ?? old?.title ?? id, parts }] : []
  })
}

const partWords: [keyof ReadinessItem, string][] = [
  ['title', 'wording'],
  ['reason', 'reason'],
  ['note', 'note'],
  ['decision', 'decision'],
  ['evidence', 'evidence'],
  ['acceptedBy', 'who accepts the risk'],
  ['expiresAt', 'end of the risk'],
  ['followUp', 'follow-up'],
  ['compensatingControl', 'compensating control'],
]

function compareItems(old: ReadinessItem, next: ReadinessItem): string[] {
  const tell = (name: 'status' | 'requirement') =>
    old[name] === next[name] ? [] : [`${name}: ${words(old[name])}, now ${words(next[name])}`]
  const others = partWords.filter(([name]) => !isSame(old[name], next[name])).map(([, word]) => word)
  const parts = [...tell('status'), ...tell('requirement'), ...others]
  const isSaidAgain = !isSame(old.checkedAt, next.checkedAt) || !isSame(old.checkedBy, next.checkedBy)
  return parts.length === 0 && isSaidAgain ? ['answered again'] : parts
}

function listRolloutChanges(frozen: ReadinessStatement, current: ReadinessStatement): StatementChange[] {
  const [old, next] = [frozen.predicate, current.predicate]
  const names = ['environment', 'service', 'version'] as const
  const named = names
    .filter((name) => !isSame(old.rollout[name], next.rollout[name]))
    .map((name) => `${name}: ${old.rollout[name] ?? 'not given'}, now ${next.rollout[name] ?? 'not given'}`)
  const parts = [
    ...named,
    ...(isSame(artifactsOf(frozen), artifactsOf(current)) ? [] : ['what is rolled out']),
    ...(isSame(old.checklist.digest, next.checklist.digest) ? [] : ['another version of the checklist']),
  ]
  return parts.length > 0 ? [{ title: 'The rollout', parts }] : []
}

/** The exported record is the last subject, always. */
const artifactsOf = ({ subject }: ReadinessStatement) => subject.slice(0, -1)
const sameRecord = (frozen: ReadinessStatement, current: ReadinessStatement) =>
  isSame(frozen.subject.at(-1), current.subject.at(-1))

/** Both were written by the same code, so that members have the same order. */
const isSame = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
const words = (value: string) => value.replaceAll('-', ' ')
