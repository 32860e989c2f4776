import { useLayoutEffect } from 'preact/hooks'
import { areKeysOn, isTyping } from '../../browser/single-keys.ts'

/** Single keys, for hands that are busy: none of them while somebody types or a dialog asks. */
export function useKeys(deeds: Readonly<Record<string, () => void>>): void {
  // At once: whoever sees the next step can press its key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey, repeat } = event
      if (ctrlKey || metaKey || altKey || repeat || isTyping(target) || !areKeysOn()) return
      if (document.querySelector('dialog[open]')) return
      const deed = Object.hasOwn(deeds, key) ? deeds[key] : undefined
      if (!deed) return
      event.preventDefault()
      deed()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
