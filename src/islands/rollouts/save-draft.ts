import { records } from '../../browser/environment.ts'
import type { Rollout } from '../../core/index.ts'
import { changeRolloutById, copyRollout, createRollout } from '../../stores/rollouts.ts'
import { type Draft, draftOf, draftOfCopy, emptyDraft, listChanges, readLine } from './draft.ts'

/** What a form is for. */
export type FormTask =
  | { kind: 'new'; platform: string }
  | { kind: 'edit'; rollout: Rollout }
  | { kind: 'copy'; rollout: Rollout }

export interface SavedDraft {
  id: string
  name: string
  /** The device holds it; otherwise it waits in memory. */
  isStored: boolean
}

export function beginDraft(task: FormTask): Draft {
  if (task.kind === 'new') return emptyDraft(task.platform)
  return task.kind === 'edit' ? draftOf(task.rollout) : draftOfCopy(task.rollout)
}

/**
 * Stores what was changed, and nothing else: what another tab changed meanwhile stays.
 *
 * @param newId Id of the rollout that is made; an edited one keeps its own.
 */
export function saveDraft(task: FormTask, draft: Draft, newId: string): SavedDraft {
  const name = readLine(draft.name)
  if (task.kind === 'copy') return { id: newId, name, isStored: copyRollout(task.rollout.id, newId, name) }
  const changes = listChanges(beginDraft(task), draft)
  if (task.kind === 'new') {
    const isStored = createRollout(newId, { ...changes, name, platform: draft.platform })
    return { id: newId, name, isStored }
  }
  const { id, platform } = task.rollout
  if (Object.keys(changes).length === 0) return { id, name, isStored: true }
  // A rollout that nobody has changed before has no record yet that says which platform it is of.
  const isNamed = records.readRollout(id)?.platform !== undefined
  return { id, name, isStored: changeRolloutById(id, { ...changes, ...(!isNamed && { platform }) }) }
}
