import { useStore } from '@nanostores/preact'
import { useState } from 'preact/hooks'
import { rolloutKey } from '../../browser/record-reader.ts'
import type { RolloutEntry } from '../../stores/rollouts.ts'
import { $trouble } from '../../stores/trouble.ts'
import { KeepInFile } from '../kept-file/KeepInFile.tsx'
import type { Asked } from './address.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import type { ScreenPlatform } from './platform.ts'
import { RolloutFacts } from './RolloutFacts.tsx'
import { RowActions } from './RowActions.tsx'
import { Standing } from './Standing.tsx'

export interface RowProps {
  base: string
  platforms: readonly ScreenPlatform[]
  entry: RolloutEntry
  now: Date
  onAsk: (asked: Asked) => void
}

/** A rollout in use or archived: what it is, how far it is, and what can be done with it. */
export function RolloutRow({ base, platforms, entry, now, onAsk }: RowProps) {
  const { id, platform } = entry.rollout
  const [isAsking, setAsking] = useState(false)
  const trouble = useStore($trouble).stored.find(({ key }) => key === rolloutKey(id))?.kind
  const rollout = trouble ? { ...entry.rollout, name: id } : entry.rollout
  const hasPages = platforms.some((each) => each.id === platform)
  // What a newer version wrote is left alone, and so is what nobody can say the platform of.
  const canAct = trouble === undefined || (trouble === 'unreadable' && hasPages)
  return (
    <li class="rollout" data-rollout={rollout.id}>
      <div class="rollout-head">
        <h3>
          <bdi>{rollout.name}</bdi>
        </h3>
        <code>{rollout.id}</code>
      </div>
      {hasPages && <Standing entry={entry} now={now} />}
      {trouble && (
        <p class="rollout-trouble">
          What it is called and where it goes{' '}
          {trouble === 'newer'
            ? 'was written by a newer version of Golive: reload the page to get it.'
            : 'cannot be read. Nothing of it is lost: “Save everything to a file” takes it along as it is.'}
        </p>
      )}
      {(hasPages || !trouble) && <RolloutFacts platforms={platforms} entry={entry} now={now} />}
      {canAct && (
        <div class="row-actions">
          <RowActions
            base={hasPages ? base : undefined}
            rollout={rollout}
            onAsk={onAsk}
            onDelete={() => setAsking(true)}
          />
          {!rollout.archivedAt && <KeepInFile id={rollout.id} />}
        </div>
      )}
      {isAsking && <DeleteDialog entry={entry} onClose={() => setAsking(false)} />}
    </li>
  )
}
