/** What the report says of itself, offered beside the fields and never filled in by itself. */
import type { Inspection } from '../../core/signoff/index.ts'
import { addSubject, type Expectation, type TakenField } from './expectation.ts'

/** What the report says of itself, for each field; not a value to be trusted. */
export function suggestValues({ statement, readiness }: Pick<Inspection, 'statement' | 'readiness'>) {
  const sha256 = readiness?.checklist.digest['sha256']
  return {
    rollout: readiness?.rollout.id ?? '',
    environment: readiness?.rollout.environment ?? '',
    checklist: sha256 === undefined ? '' : `sha256:${sha256}`,
    subjects: (statement?.subject ?? []).flatMap(({ name = '', digest }) => {
      const [first] = Object.entries(digest)
      return first ? [{ name, digest: first.join(':') }] : []
    }),
  }
}

export type Suggestions = ReturnType<typeof suggestValues>

/** Fills a field with what the report says, and remembers that. */
export function takeSuggestion(
  expected: Expectation,
  name: TakenField,
  suggestions: Suggestions,
  index = 0,
): Expectation {
  if (name === 'subjects') {
    const digest = suggestions.subjects[index]?.digest ?? ''
    return { ...expected, subjects: addSubject(expected.subjects, { digest, isTaken: true }), isConfirmed: false }
  }
  const parts: Record<typeof name, Partial<Expectation>> = {
    rollout: { rollout: suggestions.rollout },
    environment: { environment: suggestions.environment },
    checklist: { checklist: 'digest', checklistDigest: suggestions.checklist },
  }
  return { ...expected, ...parts[name], taken: [...new Set([...expected.taken, name])], isConfirmed: false }
}
