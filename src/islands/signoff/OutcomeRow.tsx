import type { Outcome } from '../../stores/signoff-files.ts'
import { formatLocal } from '../rollouts/moments.ts'

interface Props {
  outcome: Outcome
  onOpen: (outcome: Extract<Outcome, { kind: 'other' }>) => void
}

/** What became of one file. */
export function OutcomeRow({ outcome, onOpen }: Props) {
  const { name } = outcome
  switch (outcome.kind) {
    case 'refused':
      return (
        <div class="signoff-box refused">
          <p>
            <b>
              <bdi>{name}</bdi> was refused, nothing was changed.
            </b>
          </p>
          <ul>
            {outcome.reasons.slice(0, 20).map((reason) => (
              <li key={reason}>
                <bdi>{reason}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )
    case 'other':
      return (
        <div class="signoff-box refused">
          <p>
            <b>
              <bdi>{name}</bdi> signs other bytes, nothing was changed.
            </b>{' '}
            It is another report about the same rollout, frozen{' '}
            {formatLocal(new Date(outcome.statement.predicate.frozenAt))}. Signatures of one report never count for
            another.
          </p>
          <p class="actions">
            <button type="button" onClick={() => onOpen(outcome)}>
              Open it as a report of its own
            </button>
          </p>
        </div>
      )
    case 'opened':
    case 'merged':
      return (
        <p class="signoff-box">
          <bdi>{name}</bdi>: {outcome.kind === 'opened' ? 'opened, ' : ''}
          {tellAdded(outcome.added)}
          {outcome.leftOut > 0 && `, ${outcome.leftOut} left out because the key that it names did not make it`}.
        </p>
      )
    case 'named':
      return (
        <p class="signoff-box">
          <bdi>{name}</bdi>: checked the signature of <bdi>{outcome.names.join(', ')}</bdi>.
        </p>
      )
  }
}

function tellAdded(added: number): string {
  if (added === 0) return 'no new signature'
  return added === 1 ? '1 signature added' : `${added} signatures added`
}
