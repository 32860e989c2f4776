import type { ProofProposal } from '../../core/proof/proposal.ts'
import { Marked } from '../item/Marked.tsx'
import { VerdictWord } from './VerdictWord.tsx'
import { asSentence } from './words.ts'

interface Props {
  proposal: ProofProposal
  /** Somebody said that nothing was printed. */
  isSilent: boolean
}

/** What the rule says of an output, and what it leaves to a person. */
export function OutputVerdictView({ proposal, isSilent }: Props) {
  const { verdict, why, leaves, standing } = proposal
  return (
    <div class="proof-said">
      <p>
        <VerdictWord verdict={verdict} /> {isSilent && 'You said that it printed nothing. '}
        {asSentence(why)}
      </p>
      {leaves !== undefined && (
        <p>
          Still for you to look at: <Marked text={asSentence(leaves)} />
        </p>
      )}
      {verdict === 'unclear' && <p>Look at it yourself: it proves nothing yet.</p>}
      {standing === 'answered' && (
        <p>The item is answered already: keeping this changes its evidence, not its state.</p>
      )}
      {standing === 'excluded' && <p>The item does not apply to this rollout.</p>}
    </div>
  )
}
