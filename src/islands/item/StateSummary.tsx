import { parseLink } from '../../core/evidence.ts'
import type { ItemState } from '../../core/progress.ts'
import type { ItemStatus } from '../../core/status.ts'
import { dayOf } from './days.ts'
import { needsReason, type ReasonedKind, stateWord } from './states.ts'

interface Props {
  state: ItemState
  status: ItemStatus
  onEdit: (kind: ReasonedKind) => void
}

/** What was said with the state, and what became of it since: an accepted risk ends, traits exclude items. */
export function StateSummary({ state, status, onEdit }: Props) {
  if (status.isExcluded) {
    return <p class="panel-hint">Not applicable to this rollout. {status.reason}. Its traits are set in the report.</p>
  }
  const { kind } = state
  if (!needsReason(kind)) return null
  const hasEnded = kind === 'risk-accepted' && status.kind === 'open'
  return (
    <div class="state-summary">
      {hasEnded && <p class="panel-warning">{status.reason}: the item counts as open.</p>}
      <dl>
        {listFacts(state).map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{term === 'Follow-up' ? <FollowUp url={text} /> : text}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => onEdit(kind)} aria-label={`Change what was said: ${stateWord(kind)}`}>
        Change
      </button>
    </div>
  )
}

function listFacts(state: ItemState): [term: string, text: string][] {
  if (!('reason' in state)) return []
  const reason: [string, string] = ['Reason', state.reason]
  if (state.kind !== 'risk-accepted') return [reason]
  const { acceptedBy, expiresAt, followUp, compensatingControl } = state
  const optional: [string, string | undefined][] = [
    ['Follow-up', followUp],
    ['Compensating control', compensatingControl],
  ]
  const given = optional.filter((entry): entry is [string, string] => Boolean(entry[1]))
  return [reason, ['Accepted by', acceptedBy], ['Until', dayOf(expiresAt)], ...given]
}

/** Imported files may hold anything: what is no web address is shown as text. */
function FollowUp({ url }: { url: string }) {
  const link = parseLink(url)
  if (!link) return <>{url}</>
  return (
    <a href={link} target="_blank" rel="noreferrer">
      {url}
    </a>
  )
}
