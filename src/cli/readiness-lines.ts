/** What a statement says, in words: the same after verifying it and when only looking into it. */
import type { Readiness, ReadinessItem, Requirement, Statement } from '../core/signoff/index.ts'
import { formatUtc, shortenValue } from './describe.ts'
import { type Entry, laySection } from './print.ts'

const resultWords: Record<Readiness['result'], string> = {
  PASSED: 'PASSED: every must and should is done or does not apply',
  WARNED: 'WARNED: there are accepted risks, or shoulds that are open',
  FAILED: 'FAILED: a must is open',
}

/** Facts for a table, each with its term. */
export function listReadinessFacts({ rollout, result, checklist, ...readiness }: Readiness): string[][] {
  const { name = '', digest, annotations } = checklist
  const version = annotations?.['version']
  return [
    ['Result', resultWords[result]],
    ['Rollout', rollout.id],
    ['Environment', rollout.environment],
    ...(rollout.service || rollout.version ? [['Service', [rollout.service, rollout.version].join(' ').trim()]] : []),
    ['Checklist', `${name} ${typeof version === 'string' ? version : ''}`.trim()],
    ['', `sha256:${digest['sha256']}`],
    ['Frozen', formatUtc(readiness.frozenAt)],
    ['Valid until', formatUtc(readiness.expiresAt)],
    ['Affirmation', readiness.affirmation],
  ]
}

/** What is rolled out, one line for each digest. */
export function listSubjectFacts({ subject }: Pick<Statement, 'subject'>): string[][] {
  return subject.flatMap(({ name = '', digest }) =>
    Object.entries(digest).map(([algorithm, hex]) => ['Subject', `${name} ${algorithm}:${hex}`.trim()]),
  )
}

/** What is not simply done: what people have to know before they sign, or rely on it. */
export function layExceptions({ items }: Pick<Readiness, 'items'>): string[] {
  const having = (status: ReadinessItem['status']) => items.filter((item) => item.status === status)
  return [
    ...laySection('Accepted risks', having('risk-accepted').map(describeRisk)),
    ...laySection('Does not apply', having('not-applicable').map(describeItem)),
    ...laySection('Open', having('open').map(describeItem)),
  ]
}

/** `sre` or `2 x sre`. */
export const describeRequirement = ({ role, count }: Requirement) => (count === 1 ? role : `${count} x ${role}`)

function describeRisk({ id, title = '', expiresAt = '', reason = '', acceptedBy }: ReadinessItem): Entry {
  const by = acceptedBy ? `, accepted by ${acceptedBy}` : ''
  return { cells: [id, shortenValue(title)], details: [`Until ${formatUtc(expiresAt)}${by}: ${reason}`] }
}

function describeItem({ id, title = '', requirement, reason }: ReadinessItem): Entry {
  return { cells: [requirement, id, shortenValue(title)], details: reason ? [reason] : [] }
}
