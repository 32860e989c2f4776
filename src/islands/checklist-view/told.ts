/** What was done last on the list, said once, with the way back where there is one. */
import { atom } from 'nanostores'

export interface Told {
  text: string
  undo?: () => void
}

/** Stays until the next action, or until it is put away. */
export const $told = atom<Told | undefined>(undefined)
