import type { ComponentChildren } from 'preact'
import type { Rollout } from '../../core/index.ts'
import { openRollout } from '../../stores/rollouts.ts'
import type { Asked } from './address.ts'
import { exportFile, setArchived } from './deeds.ts'

interface Props {
  /** Path the site is served from; undefined where the site has no pages for the rollout. */
  base: string | undefined
  rollout: Rollout
  onAsk: (asked: Asked) => void
  onDelete: () => void
}

/** What can be done with a rollout; each name ends with the rollout's, for those who hear them one by one. */
export function RowActions({ base, rollout, onAsk, onDelete }: Props) {
  const { id, name, platform } = rollout
  const open = () => openRollout(rollout)
  const action = (children: ComponentChildren, onClick: () => void) => (
    <button type="button" onClick={onClick}>
      {children}
      <span class="sr-only"> {name}</span>
    </button>
  )
  return (
    <>
      {base !== undefined && (
        // A middle click opens a tab, which has to find the same rollout.
        <a href={`${base}${platform}/`} onClick={open} onAuxClick={open}>
          Open<span class="sr-only"> {name}</span>
        </a>
      )}
      {action('Edit', () => onAsk({ kind: 'edit', id }))}
      {action('Copy', () => onAsk({ kind: 'copy', id }))}
      {action('Export file', () => exportFile(rollout))}
      {action(rollout.archivedAt ? 'Bring back' : 'Archive', () => setArchived(rollout, !rollout.archivedAt))}
      {action('Delete', onDelete)}
    </>
  )
}
