import { useEffect, useRef, useState } from 'preact/hooks'
import type { FrozenReport } from '../../stores/signoff.ts'
import { formatLocal } from '../rollouts/moments.ts'
import { DiscardDialog } from './DiscardDialog.tsx'

interface Props {
  report: FrozenReport
  /** Somebody asked for it just now: the focus goes to it. */
  isAsked: boolean
  /** Absent where the page shows no rollout. */
  onFreezeAgain: (() => void) | undefined
  /** What is frozen then: this rollout again, or the one of the page. */
  freezeLabel: string
}

/** When a report was frozen, its digest, and how long it counts. */
export function FrozenHead({ report, isAsked, onFreezeAgain, freezeLabel }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isAsked) heading.current?.focus()
  }, [isAsked])
  const [isAsking, setAsking] = useState(false)
  const { rollout, frozenAt, expiresAt } = report.statement.predicate
  return (
    <>
      <h3 id="signoff-frozen" ref={heading} tabIndex={-1}>
        Frozen report of <bdi>{rollout.id}</bdi>
      </h3>
      <p>
        {report.origin === 'frozen' ? 'Frozen' : 'Opened from a file; frozen'} at{' '}
        <time dateTime={frozenAt}>{formatLocal(new Date(frozenAt))}</time> for <bdi>{rollout.environment}</bdi>, valid
        until <time dateTime={expiresAt}>{formatLocal(new Date(expiresAt))}</time>
        {report.isMasked && ', with secrets masked'}.
      </p>
      <p class="signoff-digest">
        Digest <code>sha256:{report.sha256}</code>
      </p>
      {report.isOnlyHere && (
        <p class="signoff-box refused" role="alert">
          This browser did not store it: it is in this page only. Save the files below before you leave.
        </p>
      )}
      <p class="actions">
        {onFreezeAgain && (
          <button type="button" onClick={onFreezeAgain}>
            {freezeLabel}
          </button>
        )}
        <button type="button" onClick={() => setAsking(true)}>
          Discard
        </button>
      </p>
      {isAsking && <DiscardDialog report={report} onClose={() => setAsking(false)} />}
    </>
  )
}
