import { isPreselected, type ProofProposal, type ProposalStanding } from '../../core/proof/proposal.ts'
import { VerdictWord } from './VerdictWord.tsx'
import { asSentence } from './words.ts'

/** What is offered to an item. */
export function ProposalRow({ proposal }: { proposal: ProofProposal }) {
  const { item, verdict, why, leaves, standing, evidence } = proposal
  return (
    <li class="proposal" data-proposal={item.id}>
      <label>
        <input
          type="checkbox"
          name="item"
          value={item.id}
          defaultChecked={isPreselected(proposal)}
          disabled={standing === 'known'}
        />
        <span>
          <bdi>{item.title}</bdi>
        </span>
      </label>
      <p>
        <VerdictWord verdict={verdict} /> <bdi>{asSentence(why)}</bdi> <small>{standings[standing]}</small>
      </p>
      {leaves !== undefined && <p>Still for you to look at: {asSentence(leaves)}</p>}
      <details>
        <summary>
          Excerpt<span class="sr-only"> for {item.title}</span>
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
        <pre tabIndex={0}>{evidence.text}</pre>
      </details>
    </li>
  )
}

const standings: Readonly<Record<ProposalStanding, string>> = {
  open: 'The item is open.',
  answered: 'The item is answered already; its state would stay.',
  excluded: 'The item does not apply to this rollout.',
  known: 'This evidence is there already.',
}
