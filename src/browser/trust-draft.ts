/**
 * The trust file that somebody is making. It lies in local storage, not in the tab alone: entries arrive over days, and
 * it holds public keys only.
 */
import { storage } from './environment.ts'

const key = 'trust-draft'

export interface StoredTrustDraft {
  /** The trust file as far as it is made, to be read like any other input. */
  trust: unknown
  /** Text of the file that was opened, to tell what changed since. */
  opened: string
}

/**
 * What is stored; a text that cannot be read is copied aside, so that the next change does not destroy it.
 *
 * @param read Undefined for what it cannot read.
 */
export function loadTrustDraft<Draft>(read: (stored: StoredTrustDraft) => Draft | undefined): Draft | undefined {
  const text = storage.read(key)
  const stored = text === undefined ? undefined : parseTrustDraft(text)
  const draft = stored && read(stored)
  if (text !== undefined && !draft) storage.setAside(key)
  return draft
}

/** @returns Whether the device holds it. */
export function saveTrustDraft({ trust, opened }: StoredTrustDraft): boolean {
  return storage.write(key, JSON.stringify({ format: 1, trust, opened }))
}

/** Calls back with what another tab stored. */
export function watchTrustDraft(listener: (draft: StoredTrustDraft) => void): void {
  storage.onChange((changed, text) => {
    const draft = changed === key && text !== undefined ? parseTrustDraft(text) : undefined
    if (draft) listener(draft)
  })
}

function parseTrustDraft(text: string): StoredTrustDraft | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const { format, trust, opened } = value as Record<string, unknown>
    return format === 1 && typeof opened === 'string' ? { trust, opened } : undefined
  } catch {
    return undefined
  }
}
