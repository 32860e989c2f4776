import { useEffect, useRef } from 'preact/hooks'

/** Fields whose text is nowhere else yet. */
const unsaved = new Set<object>()

addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0) event.preventDefault()
})

/** Makes the browser ask before it throws away what was typed and not stored. */
export function useUnsaved(isUnsaved: boolean): void {
  const field = useRef({})
  useEffect(() => {
    if (!isUnsaved) return
    const key = field.current
    unsaved.add(key)
    return () => {
      unsaved.delete(key)
    }
  }, [isUnsaved])
}
