import { listEvidence, type Progress } from '../../core/index.ts'

/** What a rollout holds, for those who are about to part with it: "12 answers, 3 notes". */
export function describeHoldings(items: Progress): string {
  const records = Object.values(items).filter((record) => record !== undefined)
  const counts: [number, string, string][] = [
    [records.filter(({ state }) => state && state.value.kind !== 'open').length, 'answer', 'answers'],
    [records.filter(({ note }) => note?.value).length, 'note', 'notes'],
    [records.filter(({ answer }) => (answer?.value ?? null) !== null).length, 'decision', 'decisions'],
    [records.flatMap(listEvidence).length, 'piece of evidence', 'pieces of evidence'],
  ]
  const parts = counts.filter(([count]) => count > 0)
  if (parts.length === 0) return 'no answers'
  return parts.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`).join(', ')
}

/** Answers of an earlier rollout that count for a copy of it only after somebody confirms them. */
export function countToConfirm(items: Progress): number {
  const kinds = Object.values(items).map((record) => record?.state?.value.kind)
  return kinds.filter((kind) => kind === 'done' || kind === 'risk-accepted').length
}
