import { useStore } from '@nanostores/preact'
import type { ComponentChildren } from 'preact'
import { $rollouts, type RolloutEntry } from '../../stores/rollouts.ts'
import type { Asked } from './address.ts'
import { DeletedRow } from './DeletedRow.tsx'
import { EmptyList } from './EmptyList.tsx'
import { useNow } from './moments.ts'
import type { ScreenPlatform } from './platform.ts'
import { RolloutRow } from './RolloutRow.tsx'

interface Props {
  base: string
  platforms: readonly ScreenPlatform[]
  onAsk: (asked: Asked) => void
}

/** All rollouts: those in use, and those put away or deleted where there are any. */
export function RolloutList(props: Props) {
  const entries = useStore($rollouts)
  const now = useNow()
  if (entries.length === 0) return <EmptyList {...props} />
  const deleted = entries.filter(({ rollout }) => rollout.deletedAt)
  const kept = entries.filter(({ rollout }) => !rollout.deletedAt)
  const row = (entry: RolloutEntry) => <RolloutRow key={entry.rollout.id} {...props} entry={entry} now={now} />
  const inUse = kept.filter(({ rollout }) => !rollout.archivedAt).map(row)
  return (
    <>
      <section aria-labelledby="in-use">
        <h2 id="in-use">
          In use <Count of={inUse} />
        </h2>
        {inUse.length > 0 ? <ul class="rollout-list">{inUse}</ul> : <p>No rollout is in use.</p>}
      </section>
      <Group title="Archived">{kept.filter(({ rollout }) => rollout.archivedAt).map(row)}</Group>
      <Group title="Deleted">
        {deleted.map((entry) => (
          <DeletedRow key={entry.rollout.id} platforms={props.platforms} entry={entry} now={now} />
        ))}
      </Group>
    </>
  )
}

function Group({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null
  return (
    <details class="rollout-group">
      <summary>
        <h2>
          {title} <Count of={children} />
        </h2>
      </summary>
      <ul class="rollout-list">{children}</ul>
    </details>
  )
}

function Count({ of }: { of: readonly unknown[] }) {
  return <small>{of.length}</small>
}
