import { useStore } from '@nanostores/preact'
import { buildReport, launchMoment, listTrend, type Report } from '../../core/index.ts'
import { progressOf } from '../../stores/progress.ts'
import { VerdictStamp } from '../report/VerdictStamp.tsx'
import { useNow } from '../rollouts/moments.ts'
import { useChecklist } from '../rollouts/use-checklist.ts'
import { When } from '../rollouts/When.tsx'
import { Areas } from './Areas.tsx'
import { NextItems } from './NextItems.tsx'
import { Trend } from './Trend.tsx'

interface Props {
  /** Path the site is served from, with a slash at its end. */
  base: string
  platform: string
}

/** Where the rollout of a platform stands, and what to do about it. */
export function Cockpit({ base, platform }: Props) {
  const [loading, retry] = useChecklist(platform)
  const { $rollout, $items } = progressOf(platform)
  const rollout = useStore($rollout)
  const items = useStore($items)
  const now = useNow()
  if (loading.kind === 'loading') return null
  if (loading.kind === 'failed') {
    return (
      <p role="alert">
        Where the rollout stands cannot be shown. {loading.message}{' '}
        <button type="button" onClick={retry}>
          Try again
        </button>
      </p>
    )
  }
  const { checklist, sha256 } = loading
  const report = buildReport(checklist, sha256, rollout, items, now)
  return (
    <>
      <div class="cockpit-head">
        <h2>
          {rollout.name} <small>{[checklist.title, rollout.environment].filter(Boolean).join(', ')}</small>
        </h2>
        <p>
          {rollout.plannedLaunch ? (
            <>
              Launch <When at={rollout.plannedLaunch} from={now} />
            </>
          ) : (
            'No launch planned'
          )}
        </p>
      </div>
      <div class="cockpit-stand">
        <VerdictStamp report={report} />
        <Stale report={report} launch={launchMoment(rollout, now)} now={now} />
        <Trend points={listTrend(checklist, items, now)} applicable={report.counts.applicable} />
        <p class="cockpit-links">
          <a href={`${base}${platform}/checklist/`}>Checklist</a>{' '}
          <a href={`${base}report/?platform=${platform}`}>Report</a>{' '}
          <a href={`${base}launch/?platform=${platform}`}>Launch day</a>
        </p>
      </div>
      <NextItems base={base} report={report} />
      <Areas base={base} checklist={checklist} report={report} />
    </>
  )
}

/** What is proven today and will not be on launch day: there is still time. */
function Stale({ report, launch, now }: { report: Report; launch: Date; now: Date }) {
  const stale = report.sections.flatMap(({ items }) => items).filter(({ doubts }) => doubts?.includes('stale'))
  if (stale.length === 0) return null
  const when = launch > now ? 'on launch day' : 'now'
  return (
    <p class="cockpit-stale">
      {stale.length === 1 ? '1 item has' : `${stale.length} items have`} evidence that is too old {when}.
    </p>
  )
}
