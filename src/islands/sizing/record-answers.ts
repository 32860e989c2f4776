/** Records answers of a plan in a rollout, and takes them back. */
import { records } from '../../browser/environment.ts'
import { formerIdsOf } from '../../browser/page-facts.ts'
import type { Answer, ItemFields } from '../../core/index.ts'
import { changeItem, writeNote } from '../../stores/progress.ts'

export interface Target {
  platform: string
  rollout: string
}

export interface RecordedAnswer {
  item: string
  value: Answer
}

/** A field as it was and as it is now. */
interface Deed {
  item: string
  name: 'answer' | 'note'
  before: ItemFields['answer'] | string
  after: ItemFields['answer'] | string
}

export interface Outcome {
  isStored: boolean
  /** Why something was not recorded. */
  refusals: string[]
  deeds: Deed[]
}

export function readItem({ platform, rollout }: Target, item: string) {
  return records.readItem(rollout, item, formerIdsOf(platform, item))
}

/** @param note Line that is added to the note of its item; what stands there stays. */
export function recordAnswers(
  target: Target,
  answers: readonly RecordedAnswer[],
  note: { item: string; line: string },
): Outcome {
  const outcome: Outcome = { isStored: true, refusals: [], deeds: [] }
  for (const { item, value } of answers) write(target, { item, name: 'answer', after: value }, outcome)
  const before = readItem(target, note.item)?.note?.value ?? ''
  const isThere = before.split('\n').includes(note.line)
  const after = before.trim() === '' ? note.line : `${before.trimEnd()}\n${note.line}`
  if (!isThere) write(target, { item: note.item, name: 'note', after }, outcome)
  return outcome
}

function write(target: Target, { item, name, after }: Omit<Deed, 'before'>, outcome: Outcome): void {
  const record = readItem(target, item)
  const before = name === 'note' ? (record?.note?.value ?? '') : (record?.answer?.value ?? null)
  const { platform, rollout } = target
  const result =
    name === 'note'
      ? writeNote(platform, item, String(after), { rollout })
      : changeItem(platform, item, 'answer', after as Answer, { rollout })
  if (result.kind === 'refused') {
    outcome.refusals.push(result.reason)
    return
  }
  outcome.deeds.push({ item, name, before, after })
  outcome.isStored &&= result.isStored
}

/** Puts back what was there before; what somebody changed since stays. */
export function takeBack(target: Target, deeds: readonly Deed[]): { isStored: boolean; kept: number } {
  let kept = 0
  let isStored = true
  const { platform, rollout } = target
  for (const { item, name, before, after } of deeds) {
    const now = readItem(target, item)?.[name]?.value
    if (JSON.stringify(now) !== JSON.stringify(after)) kept++
    else {
      const result = changeItem(platform, item, name, before as never, { rollout })
      isStored &&= result.kind === 'written' && result.isStored
    }
  }
  return { isStored, kept }
}
