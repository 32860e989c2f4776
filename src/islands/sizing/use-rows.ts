import { useLayoutEffect, useRef } from 'preact/hooks'

/** Adding, removing and changing rows of a list, with the focus going along. */
export function useRows<Entry>(entries: readonly Entry[], onChange: (entries: Entry[]) => void) {
  const group = useRef<HTMLDivElement>(null)
  /** Rows are drawn only when they change: what an older drawing calls has to change the list of now. */
  const latest = useRef({ entries, onChange })
  latest.current = { entries, onChange }
  /** Where the focus goes once the rows are there. */
  const next = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (next.current) group.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = undefined
  }, [entries.length])
  const write = (edit: (entries: readonly Entry[]) => Entry[]) => latest.current.onChange(edit(latest.current.entries))
  return {
    group,
    add: (entry: Entry) => {
      next.current = '.sizing-row:last-of-type input'
      write((all) => [...all, entry])
    },
    remove: (index: number) => {
      next.current = '.add-row'
      write((all) => all.filter((_, place) => place !== index))
    },
    change: (index: number, part: Partial<Entry>) =>
      write((all) => all.map((entry, place) => (place === index ? { ...entry, ...part } : entry))),
  }
}
