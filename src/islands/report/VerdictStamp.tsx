import type { Report } from '../../core/index.ts'
import { verdictWords } from '../../exports/readiness-words.ts'
import { VerdictSign } from '../../exports/VerdictSign.tsx'

/** The verdict with the reasons and counts that led to it. */
export function VerdictStamp({ report }: { report: Report }) {
  const { verdict, reasons, counts } = report
  return (
    <section class={`verdict verdict-${verdict}`} aria-label="Verdict">
      <p class="verdict-word">
        <VerdictSign verdict={verdict} size={28} />
        {verdictWords[verdict]}
      </p>
      <p class="verdict-reasons">{reasons.join(', ')}</p>
      <p class="verdict-counts">
        {counts.done} of {counts.applicable} done
        {counts.toConfirm > 0 && `, ${counts.toConfirm} to confirm`}
        {counts.notApplicable > 0 && `, ${counts.notApplicable} not applicable`}
      </p>
    </section>
  )
}
