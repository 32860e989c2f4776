import { useRef, useState } from 'preact/hooks'
import { FrozenReport as FrozenReportView } from '../../exports/frozen-report/FrozenReport.tsx'
import { $key } from '../../stores/signing-key.ts'
import type { FrozenReport } from '../../stores/signoff.ts'
import { useLive } from '../item/use-live.ts'
import { Changes } from './Changes.tsx'
import { Exchange } from './Exchange.tsx'
import { FrozenHead } from './FrozenHead.tsx'
import type { FreezeSource } from './freezing.ts'
import { KeyStep } from './KeyStep.tsx'
import { Outside } from './Outside.tsx'
import { Signers } from './Signers.tsx'
import { SignStep } from './SignStep.tsx'
import { claimRoles } from './signed-roles.ts'

interface Props {
  base: string
  report: FrozenReport
  /** Somebody asked for it just now. */
  isAsked: boolean
  /** The rollout of the page. */
  source: FreezeSource | undefined
  onFreezeAgain: () => void
}

/** From the frozen report to the file with the signatures: read, sign, send on. */
export function ReportSteps({ base, report, isAsked, source, onFreezeAgain }: Props) {
  const key = useLive($key)
  const isSigned = key.kind === 'ready' && report.signatures.some(({ signer }) => signer?.key.keyid === key.key.keyid)
  // What was signed does not fold away under the eyes of whoever just signed it.
  const [isOpen] = useState(!isSigned)
  const signing = useRef<HTMLHeadingElement>(null)
  const files = useRef<HTMLHeadingElement>(null)
  const isOfPage = source?.rollout.id === report.statement.predicate.rollout.id
  const role = claimRoles(report).missing[0]?.role ?? ''
  return (
    <div class="signoff-steps">
      <section aria-labelledby="signoff-frozen">
        <FrozenHead
          report={report}
          isAsked={isAsked}
          onFreezeAgain={source && onFreezeAgain}
          freezeLabel={isOfPage ? 'Freeze a new one' : `Freeze “${source?.rollout.name}”`}
        />
        {source && isOfPage && <Changes report={report} source={source} onFreezeAgain={onFreezeAgain} />}
        <details class="signoff-read" open={isOpen}>
          <summary>The report, from the very bytes that are signed</summary>
          <FrozenReportView statement={report.statement} payloadSha256={report.sha256} />
        </details>
      </section>
      <section aria-labelledby="signoff-sign">
        <h3 id="signoff-sign" ref={signing} tabIndex={-1}>
          Your signature
        </h3>
        {isSigned && <p>You have signed this report with the key of this browser.</p>}
        <KeyStep state={key} role={role} onMade={() => signing.current?.focus()} />
        {key.kind === 'ready' && !isSigned && (
          <SignStep report={report} signingKey={key.key} onSigned={() => files.current?.focus()} />
        )}
      </section>
      <section aria-labelledby="signoff-signers">
        <h3 id="signoff-signers">Who has signed</h3>
        <Signers report={report} base={base} />
      </section>
      <section aria-labelledby="signoff-save">
        <h3 id="signoff-save" ref={files} tabIndex={-1}>
          Files to send on
        </h3>
        <p class="hint">
          A backup of your rollouts does not hold frozen reports: outside of this browser, these files are the only
          copies.
        </p>
        <Exchange report={report} />
        <Outside report={report} />
      </section>
    </div>
  )
}
