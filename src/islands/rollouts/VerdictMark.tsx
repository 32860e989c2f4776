import type { Verdict } from '../../core/index.ts'
import { verdictWords } from '../../exports/readiness-words.ts'
import { VerdictSign } from '../../exports/VerdictSign.tsx'

/** The verdict in the size of a line: the sign and the word of the stamp. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`verdict-mark verdict-${verdict}`}>
      <VerdictSign verdict={verdict} size={14} />
      {verdictWords[verdict]}
    </span>
  )
}
