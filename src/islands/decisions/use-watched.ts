import { useLayoutEffect, useState } from 'preact/hooks'
import { watch } from './desk.ts'

/** Draws again whenever anything that decisions depend on changes. */
export function useWatched(): void {
  const [, draw] = useState({})
  useLayoutEffect(() => watch(() => draw({})), [])
}
