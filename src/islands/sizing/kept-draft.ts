/** The inputs of the sizing screen in local storage: one draft, and the one that a link took the place of. */
import { storage } from '../../browser/environment.ts'
import type { Draft } from './draft.ts'
import { parseDraft } from './parse-draft.ts'

const keys = { own: 'sizing', beforeLink: 'sizing-before-link' } as const

export type DraftPlace = keyof typeof keys

/** What is stored; a text that cannot be read is copied aside, so that the next change does not destroy it. */
export function loadDraft(place: DraftPlace): Draft | undefined {
  const text = storage.read(keys[place])
  const draft = text === undefined ? undefined : parseText(text)
  if (text !== undefined && !draft) storage.setAside(keys[place])
  return draft
}

/** @returns Whether the device holds it. */
export function saveDraft(place: DraftPlace, draft: Draft): boolean {
  return storage.write(keys[place], JSON.stringify({ format: 1, ...draft }))
}

/** Whether the device holds everything that was to be stored. */
export function areDraftsStored(): boolean {
  return Object.values(keys).every((key) => storage.waiting(key) === undefined)
}

export function removeDraft(place: DraftPlace): void {
  storage.remove(keys[place])
}

/** Calls back with what another tab stored. */
export function watchDraft(listener: (draft: Draft) => void): void {
  storage.onChange((changed, text) => {
    const draft = changed === keys.own && text !== undefined ? parseText(text) : undefined
    if (draft) listener(draft)
  })
}

function parseText(text: string): Draft | undefined {
  try {
    const value = JSON.parse(text)
    return value?.format === 1 ? parseDraft(value) : undefined
  } catch {
    return undefined
  }
}
