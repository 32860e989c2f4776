import { formatSpan } from '../../core/index.ts'
import { formatLocal } from '../rollouts/moments.ts'
import { useAwake } from './use-awake.ts'
import { useClock } from './use-clock.ts'

interface Props {
  /** Planned launch as local date and time; empty while it is not planned. */
  plannedLaunch: string
  /** Where its details are edited. */
  editUrl: string
}

/** What time it is, and how long it is until the launch or since. */
export function Countdown({ plannedLaunch, editUrl }: Props) {
  const clock = useClock()
  const launch = Date.parse(plannedLaunch)
  const ms = launch - clock.getTime()
  return (
    <div class="countdown">
      {Number.isNaN(ms) ? (
        <p>
          No launch is planned. <a href={editUrl}>Set a date and time</a>
        </p>
      ) : (
        <p role="timer" aria-label={ms >= 0 ? 'Until the launch' : 'Since the planned launch'}>
          <span class="countdown-sign">{ms >= 0 ? 'T −' : 'T +'}</span>{' '}
          <span class="countdown-span">{formatSpan(ms)}</span>
        </p>
      )}
      <p class="countdown-facts">
        {!Number.isNaN(ms) && <>launch {formatLocal(new Date(launch))}, </>}
        now <time>{`${formatLocal(clock)}:${String(clock.getSeconds()).padStart(2, '0')}`}</time>
        <AwakeButton />
      </p>
    </div>
  )
}

const words = {
  off: 'Keep the screen on',
  on: 'Screen stays on',
  refused: 'The browser lets the screen go dark',
} as const

function AwakeButton() {
  const [awake, toggle] = useAwake()
  if (awake === 'unable') return null
  return (
    <button type="button" aria-pressed={awake !== 'off'} onClick={toggle}>
      {words[awake]}
    </button>
  )
}
