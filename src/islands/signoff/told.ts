/** What was done last in the sign-off, said once for the whole of it. */
import { atom } from 'nanostores'

export const $told = atom('')

export const tell = (text: string): void => $told.set(text)
