import type { RolloutEntry } from '../../stores/rollouts.ts'
import type { ScreenPlatform } from './platform.ts'
import { When } from './When.tsx'

interface Props {
  platforms: readonly ScreenPlatform[]
  entry: RolloutEntry
  now: Date
}

/** What a rollout is of, where it goes and when; what nobody has given takes no room. */
export function RolloutFacts({ platforms, entry: { rollout, isCurrent, changedAt }, now }: Props) {
  const platform = platforms.find(({ id }) => id === rollout.platform)
  // Times that were set while this page slept are not in the future.
  const from = changedAt && changedAt > now.toISOString() ? new Date(changedAt) : now
  return (
    <p class="rollout-facts">
      {platform ? (
        <span>{platform.title}</span>
      ) : (
        <span class="missing-platform">platform “{rollout.platform}”, which this site does not have</span>
      )}
      {rollout.environment && <bdi>{rollout.environment}</bdi>}
      {rollout.plannedLaunch && (
        <span>
          launch <When at={rollout.plannedLaunch} from={now} />
        </span>
      )}
      {changedAt && (
        <span>
          changed <When at={changedAt} from={from} />
        </span>
      )}
      {isCurrent && platform && <span class="shown-mark">shown on the pages of {platform.title}</span>}
    </p>
  )
}
