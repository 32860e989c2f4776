import { useState } from 'preact/hooks'
import { FormatError } from '../../core/signoff/index.ts'
import { SecretsReview } from '../secrets/SecretsReview.tsx'
import { FreezeForm } from './FreezeForm.tsx'
import type { FreezeDraft } from './freeze-draft.ts'
import { beginFreezing, type FreezeSource, type Freezing, freeze } from './freezing.ts'
import type { FoundSecrets } from './secrets.ts'

interface Props {
  source: FreezeSource
  onFrozen: (sha256: string) => void
  onCancel: (() => void) | undefined
}

/** What waits for an answer to the secrets that were found. */
interface Pending {
  draft: FreezeDraft
  freezing: Freezing
  secrets: FoundSecrets
}

/** Freezes the report of this moment, after a look for secrets in everything that would leave with it. */
export function FreezeStep({ source, onFrozen, onCancel }: Props) {
  const [pending, setPending] = useState<Pending>()
  const [faults, setFaults] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)

  const finish = async (draft: FreezeDraft, freezing: Freezing) => onFrozen(await freeze(source, freezing, draft))
  /** One thing at a time, with what went wrong in words. */
  const attempt = async (act: () => Promise<void>) => {
    if (isBusy) return
    setBusy(true)
    setFaults([])
    await act().catch((error: unknown) => setFaults(describeFaults(error)))
    setBusy(false)
  }
  const begin = (draft: FreezeDraft) =>
    attempt(async () => {
      const { scanFreezing } = await import('./secrets.ts')
      const freezing = beginFreezing(source)
      const secrets = await scanFreezing(freezing)
      if (secrets.findings.length === 0) return finish(draft, freezing)
      setPending({ draft, freezing, secrets })
    })
  const decide = ({ draft, freezing, secrets }: Pending, isMasked: boolean) => {
    setPending(undefined)
    return attempt(async () => {
      const { maskFreezing } = await import('./secrets.ts')
      await finish(draft, isMasked ? maskFreezing(freezing, secrets) : freezing)
    })
  }

  if (source.rollout.environment.trim() === '') return <NoEnvironment onCancel={onCancel} />
  return (
    <>
      <FreezeForm source={source} faults={faults} isBusy={isBusy} onFreeze={begin} onCancel={onCancel} />
      {isBusy && <p role="status">Looking for secrets, then freezing…</p>}
      {pending && (
        <SecretsReview
          findings={pending.secrets.findings}
          onMask={() => decide(pending, true)}
          onKeep={() => decide(pending, false)}
          onCancel={() => setPending(undefined)}
        />
      )}
    </>
  )
}

function NoEnvironment({ onCancel }: Pick<Props, 'onCancel'>) {
  return (
    <div class="signoff-box">
      <p>
        The rollout has no environment yet. A sign-off is for one environment, so that nobody takes the one of a test
        for the one of production.
      </p>
      <p class="actions">
        <a class="button" href="#edit-details">
          Go to the details of the rollout
        </a>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </p>
    </div>
  )
}

function describeFaults(error: unknown): string[] {
  if (error instanceof FormatError) return error.reasons.map(({ message }) => message)
  // The checklist of the page is another one than that of the answers: the words name the item.
  if (error instanceof RangeError) return [error.message]
  return ['The report was not frozen: a part of the page did not load. Check the connection and try again.']
}
