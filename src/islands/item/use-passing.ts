import { useRef } from 'preact/hooks'

/** Longer than from one arrow key to the next, shorter than a decision. */
const passingMs = 1_000

interface Last {
  isByArrow: boolean
  time: number
  at?: string | undefined
}

/**
 * Arrow keys choose every radio button on the way to another one, and each choice is stored: what was passed on the
 * way is told here, so that the next choice continues it and the history keeps where it ended.
 */
export function usePassing() {
  const last = useRef<Last>({ isByArrow: false, time: 0 })
  return {
    /** Time of the version that the next choice continues. */
    amended: () => {
      const { isByArrow, time, at } = last.current
      return isByArrow && Date.now() - time < passingMs ? at : undefined
    },
    /** @param at Time of the version that was written. */
    remember: (at: string | undefined) => {
      last.current = { ...last.current, time: Date.now(), at }
    },
    listeners: {
      onKeyDown: ({ key }: KeyboardEvent) => {
        last.current.isByArrow = key.startsWith('Arrow')
      },
      onPointerDown: () => {
        last.current.isByArrow = false
      },
    },
  }
}
