import type { Readiness } from '../../core/signoff/statement-schema.ts'
import { describeCounts, describeReasons, resultVerdicts, verdictWords } from '../readiness-words.ts'
import { VerdictSign } from '../VerdictSign.tsx'

/** The result with the reasons and counts that led to it. */
export function ResultStamp({ readiness }: { readiness: Readiness }) {
  const verdict = resultVerdicts[readiness.result]
  return (
    <section class={`frozen-stamp frozen-${verdict}`} aria-label="Verdict">
      <p class="frozen-word">
        <VerdictSign verdict={verdict} size={28} />
        {verdictWords[verdict]}
      </p>
      <p>{describeReasons(readiness)}</p>
      <p>{describeCounts(readiness)}</p>
    </section>
  )
}
