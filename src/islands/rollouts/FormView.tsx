import { records } from '../../browser/environment.ts'
import { $rollouts } from '../../stores/rollouts.ts'
import type { Asked } from './address.ts'
import { CopyTerms } from './CopyTerms.tsx'
import type { ScreenPlatform } from './platform.ts'
import { RolloutForm } from './RolloutForm.tsx'
import { say } from './said.ts'
import type { FormTask, SavedDraft } from './save-draft.ts'

interface Props {
  asked: Asked
  platforms: readonly ScreenPlatform[]
  /** @param id Rollout that was made or changed; undefined when it was left alone. */
  onDone: (id?: string) => void
}

/** The form that the address asks for, under its heading. */
export function FormView({ asked, platforms, onDone }: Props) {
  const entry = asked.kind === 'new' ? undefined : $rollouts.get().find(({ rollout }) => rollout.id === asked.id)
  if (asked.kind !== 'new' && (!entry || entry.rollout.deletedAt)) {
    return (
      <section class="form-view">
        <p role="alert">
          {entry
            ? `“${entry.rollout.name}” is deleted: restore it first.`
            : `This browser has no rollout “${asked.id}”. It may be in another one, or in a file to import.`}
        </p>
        <button type="button" onClick={() => onDone()}>
          Show all rollouts
        </button>
      </section>
    )
  }
  const task = beginTask(asked, platforms, entry?.rollout)
  const { title, submit, tell } = words(task)
  const finish = (saved: SavedDraft) => {
    say(tell(saved), saved.isStored)
    onDone(saved.id)
  }
  return (
    <section class="form-view" aria-labelledby="form-title">
      <h2 id="form-title">{title}</h2>
      {task.kind === 'edit' && (
        <p class="rollout-facts">
          <code>{task.rollout.id}</code>
          <span>{titleOf(task.rollout.platform, platforms)}</span>
        </p>
      )}
      {task.kind === 'copy' && entry && <CopyTerms entry={entry} />}
      <RolloutForm task={task} platforms={platforms} submit={submit} onSaved={finish} onCancel={() => onDone()} />
    </section>
  )
}

function beginTask(
  asked: Asked,
  platforms: readonly ScreenPlatform[],
  rollout: Extract<FormTask, { kind: 'edit' }>['rollout'] | undefined,
): FormTask {
  if (asked.kind !== 'new' && rollout) return { kind: asked.kind, rollout }
  const wanted = [asked.kind === 'new' ? asked.platform : undefined, records.lastPlatform()]
  const known = wanted.find((wish) => platforms.some(({ id }) => id === wish))
  return { kind: 'new', platform: known ?? platforms[0]?.id ?? '' }
}

const titleOf = (platform: string, platforms: readonly ScreenPlatform[]) =>
  platforms.find(({ id }) => id === platform)?.title ?? platform

function words(task: FormTask) {
  switch (task.kind) {
    case 'new':
      return {
        title: 'New rollout',
        submit: 'Create rollout',
        tell: ({ name, isStored }: SavedDraft) =>
          `Created “${name}”.${isStored ? ' The pages of its platform show it now.' : ''}`,
      }
    case 'edit':
      return {
        title: `Edit “${task.rollout.name}”`,
        submit: 'Save details',
        tell: ({ name }: SavedDraft) => `Saved the details of “${name}”.`,
      }
    case 'copy':
      return {
        title: `Copy “${task.rollout.name}”`,
        submit: 'Make the copy',
        tell: ({ name, isStored }: SavedDraft) =>
          `Copied to “${name}”.${isStored ? ' The pages of its platform show it now.' : ''}`,
      }
  }
}
