import { useRef } from 'preact/hooks'
import type { ItemFields } from '../../core/progress.ts'
import { type ChangeResult, progressOf } from '../../stores/progress.ts'
import { change, type Panel } from './panel.ts'

/**
 * Writes a field that passes through other values while one is typed, as a date does through the years 2, 20 and 202:
 * until it is left, each value continues the one before, so that the history keeps where it ended.
 */
export function useAmending<Name extends keyof ItemFields>(panel: Panel, name: Name) {
  const amended = useRef<string | undefined>(undefined)
  return {
    write: (value: ItemFields[Name]): ChangeResult => {
      const result = change(panel, name, value, amended.current)
      if (result.kind === 'written') amended.current = readField(panel, name)?.at
      return result
    },
    leave: () => {
      amended.current = undefined
    },
  }
}

/** What is stored now: later than what a panel was last drawn from. */
export function readField<Name extends keyof ItemFields>({ platform, item }: Panel, name: Name) {
  return progressOf(platform).$items.get()[item]?.[name]
}
