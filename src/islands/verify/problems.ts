import type { Verification } from '../../core/signoff/index.ts'
import { type Expectation, listTaken } from './expectation.ts'

/** What is wrong with a field, by its name. */
export type Problems = Record<string, string | undefined> & { confirmed?: string | undefined }

const missingWords: Record<string, string> = {
  subjects: 'Say what is rolled out: without a digest any rollout would fit',
  rollout: 'Say which rollout this has to be',
  environment: 'Say for which environment',
  checklist: 'Say by which checklist',
}

const malformedWords: Record<string, string> = {
  now: 'This is no moment like 2026-11-21T09:30:00Z',
  maxAgeDays: 'This is no number of days, 1 or more',
  trustSha256: 'This is no SHA-256: 64 digits from 0 to 9 and a to f',
  checklist: 'This is no checklist, and no sha256: with 64 digits',
}

/** What the procedure says of its arguments, at the fields that they come from; and all that is empty, at once. */
export function listProblems(outcome: Verification | undefined, options: Expectation): Problems {
  if (outcome?.status !== 'trouble') return {}
  const faults = outcome.reasons.filter(({ code }) => code === 'option-malformed')
  const malformed = faults.map(({ path, message }) => {
    // The checklist's own faults have no place among the arguments.
    const name = path === '' ? 'checklist' : path
    return [name, malformedWords[name] ?? (name.startsWith('subjects') ? subjectWords : message)]
  })
  return Object.fromEntries([...listEmpty(options).map((name) => [name, missingWords[name]]), ...malformed])
}

function listEmpty({ rollout, environment, checklist, checklistDigest, subjects, predicateType }: Expectation) {
  const isEmpty = {
    rollout: rollout.trim() === '',
    environment: environment.trim() === '',
    checklist: checklist === '' || (checklist === 'digest' && checklistDigest.trim() === ''),
  }
  const own = predicateType.trim() === '' ? Object.entries(isEmpty).flatMap(([name, isSo]) => (isSo ? [name] : [])) : []
  return subjects.every(({ digest }) => digest.trim() === '') ? [...own, 'subjects'] : own
}

const subjectWords = 'This is no digest: sha256, sha384, sha512 or gitCommit, a colon and all digits'

export const unconfirmed = 'Confirm it, or write over what was taken from the report'

/** Whether the person still has to answer for values of the report. */
export const needsConfirming = (expected: Expectation): boolean =>
  listTaken(expected).length > 0 && !expected.isConfirmed
