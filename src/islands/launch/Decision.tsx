import type { LaunchEventKind } from '../../core/index.ts'
import { VerdictStamp } from '../report/VerdictStamp.tsx'
import type { LaunchState } from './launch-state.ts'

interface Props {
  state: LaunchState
  onDecide: (kind: LaunchEventKind, text: string) => void
}

/** Go or no-go: what the rule says, and what people decide. */
export function Decision({ state: { report, stage }, onDecide }: Props) {
  const { verdict } = report
  return (
    <section class="decision" aria-label="Go or no-go">
      {stage === 'stopped' && (
        <p class="stopped" role="status">
          This launch was stopped. Deciding to go begins it again.
        </p>
      )}
      <VerdictStamp report={report} />
      <p>The verdict follows from the answers; the decision is yours.</p>
      <p class="step-deeds">
        <button
          type="button"
          class={verdict === 'no-go' ? undefined : 'primary'}
          onClick={() => onDecide('go', verdict === 'no-go' ? 'Go, though the verdict is no-go' : 'Go')}
        >
          {verdict === 'no-go' ? 'Go all the same' : 'Go'}
        </button>
        <button type="button" onClick={() => onDecide('no-go', 'No-go')}>
          No-go
        </button>
      </p>
    </section>
  )
}
