import { atom } from 'nanostores'
import { records, storage } from '../browser/environment.ts'
import type { StoredTrouble } from '../browser/record-reader.ts'
import type { StorageTrouble } from '../browser/storage.ts'

/** What people have to know about their work: none of it is thrown away, but some is not where it should be. */
export interface Trouble {
  /** Why changes do not reach the device. */
  storage: StorageTrouble | undefined
  /** How many changes are in memory only. */
  unsaved: number
  stored: StoredTrouble[]
}

export const $trouble = atom<Trouble>({ storage: undefined, unsaved: 0, stored: [] })

/** Looks for trouble again; to be called after anything was read or written. */
export function reportTrouble(): void {
  const next = {
    storage: storage.trouble(),
    unsaved: storage.unsavedKeys().length,
    stored: [...records.troubles.values()],
  }
  if (JSON.stringify(next) !== JSON.stringify($trouble.get())) $trouble.set(next)
}
