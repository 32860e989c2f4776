/** A frozen report in words: the same on the screen, in the HTML file, in Markdown and in sheets. */
import type { Verdict } from '../core/index.ts'
import type { ItemStatus, Readiness, ReadinessItem, Result } from '../core/signoff/statement-schema.ts'

export const resultVerdicts: Record<Result, Verdict> = { PASSED: 'go', WARNED: 'conditional-go', FAILED: 'no-go' }
export const verdictWords: Record<Verdict, string> = { go: 'Go', 'conditional-go': 'Conditional go', 'no-go': 'No-go' }

/** What everybody has to know who reads a report that was filled in by people. */
export const claimsNotice =
  'Who checked what and when, reasons, notes and evidence are claims of the people who filled this in. ' +
  'A signature shows that these words have not changed since, not that they are true.'

export function formatStatus(status: ItemStatus): string {
  return status.replaceAll('-', ' ')
}

export function selectItems({ items }: Readiness, status: ItemStatus): ReadinessItem[] {
  return items.filter((item) => item.status === status)
}

/** Why the result is what it is, in one line. */
export function describeReasons(readiness: Readiness): string {
  const open = selectItems(readiness, 'open')
  const risks = selectItems(readiness, 'risk-accepted').length
  const openOf = (level: ReadinessItem['requirement']) => open.filter(({ requirement }) => requirement === level).length
  const reasons = [
    openOf('must') > 0 && `${countNoun(openOf('must'), 'must')} open`,
    risks > 0 && `${countNoun(risks, 'risk')} accepted`,
    openOf('should') > 0 && `${countNoun(openOf('should'), 'should')} open`,
  ].filter((reason) => reason !== false)
  return reasons.length > 0 ? reasons.join(', ') : 'Every must and should is done or does not apply'
}

/** `48 of 52 done, 3 not applicable`. */
export function describeCounts(readiness: Readiness): string {
  const done = selectItems(readiness, 'done').length
  const excluded = selectItems(readiness, 'not-applicable').length
  const applicable = readiness.items.length - excluded
  return `${done} of ${applicable} done${excluded > 0 ? `, ${excluded} not applicable` : ''}`
}

/** `payments-api 2.4.0`; empty where neither was given. */
export function describeService({ rollout }: Readiness): string {
  return [rollout.service, rollout.version].filter(Boolean).join(' ')
}

/** `kubernetes-production 3.2.0`. */
export function describeChecklist({ checklist }: Readiness): string {
  const version = checklist.annotations?.['version']
  return [checklist.name, typeof version === 'string' ? version : ''].filter(Boolean).join(' ')
}

/** `sre 1, security 2`. */
export function describeRequirements({ requiredSignoffs }: Readiness): string {
  return requiredSignoffs.map(({ role, count }) => `${role} ${count}`).join(', ')
}

/** `sha256:…` for each algorithm. */
export function listDigests(digest: Readonly<Record<string, string>>): string[] {
  return Object.entries(digest).map(([algorithm, hex]) => `${algorithm}:${hex}`)
}

function countNoun(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
