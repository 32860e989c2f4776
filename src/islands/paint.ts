/** How finished HTML shows what is stored: used before the first paint and whenever something changes. */
import { termsOf } from '../browser/page-facts.ts'
import { listEvidence } from '../core/evidence.ts'
import { describeAnswer, type ItemRecord, type Progress } from '../core/progress.ts'
import type { Rollout } from '../core/rollout.ts'
import { collectedAt, countItems, formatDay, type ItemStatus, isPending, judgeItem } from '../core/status.ts'

/** Shows a record, and what it amounts to, in the row of its item. */
export function paintItem(
  row: HTMLElement,
  record: ItemRecord | undefined,
  { kind, reason, isExcluded }: ItemStatus,
): void {
  const state = record?.state?.value
  const box = row.querySelector<HTMLInputElement>('input[type="checkbox"]')
  const isTicked = state?.kind === 'done' && !isExcluded
  if (box && box.checked !== isTicked) box.checked = isTicked
  if (box) box.disabled = isExcluded === true
  row.dataset['state'] = kind
  row.toggleAttribute('data-noted', Boolean(record?.note?.value))
  // What a box alone cannot say.
  const word = kind === 'open' || kind === 'done' ? '' : kind.replaceAll('-', ' ')
  show(row, '[data-standing]', [word, reason].filter(Boolean).join(': '))
  show(row, '[data-proof]', describeProof(record))
}

/** The answer to its decision and the day of its evidence. */
function describeProof(record: ItemRecord | undefined): string {
  const answer = record?.answer?.value ?? ''
  const collected = listEvidence(record).length > 0 && collectedAt(record)
  const text = describeAnswer(answer)
  return [text && `answer: ${text}`, collected && `evidence of ${formatDay(collected)}`].filter(Boolean).join(', ')
}

function show(parent: HTMLElement, selector: string, text: string): void {
  const element = parent.querySelector(selector)
  if (element && element.textContent !== text) element.textContent = text
}

/** Shows how many of the items that `element` names are done, as a figure and a bar, and how many musts are not. */
export function paintProgress(
  element: HTMLElement,
  platform: string,
  progress: Progress,
  rollout: Rollout,
  now: Date,
): void {
  const judge = (ids: string | undefined) =>
    (ids?.split(' ') ?? []).filter(Boolean).map((id) => judgeItem(progress[id], termsOf(platform, id), rollout, now))
  const { done, applicable } = countItems(judge(element.dataset['items']))
  show(element, '[data-figure]', `${done}${element.dataset['between'] ?? '/'}${applicable}`)
  const blockers = element.querySelector('[data-blockers]')
  if (blockers) {
    const open = judge(element.dataset['musts']).filter(isPending).length
    show(element, '[data-blockers]', open === 0 ? 'no must open' : `${open} must open`)
    blockers.toggleAttribute('data-open', open > 0)
  }
  const bar = element.querySelector('progress')
  if (bar) {
    bar.max = Math.max(applicable, 1)
    bar.value = done
  }
  element.toggleAttribute('data-complete', applicable > 0 && done === applicable)
}
