import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { LaunchEventKind, LaunchEventName, LaunchGate, LoggedEvent } from '../../core/index.ts'
import { logEvent, takeEventBack } from '../../stores/launch.ts'
import { tickItem } from '../../stores/progress.ts'
import { Countdown } from './Countdown.tsx'
import { Decision } from './Decision.tsx'
import { EventLog } from './EventLog.tsx'
import { Gates, gateOf } from './Gates.tsx'
import type { LaunchRow, LaunchState } from './launch-state.ts'
import { listSteps, NextStep } from './NextStep.tsx'
import { Safety } from './Safety.tsx'
import { useKeys } from './use-keys.ts'

/** The day of the launch on one screen. */
export function LaunchDay({ base, state }: { base: string; state: LaunchState }) {
  const { rollout, rows, stage, log } = state
  const { platform, id } = rollout
  /** Undefined while the gate is shown where the launch stands. */
  const [chosen, setChosen] = useState<LaunchGate>()
  const [skipped, setSkipped] = useState<string[]>([])
  const [problem, setProblem] = useState<string>()
  const gate = chosen ?? gateOf(stage)
  const reportUrl = `${base}report/?platform=${platform}`

  const decide = (kind: LaunchEventKind, text: string) => {
    logEvent(platform, id, { kind, text })
    setChosen(undefined)
  }
  const finish = (row: LaunchRow) => {
    const result = tickItem(platform, row.id, true)
    setProblem(result.kind === 'refused' ? result.reason : undefined)
    if (result.kind === 'refused') return
    logEvent(platform, id, { kind: 'step', text: row.title, item: row.id })
  }
  const skip = (row: LaunchRow) => setSkipped([...skipped.filter((other) => other !== row.id), row.id])
  const takeBack = (name: LaunchEventName, event: LoggedEvent) => {
    const isWhole = takeEventBack(platform, id, name, event)
    setProblem(isWhole ? undefined : 'The entry is gone. Its item was answered anew since then: that answer stays.')
  }
  const [next] = gate === 'decision' ? [] : listSteps(rows, gate, skipped)
  const work = useFocusKept(`${gate} ${next?.id} ${stage} ${log.length}`)
  useKeys({
    d: () => next && next.state !== 'to-confirm' && finish(next),
    s: () => next && skip(next),
    n: () => document.getElementById('launch-note')?.focus(),
  })

  return (
    <div class="launch">
      <header class="launch-head">
        <p class="launch-name">
          <b>{rollout.name}</b> {[rollout.environment, rollout.service, rollout.version].filter(Boolean).join(', ')}{' '}
          <a href={reportUrl}>Report</a>
        </p>
        <Countdown plannedLaunch={rollout.plannedLaunch} editUrl={reportUrl} />
      </header>
      <Gates state={state} shown={gate} onShow={setChosen} />
      <section class="launch-work" aria-label="At this gate" tabIndex={-1} ref={work}>
        <p class="problem" role="alert">
          {problem}
        </p>
        {gate === 'decision' ? (
          <Decision state={state} onDecide={decide} />
        ) : (
          <NextStep
            base={base}
            state={state}
            gate={gate}
            skipped={skipped}
            onDone={finish}
            onSkip={skip}
            onLaunched={() => decide('launched', 'Launched')}
          />
        )}
      </section>
      <Safety rollout={rollout} stage={stage} editUrl={reportUrl} onLog={decide} />
      <EventLog log={log} onNote={(text) => logEvent(platform, id, { kind: 'note', text })} onRemove={takeBack} />
    </div>
  )
}

/** What was pressed may be gone, and the focus with it: whoever works by keyboard goes on with what came instead. */
function useFocusKept(shown: string) {
  const work = useRef<HTMLElement>(null)
  const before = useRef(shown)
  useLayoutEffect(() => {
    if (before.current !== shown && document.activeElement === document.body) work.current?.focus()
    before.current = shown
  }, [shown])
  return work
}
