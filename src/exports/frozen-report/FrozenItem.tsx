import type { ReadinessItem } from '../../core/signoff/statement-schema.ts'
import { formatStatus } from '../readiness-words.ts'
import { formatMinute, showUnseen } from '../visible-text.ts'
import { FrozenEvidence } from './FrozenEvidence.tsx'
import { ReportLink } from './ReportLink.tsx'

interface Props {
  item: ReadinessItem
  isWhole: boolean
}

/** An item as it was stated. */
export function FrozenItem({ item, isWhole }: Props) {
  const { id, title, requirement, status, reason, note, decision, evidence = [] } = item
  return (
    <li class={`frozen-item frozen-status-${status}`}>
      <p class="frozen-line">
        <span class="frozen-status">{formatStatus(status)}</span>
        <span class={`frozen-level frozen-level-${requirement}`}>{requirement}</span>
        <span class="frozen-title">
          <bdi>{showUnseen(title || id)}</bdi> {title && <code>{id}</code>}
        </span>
        {isWhole && <Checked item={item} />}
      </p>
      {reason && <p class="frozen-text">{showUnseen(reason)}</p>}
      {status === 'risk-accepted' && <Risk item={item} />}
      {isWhole && decision && (
        <p class="frozen-text">
          <bdi>{showUnseen(decision.question)}</bdi>{' '}
          <strong>
            <bdi>{showUnseen(decision.answer)}</bdi>
          </strong>
        </p>
      )}
      {isWhole && note && <p class="frozen-text frozen-note">{showUnseen(note)}</p>}
      {isWhole && evidence.length > 0 && <FrozenEvidence evidence={evidence} />}
    </li>
  )
}

/** Who says so and when: a claim, and called one. */
function Checked({ item: { checkedBy, checkedAt } }: Pick<Props, 'item'>) {
  if (!checkedBy && !checkedAt) return null
  return (
    <span class="frozen-checked">
      {checkedBy && (
        <>
          claimed by <bdi>{showUnseen(checkedBy)}</bdi>{' '}
        </>
      )}
      {checkedAt && <time dateTime={checkedAt}>{formatMinute(checkedAt)}</time>}
    </span>
  )
}

function Risk({ item: { acceptedBy, expiresAt, compensatingControl, followUp } }: Pick<Props, 'item'>) {
  return (
    <p class="frozen-text">
      Accepted
      {acceptedBy && (
        <>
          {' '}
          by <bdi>{showUnseen(acceptedBy)}</bdi> (claim)
        </>
      )}
      {expiresAt && (
        <>
          {' '}
          until <time dateTime={expiresAt}>{formatMinute(expiresAt)}</time>
        </>
      )}
      {compensatingControl && (
        <>
          , with: <bdi>{showUnseen(compensatingControl)}</bdi>
        </>
      )}
      {followUp && (
        <>
          , followed up at <ReportLink uri={followUp} />
        </>
      )}
    </p>
  )
}
