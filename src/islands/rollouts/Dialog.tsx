import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Props {
  title: string
  /** What is told and asked; `close` gives the focus back to where it was. */
  children: (close: () => void) => ComponentChildren
  onClose: () => void
}

/** A question over the page, closed by Escape as by its buttons. */
export function Dialog({ title, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog class="question" aria-labelledby="question-title" ref={dialog} onClose={onClose}>
      <h2 id="question-title">{title}</h2>
      {children(() => dialog.current?.close())}
    </dialog>
  )
}
