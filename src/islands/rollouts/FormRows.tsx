import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { hasRoom } from './draft-problems.ts'

interface Props<Entry> {
  legend: string
  hint: string
  /** What one entry is called: "subject". */
  noun: string
  entries: readonly Entry[]
  empty: Entry
  onChange: (entries: Entry[]) => void
  children: (entry: Entry, index: number, change: (part: Partial<Entry>) => void) => ComponentChildren
}

/** A list whose entries are added and removed; the focus goes along. */
export function FormRows<Entry>({ legend, hint, noun, entries, empty, onChange, children }: Props<Entry>) {
  const group = useRef<HTMLFieldSetElement>(null)
  /** Where the focus goes once the rows are there: the field of a new one, or the button that adds the next. */
  const next = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (next.current) group.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = undefined
  }, [entries.length])
  const add = () => {
    next.current = '.form-row:last-of-type input'
    onChange([...entries, empty])
  }
  const remove = (index: number) => {
    next.current = '.add-row'
    onChange(entries.filter((_, other) => other !== index))
  }
  return (
    <fieldset class="wide form-rows" ref={group}>
      <legend>{legend}</legend>
      <p class="hint">{hint}</p>
      {entries.map((entry, index) => (
        <fieldset class="form-row" key={index} aria-label={`${noun} ${index + 1}`}>
          {children(entry, index, (part) =>
            onChange(entries.map((other, place) => (place === index ? { ...other, ...part } : other))),
          )}
          <button type="button" class="quiet" onClick={() => remove(index)}>
            Remove
            <span class="sr-only">
              {' '}
              {noun} {index + 1}
            </span>
          </button>
        </fieldset>
      ))}
      {hasRoom(entries) && (
        <button type="button" class="add-row" onClick={add}>
          Add a {noun}
        </button>
      )}
    </fieldset>
  )
}
