import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { CompareRollouts } from '../transfer/CompareRollouts.tsx'
import { ImportPanel } from '../transfer/ImportPanel.tsx'
import { type Asked, formatAsked } from './address.ts'
import { Device } from './Device.tsx'
import { FormView } from './FormView.tsx'
import type { ScreenPlatform } from './platform.ts'
import { RolloutList } from './RolloutList.tsx'
import { StatusLine } from './StatusLine.tsx'
import { $said } from './said.ts'

interface Props {
  /** Path the site is served from, with a slash at its end. */
  base: string
  platforms: readonly ScreenPlatform[]
  /** Form that the address asks for. */
  asked: Asked | undefined
}

/** The whole screen: a form while one is asked for, otherwise the list and what concerns all rollouts. */
export function RolloutsScreen({ base, platforms, asked: askedFirst }: Props) {
  const [asked, setAsked] = useState(askedFirst)
  /** Rollout whose form was left; an empty text for one that was not made. */
  const left = useRef<string>(undefined)
  const show = (next: Asked | undefined) => {
    history.replaceState(null, '', location.pathname + formatAsked(next))
    setAsked(next)
  }
  const ask = (next: Asked) => {
    $said.set(undefined)
    show(next)
  }
  const leave = (id?: string) => {
    left.current = id ?? (asked?.kind === 'new' ? '' : asked?.id)
    show(undefined)
  }
  useLayoutEffect(() => {
    if (!asked && left.current !== undefined) focusRow(left.current)
  }, [asked])
  useEffect(() => {
    // What stands below the list was not there yet when the browser looked for it.
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  return (
    <div class="rollouts">
      <div class="toolbar" hidden={asked !== undefined}>
        <button type="button" class="new-rollout" onClick={() => ask({ kind: 'new' })}>
          New rollout
        </button>
        <a href="#import">Import</a>
        <a href="#compare">Compare</a>
        <a href="#device">This device</a>
      </div>
      <StatusLine />
      {asked && <FormView key={formatAsked(asked)} asked={asked} platforms={platforms} onDone={leave} />}
      {/* Hidden and not taken away: a file that is being imported below waits for its decision. */}
      <div class="rollouts-all" hidden={asked !== undefined}>
        <RolloutList base={base} platforms={platforms} onAsk={ask} />
        <ImportPanel base={base} platforms={platforms} />
        <CompareRollouts base={base} platforms={platforms} />
        <Device />
      </div>
    </div>
  )
}

/** The focus goes to the row that the form was about, or to where it was opened. */
function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-rollout="${CSS.escape(id)}"] .row-actions :is(a, button)`)
  const group = row?.closest('details')
  if (group) group.open = true
  const target = row ?? document.querySelector<HTMLElement>('.new-rollout')
  target?.focus()
}
