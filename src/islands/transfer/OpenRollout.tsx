import { useStore } from '@nanostores/preact'
import type { Rollout } from '../../core/index.ts'
import { $rollouts, openRollout, restoreRollout } from '../../stores/rollouts.ts'

/** The way to a rollout: its platform's pages show it from now on. A deleted one is brought back first. */
export function OpenRollout({ base, rollout }: { base: string; rollout: Rollout }) {
  const stored = useStore($rollouts).find((entry) => entry.rollout.id === rollout.id)
  if (!stored) return null
  if (stored.rollout.deletedAt) {
    return (
      <span>
        It is among your deleted rollouts.{' '}
        <button type="button" onClick={() => restoreRollout(rollout.id)}>
          Restore it
        </button>
      </span>
    )
  }
  const open = () => openRollout(stored.rollout)
  return (
    // A middle click opens a tab, which has to find the same rollout.
    <a href={`${base}${rollout.platform}/`} onClick={open} onAuxClick={open}>
      Open <bdi>{stored.rollout.name}</bdi>
    </a>
  )
}
