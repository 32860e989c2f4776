/** What was done last, said once for the whole screen, with the way back where there is one. */
import { atom } from 'nanostores'

export interface Said {
  text: string
  undo?: (() => void) | undefined
}

/** Stays until the next action. */
export const $said = atom<Said | undefined>(undefined)

/** @param isStored Whether the device holds it; work that waits in memory is never called saved. */
export function say(text: string, isStored: boolean, undo?: () => void): void {
  const place = isStored ? '' : ' This browser did not store that: it is in this page only. Save everything to a file.'
  $said.set({ text: text + place, undo })
}
