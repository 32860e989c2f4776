import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useState } from 'preact/hooks'

/**
 * What a store holds, drawn again together with whatever else a change causes.
 *
 * `useStore` of `@nanostores/preact` draws a moment later: until then a field that was just saved would show the value
 * before, and whoever leaves it in that moment would save that one.
 */
export function useLive<Value>(store: ReadableAtom<Value>): Value {
  const [, draw] = useState({})
  useLayoutEffect(() => store.listen(() => draw({})), [store])
  return store.get()
}

/** The same for one member of what it holds. */
export function useLiveKey<Value>(
  store: ReadableAtom<Readonly<Record<string, Value>>>,
  key: string,
): Value | undefined {
  const [, draw] = useState({})
  useLayoutEffect(() => store.listen((members, before) => members[key] !== before?.[key] && draw({})), [store, key])
  return store.get()[key]
}
