import type { Verdict } from '../../core/index.ts'
import type { Readiness } from '../../core/signoff/statement-schema.ts'
import { describeCounts, describeReasons, resultVerdicts, verdictWords } from '../readiness-words.ts'

/** The result with the reasons and counts that led to it. */
export function ResultStamp({ readiness }: { readiness: Readiness }) {
  const verdict = resultVerdicts[readiness.result]
  return (
    <section class={`frozen-stamp frozen-${verdict}`} aria-label="Verdict">
      <p class="frozen-word">
        <ResultSign verdict={verdict} />
        {verdictWords[verdict]}
      </p>
      <p>{describeReasons(readiness)}</p>
      <p>{describeCounts(readiness)}</p>
    </section>
  )
}

/** A tick, a bar across a ring, a cross: told apart without colour. */
const marks: Record<Verdict, string> = {
  go: 'm6 12.5 4 4 8-9',
  'conditional-go': 'M6 12h12',
  'no-go': 'm7 7 10 10M17 7 7 17',
}

function ResultSign({ verdict }: { verdict: Verdict }) {
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d={marks[verdict]} />
    </svg>
  )
}
