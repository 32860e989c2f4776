import { useState } from 'preact/hooks'
import { now } from '../../browser/environment.ts'
import type { SigningKey } from '../../browser/signing-keys.ts'
import { saysNoGo } from '../../core/signoff/affirmation.ts'
import { type FrozenReport, signReport } from '../../stores/signoff.ts'
import { formatLocal } from '../rollouts/moments.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { tell } from './told.ts'

interface Props {
  report: FrozenReport
  signingKey: SigningKey
  onSigned: () => void
}

/** The deliberate act: the sentence, the digest, a box and a button. */
export function SignStep({ report, signingKey, onSigned }: Props) {
  const [isAffirmed, setAffirmed] = useState(false)
  const [isNoGoStated, setNoGoStated] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { affirmation, result, rollout } = report.statement.predicate
  const refusal = findRefusal(report, now())
  if (refusal) return <p class="signoff-box refused">{refusal}</p>

  const isNoGo = result === 'FAILED'
  const sign = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    if (!isAffirmed) return setProblem('Say that you have read the report and agree, by ticking the box.')
    if (isNoGo && !isNoGoStated)
      return setProblem('A must is open: say that you sign a no-go report, by ticking the box.')
    setBusy(true)
    setProblem(undefined)
    try {
      await signReport(report, signingKey)
      tell('Signed. Save the file with the signatures below, and send it on.')
      onSigned()
    } catch (error) {
      setProblem(error instanceof Error ? `${error.message}.` : 'It was not signed. Try again.')
    }
    setBusy(false)
  }

  return (
    <form class="signoff-box sign-form" onSubmit={sign} noValidate aria-label="Sign the report">
      <blockquote>
        <bdi>{affirmation}</bdi>
      </blockquote>
      <dl class="signoff-facts">
        <div class="wide">
          <dt>Digest of the bytes that you sign</dt>
          <dd>
            <code>sha256:{report.sha256}</code>
          </dd>
        </div>
        <div class="wide">
          <dt>
            With the key of <bdi>{signingKey.name}</bdi>, <bdi>{signingKey.role}</bdi>
          </dt>
          <dd>
            <Fingerprint keyid={signingKey.keyid} />
          </dd>
        </div>
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={isAffirmed}
          onChange={({ currentTarget }) => setAffirmed(currentTarget.checked)}
        />
        <span>
          I have read the report above, for <bdi>{rollout.id}</bdi> in <bdi>{rollout.environment}</bdi>, and agree to
          this sentence
        </span>
      </label>
      {isNoGo && (
        <label class="check">
          <input
            type="checkbox"
            checked={isNoGoStated}
            onChange={({ currentTarget }) => setNoGoStated(currentTarget.checked)}
          />
          I state that this is a no-go report: the rollout may not go
        </label>
      )}
      <p class="actions">
        <button type="submit" disabled={isBusy}>
          {isNoGo ? 'Sign the no-go report' : 'Sign'}
        </button>
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
    </form>
  )
}

/** Why nobody should sign this at all. */
function findRefusal({ statement }: FrozenReport, at: Date): string | undefined {
  const { expiresAt, frozenAt, result, affirmation } = statement.predicate
  if (Date.parse(expiresAt) <= at.getTime()) {
    return `This report was valid until ${formatLocal(new Date(expiresAt))}: a signature would count for nothing. Freeze a new one.`
  }
  if (Date.parse(frozenAt) > at.getTime()) {
    return `By the clock of this device the report is frozen in the future, at ${formatLocal(new Date(frozenAt))}. Set the clock right, or ask who froze it to do so.`
  }
  if (result === 'FAILED' && !saysNoGo(affirmation)) {
    return 'A must is open, and the sentence to sign does not say that this is a no-go report. Nobody can sign it here: freeze it anew, as a no-go report.'
  }
  return undefined
}
