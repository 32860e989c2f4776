import type { Verification, VerificationStatus } from '../../core/signoff/index.ts'

const words: Record<VerificationStatus, string> = {
  accepted: 'Accepted',
  refused: 'Refused',
  trouble: 'Cannot judge',
}

/** A tick, a cross, a question: told apart without colour. */
const marks: Record<VerificationStatus, string> = {
  accepted: 'm6 12.5 4 4 8-9',
  refused: 'm7 7 10 10M17 7 7 17',
  trouble: 'M8.8 9a3.2 3.2 0 1 1 4.6 2.9c-.9.5-1.4 1.1-1.4 2.1v.4M12 17.4v.2',
}

/** The outcome in one word, with the reason in one line. */
export function Stamp({ outcome }: { outcome: Verification }) {
  const { status, judgedAt, rules } = outcome
  return (
    <div class={`stamp stamp-${status}`}>
      <p class="stamp-word">
        <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
          <circle cx="12" cy="12" r="10.5" />
          <path d={marks[status]} />
        </svg>
        {words[status]}
      </p>
      <p>{describeOutcome(outcome)}</p>
      <p class="hint">
        {judgedAt && (
          <>
            Judged as of <time dateTime={judgedAt}>{`${judgedAt.slice(0, 16).replace('T', ' ')} UTC`}</time>.{' '}
          </>
        )}
        {rules === 'none' && 'No rule of readiness was applied: the statement is of another type.'}
      </p>
    </div>
  )
}

function describeOutcome({ status, signers, reasons }: Verification): string {
  if (status === 'accepted') {
    const people = signers.length === 1 ? '1 person' : `${signers.length} people`
    return `${people} of the trust file signed these bytes, every required role is filled, and the report is about what you asked for.`
  }
  const count = reasons.length === 1 ? '1 reason' : `${reasons.length} reasons`
  if (status === 'refused') return `Do not go on the strength of this report: ${count}, below.`
  return `Neither a yes nor a no: ${count}, below. A pipeline stops here too.`
}
