import { useStore } from '@nanostores/preact'
import { readLaunchLog } from '../../stores/launch.ts'
import { progressOf } from '../../stores/progress.ts'
import { useNow } from '../rollouts/moments.ts'
import { useChecklist } from '../rollouts/use-checklist.ts'
import { LaunchDay } from './LaunchDay.tsx'
import { buildLaunchState } from './launch-state.ts'

interface Props {
  /** Path the site is served from, with a slash at its end. */
  base: string
  /** Platform whose rollout is launched; undefined where there is none yet. */
  platform: string | undefined
}

export function LaunchScreen({ base, platform }: Props) {
  if (platform) return <PlatformLaunch base={base} platform={platform} />
  return (
    <div class="empty">
      <p>
        Here stands the day of your launch: gates, the next step with its command, the way back, and a log with times.
      </p>
      <p>
        There is no rollout in this browser yet. <a href={base}>Choose a platform</a> and begin one.
      </p>
    </div>
  )
}

function PlatformLaunch({ base, platform }: { base: string; platform: string }) {
  const [loading, retry] = useChecklist(platform)
  const { $rollout, $items } = progressOf(platform)
  const rollout = useStore($rollout)
  const items = useStore($items)
  const now = useNow()
  if (loading.kind === 'loading') return <p class="empty">Reading the checklist…</p>
  if (loading.kind === 'failed') {
    return (
      <div class="empty" role="alert">
        <p>The launch cannot be shown. {loading.message} Your answers are safe in this browser.</p>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </div>
    )
  }
  return <LaunchDay base={base} state={buildLaunchState(loading, rollout, items, readLaunchLog(rollout.id), now)} />
}
