import { useMemo } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import { compareRollouts, type FieldDifference, type ItemDifference } from '../../core/compare-rollouts.ts'
import type { Checklist, ItemStatus } from '../../core/index.ts'
import type { RolloutContents } from '../../core/rollout-file.ts'
import { useChecklist } from '../rollouts/use-checklist.ts'
import { groupDifferences } from './difference-groups.ts'
import { FieldRow } from './FieldRow.tsx'
import { sortFields } from './field-words.ts'
import { countNoun } from './plan-summary.ts'

interface Props {
  platform: string
  before: RolloutContents
  after: RolloutContents
}

/** What differs between two rollouts of a platform. */
export function Comparison({ platform, ...sides }: Props) {
  const [loading, retry] = useChecklist(platform)
  if (loading.kind === 'loading') {
    return (
      <p role="status" class="busy">
        Reading the checklist…
      </p>
    )
  }
  if (loading.kind === 'failed') {
    return (
      <div role="alert">
        <p>These cannot be compared now: {loading.message}</p>
        <p class="actions">
          <button type="button" onClick={retry}>
            Try again
          </button>
        </p>
      </div>
    )
  }
  return <Differences checklist={loading.checklist} {...sides} />
}

function Differences({ checklist, before, after }: Omit<Props, 'platform'> & { checklist: Checklist }) {
  const { fields, items } = useMemo(() => compareRollouts(before, after, now(), checklist), [checklist, before, after])
  const groups = groupDifferences(items)
  if (fields.length === 0 && groups.length === 0) {
    return <p role="status">Nothing differs: both hold the same answers, notes and evidence.</p>
  }
  return (
    <>
      <div role="status">
        <ul class="change-counts">
          {groups.map(({ title, items }) => (
            <li key={title}>
              {title}: <b>{items.length}</b>
            </li>
          ))}
          {fields.length > 0 && (
            <li>
              The rollout itself: <b>{fields.length}</b>
            </li>
          )}
        </ul>
      </div>
      {groups.map(({ title, items }) => (
        <section key={title} class="rollout-changes" aria-label={title}>
          <h3>
            {title} <small>{countNoun(items.length, 'item')}</small>
          </h3>
          <ul class={items.length > 50 ? 'changes many' : 'changes'}>
            {items.map((item) => (
              <DifferenceRow key={item.id} difference={item} />
            ))}
          </ul>
        </section>
      ))}
      {fields.length > 0 && (
        <section class="rollout-changes" aria-label="The rollout itself">
          <h3>The rollout itself</h3>
          <Fields fields={fields} />
        </section>
      )}
    </>
  )
}

function DifferenceRow({ difference: { id, title = id, before, after, fields } }: { difference: ItemDifference }) {
  return (
    <li class="change">
      <p class="change-title">
        <b>{title}</b>
        {title !== id && <code>{id}</code>}
      </p>
      <p class="statuses">
        <Status status={before} />
        {(before.kind !== after.kind || before.reason !== after.reason) && (
          <>
            <span aria-hidden="true">→</span>
            <span class="sr-only">, now </span>
            <Status status={after} />
          </>
        )}
      </p>
      <Fields fields={fields} />
    </li>
  )
}

function Status({ status: { kind, reason } }: { status: ItemStatus }) {
  return (
    <span>
      <b>{kind.replaceAll('-', ' ')}</b>
      {reason && (
        <>
          : <bdi>{reason}</bdi>
        </>
      )}
    </span>
  )
}

const words = { before: 'before', after: 'after', added: 'only after' }

/** What the two values are to each other, where their words alone do not say it. */
const remarks: Partial<Record<FieldDifference['kind'], string>> = {
  repeated: 'given again',
  conflict: 'both were changed',
}

function Fields({ fields }: { fields: readonly FieldDifference[] }) {
  return (
    <>
      {sortFields(fields).map(({ name, kind, before, after }) => (
        <FieldRow key={name} name={name} before={before} after={after} words={words} remark={remarks[kind]} />
      ))}
    </>
  )
}
