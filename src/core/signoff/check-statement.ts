/** Steps 7 and 8 of the procedure: is the verified statement about this, now, and good enough (signoff.md §8). */
import type { SubjectDigest } from './digest-set.ts'
import { buildReason, quoteText } from './errors.ts'
import { parseMoment } from './moment.ts'
import { compareItems } from './published-items.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import type { Readiness, Statement, StatementSubject } from './statement-schema.ts'
import type { Trust } from './trust.ts'
import type { Expectation } from './verify-options.ts'

const dayMs = 86_400_000

const tell = (code: ReasonCode, path: string, fault: string) => buildReason(code, 'Statement', fault, path)

export function checkPredicateType({ predicateType }: Statement, expected: Expectation): Reason[] {
  if (predicateType === expected.predicateType) return []
  const fault = `is ${quoteText(predicateType)}, expected ${quoteText(expected.predicateType)}`
  return [tell('predicate-type', 'predicateType', fault)]
}

/** The subjects that were asked for; tools match by digest only, never by name (signoff.md §3.3). */
export function matchSubjects({ subject }: Statement, wanted: readonly SubjectDigest[]): StatementSubject[] {
  return subject.filter((each) => wanted.some((digest) => hasDigest(each, digest)))
}

export function checkSubjects({ subject }: Statement, wanted: readonly SubjectDigest[]): Reason[] {
  return wanted
    .filter((digest) => !subject.some((each) => hasDigest(each, digest)))
    .map(({ algorithm, hex }) => tell('subject-mismatch', 'subject', `does not hold ${algorithm}:${hex}`))
}

function hasDigest({ digest }: StatementSubject, { algorithm, hex }: SubjectDigest): boolean {
  return Object.hasOwn(digest, algorithm) && digest[algorithm] === hex
}

/** Everything of step 8 but the people. */
export function checkReadiness(readiness: Readiness, expected: Expectation, policy: Trust['policy']): Reason[] {
  return [
    ...checkRollout(readiness, expected),
    ...checkChecklist(readiness, expected),
    ...checkDates(readiness, expected, policy),
    ...checkRisks(readiness, expected),
    ...checkResult(readiness, expected, policy),
  ]
}

function checkRollout({ rollout }: Readiness, { rollout: id, environment }: Expectation): Reason[] {
  const other = (found: string, wanted: string) => `is ${quoteText(found)}, expected ${quoteText(wanted)}`
  return [
    ...(rollout.id === id ? [] : [tell('rollout-mismatch', 'predicate.rollout.id', other(rollout.id, id))]),
    ...(rollout.environment === environment
      ? []
      : [tell('environment-mismatch', 'predicate.rollout.environment', other(rollout.environment, environment))]),
  ]
}

function checkChecklist({ checklist, items }: Readiness, { checklist: wanted }: Expectation): Reason[] {
  const sha256 = checklist.digest['sha256']
  if (sha256 === wanted.sha256) return wanted.items ? compareItems(items, wanted.items) : []
  const fault = `is sha256:${sha256}, expected sha256:${wanted.sha256}`
  return [tell('checklist-mismatch', 'predicate.checklist.digest', fault)]
}

function checkDates(readiness: Readiness, { now, maxAgeDays }: Expectation, policy: Trust['policy']): Reason[] {
  const frozenAt = parseMoment(readiness.frozenAt) ?? Number.NaN
  const expiresAt = parseMoment(readiness.expiresAt) ?? Number.NaN
  const days = Math.min(maxAgeDays ?? Number.POSITIVE_INFINITY, policy.maxAgeDays ?? Number.POSITIVE_INFINITY)
  const moment = now.toISOString()
  // Written so that a moment that is none refuses.
  return [
    ...(frozenAt <= now.getTime()
      ? []
      : [tell('frozen-in-future', 'predicate.frozenAt', `is ${readiness.frozenAt}, after ${moment}`)]),
    ...(expiresAt > now.getTime()
      ? []
      : [tell('expired', 'predicate.expiresAt', `is ${readiness.expiresAt}, not after ${moment}`)]),
    ...(now.getTime() - frozenAt <= days * dayMs
      ? []
      : [tell('too-old', 'predicate.frozenAt', `is ${readiness.frozenAt}, more than ${days} days before ${moment}`)]),
  ]
}

/** A risk that has ended leaves its item open; of a `should` that is no more than the exception it already was. */
function checkRisks({ items }: Readiness, { now }: Expectation): Reason[] {
  return items.flatMap(({ id, requirement, status, expiresAt = '' }, index) => {
    if (requirement !== 'must' || status !== 'risk-accepted') return []
    if ((parseMoment(expiresAt) ?? Number.NaN) > now.getTime()) return []
    const fault = `is a risk of ${quoteText(id)} that ended ${expiresAt}`
    return [tell('risk-expired', `predicate.items[${index}]`, fault)]
  })
}

function checkResult({ result }: Readiness, { noExceptions }: Expectation, { allowResult }: Trust['policy']): Reason[] {
  if (result === 'FAILED') return [tell('result-failed', 'predicate.result', 'is FAILED: a must is open')]
  if (result === 'PASSED') return []
  const isAllowed = !noExceptions && (allowResult ?? ['WARNED']).includes('WARNED')
  return isAllowed ? [] : [tell('result-excepted', 'predicate.result', 'is WARNED, and only PASSED is accepted')]
}
