/** When a single key may do something: not while somebody types, and not where somebody turned them off. */
import { storage } from './environment.ts'

/** Set where somebody turned single keys off: who speaks to a computer may say letters that are none. */
export const keysOffKey = 'keys-off'

export const areKeysOn = (): boolean => storage.read(keysOffKey) === undefined

/** Fields take letters for themselves; boxes do not. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])')
}
