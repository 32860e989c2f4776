/** The sentence that signers agree to. */
import type { ReadinessItem, Result } from './statement-schema.ts'

interface Circumstances {
  rollout: string
  environment: string
  result: Result
  items: readonly Pick<ReadinessItem, 'requirement' | 'status'>[]
}

/** What people usually mean to say; theirs to change. */
export function proposeAffirmation({ rollout, environment, result, items }: Circumstances): string {
  const place = environment || 'its environment'
  switch (result) {
    case 'PASSED':
      return `I have reviewed this report and agree that ${rollout} may go to ${place}.`
    case 'WARNED':
      return `I have reviewed this report with its ${tellExceptions(items)} and agree that ${rollout} may go to ${place}.`
    case 'FAILED':
      return `No-go: I have reviewed this report and agree that ${rollout} may not go to ${place} as it is.`
  }
}

/** Whether a sentence says of itself that it is no approval. */
export const saysNoGo = (affirmation: string) => /\bno[- ]go\b/i.test(affirmation)

/** Items that must be done and are open. */
export function countOpenMusts(items: Circumstances['items']): number {
  return items.filter(({ requirement, status }) => requirement === 'must' && status === 'open').length
}

function tellExceptions(items: Circumstances['items']): string {
  const risks = items.filter(({ status }) => status === 'risk-accepted').length
  const open = items.filter(({ requirement, status }) => requirement === 'should' && status === 'open').length
  const parts = [
    risks > 0 && `${risks} accepted ${risks === 1 ? 'risk' : 'risks'}`,
    open > 0 && `${open} open ${open === 1 ? 'should' : 'shoulds'}`,
  ].filter((part) => part !== false)
  return parts.join(' and ')
}
