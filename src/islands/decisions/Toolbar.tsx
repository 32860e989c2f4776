import { useState } from 'preact/hooks'
import { progressOf } from '../../stores/progress.ts'
import { copyTable } from './copy-table.ts'
import { $onlyGaps, filterGaps, platform, standingOf } from './desk.ts'
import type { PageDecision } from './page.ts'
import { countDecisions, describeCounts } from './standing.ts'
import { useWatched } from './use-watched.ts'

/** How many are answered, the filter, and ways to take the list along. */
export function Toolbar({ decisions }: { decisions: readonly PageDecision[] }) {
  useWatched()
  const [said, setSaid] = useState('')
  const counts = countDecisions(decisions.map((each) => ({ standing: standingOf(each), level: each.level })))
  const isOnlyGaps = $onlyGaps.get()
  const copy = async () => {
    const shown = decisions.filter(({ article }) => !article.hidden)
    setSaid(
      await copyTable(shown).catch(
        () => 'Not copied: the browser refused it, or the page lacks a part of itself. Try again.',
      ),
    )
  }
  return (
    <>
      <p class="decision-counts" role="status">
        {describeCounts(counts)}
        {counts.gaps === 0 && <span class="complete">: every decision that is asked for has an answer</span>}
      </p>
      <label class="gaps-only">
        <input
          type="checkbox"
          checked={isOnlyGaps}
          onChange={({ currentTarget }) => filterGaps(currentTarget.checked)}
        />
        Only gaps
      </label>
      <p class="actions">
        <button type="button" onClick={() => print()}>
          Print
        </button>
        <button type="button" onClick={copy}>
          Copy as Markdown table
        </button>
        <span role="status">{said}</span>
      </p>
      <p class="hint">
        {counts.answered === 0
          ? `Nothing is answered in “${progressOf(platform).$rollout.get().name}” yet. What you answer here is stored in this browser.`
          : 'An answer given here is the answer of its item, in the checklist and in the report.'}
      </p>
    </>
  )
}
