import { useEffect, useRef, useState } from 'preact/hooks'
import { refreshKey } from '../../stores/signing-key.ts'
import { $frozen, type FrozenReport, refreshFrozen } from '../../stores/signoff.ts'
import { useLive } from '../item/use-live.ts'
import { FreezeStep } from './FreezeStep.tsx'
import type { FreezeSource } from './freezing.ts'
import { History } from './History.tsx'
import { OpenFiles } from './OpenFiles.tsx'
import { ReportSteps } from './ReportSteps.tsx'
import { $told, tell } from './told.ts'

interface Props {
  base: string
  /** The rollout of the page; undefined where there is none, and then only reports of others can be signed. */
  source: FreezeSource | undefined
}

/** Sign-off, on one screen: freeze, read, sign, exchange. */
export function SignoffPanel({ base, source }: Props) {
  const { isLoaded, reports, unreadable, isBlocked } = useLive($frozen)
  const told = useLive($told)
  const [chosen, setChosen] = useState<string>()
  const [isFreezing, setFreezing] = useState(false)
  /** What is read does not give way to a newer one that another tab froze. */
  const pinned = useRef<{ sha256: string; rollout: string | undefined }>(undefined)
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // What was pressed may be gone, and the focus with it: whoever works by keyboard goes on from here.
    if (told && document.activeElement === document.body) said.current?.focus()
  }, [told])
  useEffect(() => {
    refreshKey()
    refreshFrozen()
  }, [])
  if (!isLoaded) return <p role="status">Looking for frozen reports…</p>

  const wanted = chosen ?? (pinned.current?.rollout === source?.rollout.id ? pinned.current?.sha256 : undefined)
  const shown = reports.find(({ sha256 }) => sha256 === wanted) ?? findOwn(reports, source)
  pinned.current = shown && { sha256: shown.sha256, rollout: source?.rollout.id }
  const show = (sha256: string) => {
    setChosen(sha256)
    setFreezing(false)
  }
  return (
    <div class="signoff-panel">
      <p class="signoff-said" role="status" tabIndex={-1} ref={said}>
        {told}
      </p>
      {source && (!shown || isFreezing) && (
        <section aria-labelledby="signoff-freeze">
          <h3 id="signoff-freeze">Freeze the report</h3>
          <p>
            People sign bytes that no longer change. Freezing takes the report as it is now; what is answered later goes
            into a new one.
          </p>
          <FreezeStep
            source={source}
            onFrozen={(sha256) => {
              show(sha256)
              tell('Frozen. Read it below, then sign it or save the statement for others to sign.')
            }}
            onCancel={shown && (() => show(shown.sha256))}
          />
        </section>
      )}
      {shown && !isFreezing && (
        <ReportSteps
          key={shown.sha256}
          base={base}
          report={shown}
          isAsked={chosen === shown.sha256}
          source={source}
          onFreezeAgain={() => setFreezing(true)}
        />
      )}
      <OpenFiles shown={shown} onOpened={show} />
      <History reports={reports} shown={shown} onShow={show} />
      {isBlocked && (
        <p class="hint">
          This browser does not let the page read frozen reports that it may hold (IndexedDB is blocked). What you
          freeze or open now is in this page only: save its files before you leave.
        </p>
      )}
      {unreadable.length > 0 && (
        <p class="hint">
          {unreadable.length === 1 ? 'A frozen report' : `${unreadable.length} frozen reports`} on this device cannot be
          read any more: open the files that were saved of them.
        </p>
      )}
    </div>
  )
}

/** The newest freeze of the page's own rollout; without a rollout, the newest of all. */
function findOwn(reports: readonly FrozenReport[], source: FreezeSource | undefined): FrozenReport | undefined {
  if (!source) return reports[0]
  return reports.find(({ statement }) => statement.predicate.rollout.id === source.rollout.id)
}
