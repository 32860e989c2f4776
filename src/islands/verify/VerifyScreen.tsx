import { useRef } from 'preact/hooks'
import { useDrop } from '../item/use-drop.ts'
import { CommandPart } from './CommandPart.tsx'
import { formatCommand } from './command-line.ts'
import type { Core } from './core.ts'
import { type Desk, inspectionOf, listAttestations } from './desk.ts'
import { ExpectPart } from './ExpectPart.tsx'
import { FilesPart } from './FilesPart.tsx'
import { OutcomePart } from './OutcomePart.tsx'
import { listProblems } from './problems.ts'
import { ReportPart } from './ReportPart.tsx'
import { suggestValues } from './suggestions.ts'
import { TrustPart } from './TrustPart.tsx'
import { useDesk } from './use-desk.ts'

export interface VerifyProps {
  core: Core
  /** Path the site is served from, with a slash at its end. */
  base: string
  platforms: readonly { id: string; title: string }[]
  hasSiteTrust: boolean
}

/** The whole screen: files in, what they have to be about, the result, and the report itself. */
export function VerifyScreen({ core, base, platforms, hasSiteTrust }: VerifyProps) {
  const { desk, isBusy, trouble, said, ...deeds } = useDesk(core)
  const { isOver, listeners } = useDrop(deeds.add)
  const chooser = useRef<HTMLInputElement>(null)
  const words = core.reasonWords
  const inspection = inspectionOf(desk)
  /** What was pressed is gone afterwards: whoever works by keyboard goes on with the next file. */
  const thenChoose =
    <Given extends unknown[]>(deed: (...given: Given) => void) =>
    (...given: Given) => {
      deed(...given)
      chooser.current?.focus()
    }
  return (
    <div class={isOver ? 'verify is-over' : 'verify'} {...listeners}>
      <FilesPart
        desk={desk}
        words={words}
        chooser={chooser}
        said={said}
        onFiles={deeds.add}
        onRemove={thenChoose(deeds.remove)}
        onRemoveChecklist={thenChoose(deeds.removeChecklist)}
      />
      <TrustPart
        base={base}
        trust={desk.trust}
        words={words}
        hasSiteTrust={hasSiteTrust}
        problem={trouble.trust}
        onTakeSite={deeds.takeSiteTrust}
        onRemove={thenChoose(deeds.removeTrust)}
      />
      <form
        aria-labelledby="expected"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          deeds.verify()
        }}
      >
        <h2 id="expected">What it has to be about</h2>
        <ExpectPart
          expected={desk.expected}
          suggestions={suggestValues(inspection ?? {})}
          problems={{ ...listProblems(desk.outcome, desk.expected), ...trouble }}
          platforms={platforms}
          checklistName={desk.checklist?.name}
          onChange={deeds.expect}
          onTake={deeds.take}
        />
        <p class="actions verify-actions">
          <button type="submit">Verify</button>
          <button type="button" onClick={thenChoose(deeds.startOver)}>
            Start over
          </button>
          <span role="status">{isBusy && 'Reading…'}</span>
        </p>
        {trouble.failed && (
          <p class="problem" role="alert">
            Nothing was judged: this browser failed with “{trouble.failed}”. Try again, or use the command line.
          </p>
        )}
      </form>
      {desk.outcome && (
        <OutcomePart
          outcome={desk.outcome}
          expected={desk.expected}
          isSiteTrust={desk.trust?.origin === 'site'}
          words={words}
        />
      )}
      {inspection && <ReportPart inspection={inspection} outcome={desk.outcome} isFirstOfSeveral={holdSeveral(desk)} />}
      {listAttestations(desk).length > 0 && <CommandPart command={formatCommand(desk)} note={noteOf(desk)} />}
    </div>
  )
}

function holdSeveral(desk: Desk): boolean {
  return new Set(desk.files.flatMap(({ inspection }) => inspection?.payloadSha256 ?? [])).size > 1
}

function noteOf(desk: Desk): string | undefined {
  if (!desk.files.some(({ isFromHtml }) => isFromHtml)) return undefined
  return 'The command line reads the envelope, which you can save out of the HTML file.'
}
