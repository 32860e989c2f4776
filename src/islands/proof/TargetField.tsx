import type { Rollout } from '../../core/index.ts'

interface Props {
  platforms: readonly { id: string; title: string }[]
  targets: readonly Rollout[]
  target: Rollout | undefined
  onTarget: (rollout: Rollout) => void
}

/** Whose evidence the results become: named, and to be changed. */
export function TargetField({ platforms, targets, target, onTarget }: Props) {
  const titleOf = (id: string) => platforms.find((platform) => platform.id === id)?.title ?? id
  const choose = ({ currentTarget: { value } }: { currentTarget: HTMLSelectElement }) => {
    const chosen = targets.find(({ id }) => id === value)
    if (chosen) onTarget(chosen)
  }
  return (
    <label class="proof-target">
      For the rollout
      <select value={target?.id} onChange={choose}>
        {targets.map(({ id, name, platform }) => (
          <option key={id} value={id}>
            {name} ({id}), {titleOf(platform)}
          </option>
        ))}
      </select>
    </label>
  )
}
