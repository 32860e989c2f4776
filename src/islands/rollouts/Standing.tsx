import { buildReport } from '../../core/index.ts'
import type { RolloutEntry } from '../../stores/rollouts.ts'
import { useChecklist } from './use-checklist.ts'
import { VerdictMark } from './VerdictMark.tsx'

interface Props {
  entry: RolloutEntry
  now: Date
}

/** How far a rollout is: verdict, done of applicable as a bar and a figure, blockers apart. */
export function Standing({ entry: { rollout, items }, now }: Props) {
  const [loading, retry] = useChecklist(rollout.platform)
  // Its place is kept, so that nothing moves when the checklist has come.
  if (loading.kind === 'loading') return <p class="rollout-standing" aria-busy="true" />
  if (loading.kind === 'failed') {
    return (
      <p class="rollout-standing standing-failed">
        No progress and no verdict: {loading.message}{' '}
        <button
          type="button"
          onClick={({ currentTarget }) => {
            // The button goes with the failure; whoever pressed it goes on at the row.
            currentTarget.closest('li')?.querySelector<HTMLElement>('.row-actions :is(a, button)')?.focus()
            retry()
          }}
        >
          Try again<span class="sr-only"> for {rollout.name}</span>
        </button>
      </p>
    )
  }
  const { verdict, counts } = buildReport(loading.checklist, loading.sha256, rollout, items, now)
  const { done, applicable, blockers } = counts
  return (
    <p class="rollout-standing">
      <VerdictMark verdict={verdict} />
      <span class="progress" data-complete={applicable > 0 && done === applicable ? '' : undefined}>
        <progress max={Math.max(applicable, 1)} value={done} aria-label={`Progress of ${rollout.name}`} />
        <span class="figure">
          {done} of {applicable} done
        </span>
        <span class="blockers" data-open={blockers > 0 ? '' : undefined}>
          {blockers > 0 ? `${blockers} must open` : 'no must open'}
        </span>
      </span>
    </p>
  )
}
