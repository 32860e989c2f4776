import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { proposeRolloutId } from '../../core/index.ts'
import { listRolloutIds } from '../../stores/contents.ts'
import { useUnsaved } from '../item/use-unsaved.ts'
import { DetailFields } from './DetailFields.tsx'
import type { Draft } from './draft.ts'
import { findDraftProblems } from './draft-problems.ts'
import { IdentityFields } from './IdentityFields.tsx'
import type { ScreenPlatform } from './platform.ts'
import { beginDraft, type FormTask, type SavedDraft, saveDraft } from './save-draft.ts'

interface Props {
  task: FormTask
  platforms: readonly ScreenPlatform[]
  /** What the button says that stores everything. */
  submit: string
  onSaved: (saved: SavedDraft) => void
  onCancel: () => void
}

/**
 * The form of a rollout: for a new one, for one that is there, and for the name of a copy.
 *
 * Nothing is stored until every field is right. Problems are looked for when the form is sent; from then on each goes
 * as soon as it is mended, and none comes while somebody still types.
 */
export function RolloutForm({ task, platforms, submit, onSaved, onCancel }: Props) {
  const [begun] = useState(() => beginDraft(task))
  const [draft, setDraft] = useState(begun)
  const [refused, setRefused] = useState<string[]>([])
  const form = useRef<HTMLFormElement>(null)
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(begun))
  useLayoutEffect(() => {
    const name = form.current?.querySelector<HTMLInputElement>('[name="name"]')
    name?.focus()
    // The name of a copy is there to be replaced.
    if (task.kind === 'copy') name?.select()
  }, [])
  useLayoutEffect(() => {
    if (refused.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])

  const newId = task.kind === 'edit' ? undefined : (draft.id ?? proposeId(draft))
  const find = () =>
    findDraftProblems(draft, { newId, isLaunchIncomplete: isIncomplete(form.current, 'plannedLaunch') })
  const found = refused.length > 0 ? find() : {}
  const problems = Object.fromEntries(Object.entries(found).filter(([name]) => refused.includes(name)))
  const change = (part: Partial<Draft>) => setDraft((current) => ({ ...current, ...part }))
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const names = Object.keys(find())
    setRefused(names)
    if (names.length === 0) onSaved(saveDraft(task, draft, newId ?? ''))
  }
  const count = Object.keys(problems).length
  return (
    <form class="rollout-form" ref={form} onSubmit={save} noValidate>
      <IdentityFields
        draft={draft}
        newId={newId}
        platforms={task.kind === 'new' ? platforms : []}
        problems={problems}
        onChange={change}
      />
      {task.kind !== 'copy' && (
        <DetailFields
          draft={draft}
          traits={platforms.find(({ id }) => id === draft.platform)?.traits ?? []}
          wasSaid={begun.traits !== undefined}
          problems={problems}
          onChange={change}
        />
      )}
      <div class="form-end">
        <button type="submit">{submit}</button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        {count > 0 && (
          <p class="problem">Nothing is saved yet: {count === 1 ? 'one field' : `${count} fields`} to correct.</p>
        )}
      </div>
    </form>
  )
}

const proposeId = ({ name, platform }: Draft) => proposeRolloutId(name, platform, listRolloutIds())

function isIncomplete(form: HTMLFormElement | null, name: string): boolean {
  const field = form?.elements.namedItem(name)
  return field instanceof HTMLInputElement && field.validity.badInput
}
