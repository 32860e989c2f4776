import { useStore } from '@nanostores/preact'
import { now } from '../../browser/environment.ts'
import { buildReport } from '../../core/index.ts'
import { readLaunchLog } from '../../stores/launch.ts'
import { progressOf } from '../../stores/progress.ts'
import { useChecklist } from '../rollouts/use-checklist.ts'
import { Actions } from './Actions.tsx'
import { Details } from './Details.tsx'
import { ReportBody } from './ReportBody.tsx'
import { SignOff } from './SignOff.tsx'
import { VerdictStamp } from './VerdictStamp.tsx'

interface Props {
  /** Path the site is served from, with a slash at its end. */
  base: string
  /** Version of Golive, which frozen reports name. */
  version: string
  platforms: { id: string; title: string }[]
  /** Platform whose rollout is shown; undefined where there is none yet. */
  platform: string | undefined
}

/** The whole screen: which rollout, then its report. */
export function ReportScreen({ base, version, platforms, platform }: Props) {
  return (
    <>
      {platforms.length > 1 && platform && (
        <nav class="report-platforms" aria-label="Platform">
          {platforms.map(({ id, title }) => (
            <a key={id} href={`${base}report/?platform=${id}`} aria-current={id === platform ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
      )}
      {platform ? (
        <PlatformReport base={base} version={version} platform={platform} />
      ) : (
        <EmptyReport base={base} platforms={platforms} />
      )}
    </>
  )
}

function EmptyReport({ base, platforms }: Pick<Props, 'base' | 'platforms'>) {
  return (
    <div class="report">
      <div class="empty">
        <p>
          Here stands the report of your rollout: verdict, blockers, and every item with its notes, to print or export.
        </p>
        <p>Nothing is ticked in this browser yet. Begin with a checklist:</p>
        <ul>
          {platforms.map(({ id, title }) => (
            <li key={id}>
              <a href={`${base}${id}/checklist/`}>{title}</a>
            </li>
          ))}
        </ul>
      </div>
      <SignOff base={base} source={undefined} />
    </div>
  )
}

function PlatformReport({ base, version, platform }: { base: string; version: string; platform: string }) {
  const [loading, retry] = useChecklist(platform)
  const { $rollout, $items } = progressOf(platform)
  const rollout = useStore($rollout)
  const items = useStore($items)
  if (loading.kind === 'loading') return <p class="empty">Reading the checklist…</p>
  if (loading.kind === 'failed') {
    return (
      <div class="empty" role="alert">
        <p>The report cannot be made. {loading.message} Your answers are safe in this browser.</p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </div>
    )
  }
  const events = readLaunchLog(rollout.id).map(([, event]) => event)
  const report = buildReport(loading.checklist, loading.sha256, rollout, items, now(), events)
  const source = { base, version, platform, published: loading, rollout, items }
  return (
    <article class="report">
      <VerdictStamp report={report} />
      <Actions report={report} source={source} />
      <SignOff base={base} source={source} />
      <Details rollout={rollout} report={report} traits={loading.checklist.traits} />
      <ReportBody base={base} report={report} />
    </article>
  )
}
