/** What the items of a statement amount to (signoff.md §3.2): they decide, and `result` has to follow. */
import type { ReadinessItem, Result } from './statement-schema.ts'

/** FAILED while a `must` is open, else WARNED while a risk is accepted or a `should` is open, else PASSED. */
export function computeResult(items: readonly Pick<ReadinessItem, 'requirement' | 'status'>[]): Result {
  const isOpen = (level: string) => items.some(({ requirement, status }) => requirement === level && status === 'open')
  if (isOpen('must')) return 'FAILED'
  return isOpen('should') || items.some(({ status }) => status === 'risk-accepted') ? 'WARNED' : 'PASSED'
}
