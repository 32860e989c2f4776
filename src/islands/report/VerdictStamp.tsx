import type { Report, Verdict } from '../../core/index.ts'

const words: Record<Verdict, string> = { go: 'Go', 'conditional-go': 'Conditional go', 'no-go': 'No-go' }

/** The verdict with the reasons and counts that led to it. */
export function VerdictStamp({ report }: { report: Report }) {
  const { verdict, reasons, counts } = report
  return (
    <section class={`verdict verdict-${verdict}`} aria-label="Verdict">
      <p class="verdict-word">
        <VerdictSign verdict={verdict} size={28} />
        {words[verdict]}
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

export function verdictWord(verdict: Verdict): string {
  return words[verdict]
}

/** A tick, a bar across a ring, a cross: told apart without colour. */
const marks: Record<Verdict, string> = {
  go: 'm6 12.5 4 4 8-9',
  'conditional-go': 'M6 12h12',
  'no-go': 'm7 7 10 10M17 7 7 17',
}

export function VerdictSign({ verdict, size }: { verdict: Verdict; size: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <circle cx="12" cy="12" r="10.5" />
      <path d={marks[verdict]} />
    </svg>
  )
}
