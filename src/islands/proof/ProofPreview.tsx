import { useState } from 'preact/hooks'
import type { Rollout } from '../../core/index.ts'
import type { ProofProposal } from '../../core/proof/proposal.ts'
import type { ProofFile, ProofPlan } from '../../stores/proof.ts'
import { countNoun } from '../transfer/plan-summary.ts'
import { useArrival } from '../transfer/use-arrival.ts'
import { LeftOut } from './LeftOut.tsx'
import { ProposalRow } from './ProposalRow.tsx'
import { TargetField } from './TargetField.tsx'
import { asSentence, describeFile } from './words.ts'

interface Props {
  platforms: readonly { id: string; title: string }[]
  /** Name of the file. */
  name: string
  file: ProofFile
  targets: readonly Rollout[]
  target: Rollout | undefined
  /** Undefined while the checklist is read. */
  plan: ProofPlan | Error | undefined
  problem: string
  onTarget: (rollout: Rollout) => void
  onRetry: () => void
  onKeep: (rollout: Rollout, chosen: readonly ProofProposal[]) => void
  onCancel: () => void
}

/** What a file of results offers, item by item, before anything is kept. */
export function ProofPreview(props: Props) {
  const { platforms, name, file, targets, target, plan, problem, onTarget, onRetry, onKeep, onCancel } = props
  const ref = useArrival<HTMLHeadingElement>()
  const [isMissing, setMissing] = useState(false)
  const isPlan = plan !== undefined && !(plan instanceof Error)
  const offers = isPlan ? plan.proposals.filter(({ standing }) => standing !== 'known') : []
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isPlan) return
    // Read from the form when it is sent: hundreds of rows are not drawn again for one choice.
    const agreed = new Set(new FormData(event.currentTarget as HTMLFormElement).getAll('item'))
    const chosen = offers.filter(({ item }) => agreed.has(item.id))
    setMissing(chosen.length === 0)
    if (chosen.length > 0) onKeep(plan.rollout, chosen)
  }
  return (
    <form class="outcome import-preview proof-import" onSubmit={submit}>
      <h3 ref={ref} tabIndex={-1}>
        What <bdi>{name}</bdi> offers as evidence
      </h3>
      <p>{describeFile(file)}</p>
      <TargetField {...{ platforms, targets, target, onTarget }} />
      {plan === undefined && <p role="status">Reading the checklist…</p>}
      {plan instanceof Error && (
        <p class="problem" role="alert">
          It cannot be judged now. {plan.message}{' '}
          <button type="button" onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
      {isPlan && <Offered key={plan.rollout.id} plan={plan} />}
      <p class="problem" role="alert">
        {isMissing ? 'Nothing is chosen. Choose what to keep, item by item.' : problem}
      </p>
      <p class="actions import-actions">
        {offers.length > 0 && <button type="submit">Keep as evidence</button>}
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
        <span class="hint">Nothing is changed yet. States stay as they are: you tick.</span>
      </p>
    </form>
  )
}

function Offered({ plan }: { plan: ProofPlan }) {
  const { proposals, warnings } = plan
  return (
    <>
      {warnings.length > 0 && (
        <ul class="proof-warnings" aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={warning}>{asSentence(warning)}</li>
          ))}
        </ul>
      )}
      <h4>{proposals.length === 0 ? 'It offers nothing to this rollout' : countNoun(proposals.length, 'item')}</h4>
      <ul class="proposals">
        {proposals.map((proposal) => (
          <ProposalRow key={proposal.item.id} proposal={proposal} />
        ))}
      </ul>
      <LeftOut plan={plan} />
    </>
  )
}
