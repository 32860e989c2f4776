import type { ComponentChildren } from 'preact'
import type { Told } from './use-told.ts'

interface Props {
  title: string
  told: Told
  children: ComponentChildren
}

/** A part of the panel under its heading, with what became of the last change beside it: nothing moves when it comes. */
export function Part({ title, told, children }: Props) {
  return (
    <div class="panel-part">
      <div class="panel-head">
        <h4>{title}</h4>
        <Said told={told} />
      </div>
      {children}
      <Problem told={told} />
    </div>
  )
}

export function Said({ told }: { told: Told }) {
  return (
    <span class="panel-said" role="status">
      {told.said}
    </span>
  )
}

export function Problem({ told }: { told: Told }) {
  return (
    <p class="problem" role="alert">
      {told.problem}
    </p>
  )
}
