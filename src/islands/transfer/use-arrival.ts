import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** Moves the focus to an element when it arrives: what was pressed is gone, and the focus would be lost with it. */
export function useArrival<Target extends HTMLElement>(): RefObject<Target | null> {
  const ref = useRef<Target>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
