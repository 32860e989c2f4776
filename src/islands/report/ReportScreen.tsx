import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { buildReport, type Checklist, sha256Hex } from '../../core/index.ts'
import { progressOf } from '../../stores/progress.ts'
import { Actions } from './Actions.tsx'
import { Details } from './Details.tsx'
import { ReportBody } from './ReportBody.tsx'
import { VerdictStamp } from './VerdictStamp.tsx'

interface Props {
  /** Path the site is served from, with a slash at its end. */
  base: string
  platforms: { id: string; title: string }[]
  /** Platform whose rollout is shown; undefined where there is none yet. */
  platform: string | undefined
}

/** The whole screen: which rollout, then its report. */
export function ReportScreen({ base, platforms, platform }: Props) {
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
        <PlatformReport base={base} platform={platform} />
      ) : (
        <EmptyReport base={base} platforms={platforms} />
      )}
    </>
  )
}

function EmptyReport({ base, platforms }: Pick<Props, 'base' | 'platforms'>) {
  return (
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
  )
}

type Loading =
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'loaded'; checklist: Checklist; sha256: string }

function PlatformReport({ base, platform }: { base: string; platform: string }) {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  const { $rollout, $progress } = progressOf(platform)
  const rollout = useStore($rollout)
  const progress = useStore($progress)
  const load = () => {
    setLoading({ kind: 'loading' })
    loadChecklist(`${base}${platform}/checklist.json`).then(setLoading)
  }
  useEffect(load, [platform])

  if (loading.kind === 'loading') return <p class="empty">Reading the checklist…</p>
  if (loading.kind === 'failed') {
    return (
      <div class="empty" role="alert">
        <p>The report cannot be made: {loading.message} Your answers are safe in this browser.</p>
        <button type="button" onClick={load}>
          Try again
        </button>
      </div>
    )
  }
  const report = buildReport(loading.checklist, loading.sha256, rollout, progress, now())
  return (
    <article class="report">
      <VerdictStamp report={report} />
      <Actions report={report} />
      <Details rollout={rollout} report={report} traits={loading.checklist.traits} />
      <ReportBody base={base} report={report} />
    </article>
  )
}

async function loadChecklist(url: string): Promise<Loading> {
  if (!isSecureContext) {
    return { kind: 'failed', message: 'its digest needs a page served over https or from this machine.' }
  }
  try {
    const response = await fetch(url)
    if (!response.ok) return { kind: 'failed', message: `the checklist answered with status ${response.status}.` }
    const text = await response.text()
    return { kind: 'loaded', checklist: JSON.parse(text), sha256: await sha256Hex(text) }
  } catch {
    return { kind: 'failed', message: 'the checklist could not be loaded. Check the connection.' }
  }
}
