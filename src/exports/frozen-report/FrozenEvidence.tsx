import type { ReadinessItem } from '../../core/signoff/statement-schema.ts'
import { type EvidenceFacts, readEvidence } from '../evidence-facts.ts'
import { formatMinute, showUnseen } from '../visible-text.ts'
import { ReportLink } from './ReportLink.tsx'

interface Props {
  evidence: NonNullable<ReadinessItem['evidence']>
}

/** What is said to show that an item is done. */
export function FrozenEvidence({ evidence }: Props) {
  return (
    <ul class="frozen-evidence">
      {evidence.map((descriptor, index) => (
        <li key={index}>
          <Piece facts={readEvidence(descriptor)} />
        </li>
      ))}
    </ul>
  )
}

function Piece({ facts: { name, uri, digests, text, sizeBytes, collectedAt } }: { facts: EvidenceFacts }) {
  return (
    <>
      {collectedAt && <time dateTime={collectedAt}>{formatMinute(collectedAt)}</time>}{' '}
      {name && <bdi>{showUnseen(name)}</bdi>} {uri && <ReportLink uri={uri} />}{' '}
      {sizeBytes !== undefined && <span>{sizeBytes} bytes</span>}{' '}
      {digests.map((digest) => (
        <code key={digest} class="frozen-digest">
          {showUnseen(digest)}
        </code>
      ))}
      {text !== undefined && <pre>{showUnseen(text)}</pre>}
    </>
  )
}
