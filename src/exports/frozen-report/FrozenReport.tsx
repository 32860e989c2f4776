import type { ReadinessStatement } from '../../core/signoff/statement-schema.ts'
import { claimsNotice, selectItems } from '../readiness-words.ts'
import { FrozenFacts } from './FrozenFacts.tsx'
import { FrozenGroup } from './FrozenGroup.tsx'
import { ResultStamp } from './ResultStamp.tsx'

export interface FrozenReportProps {
  /** Parsed from the very bytes that are signed. */
  statement: ReadinessStatement
  /** Digest of those bytes, lower-case hexadecimal. */
  payloadSha256: string
}

/**
 * A frozen report: what is excepted first, then what is open, then everything.
 *
 * Made of the statement alone, so that the screens and the exported file show the same, and a signer sees what is
 * signed and not what this browser happens to store.
 */
export function FrozenReport({ statement, payloadSha256 }: FrozenReportProps) {
  const readiness = statement.predicate
  return (
    <article class="frozen-report">
      <ResultStamp readiness={readiness} />
      <FrozenFacts statement={statement} payloadSha256={payloadSha256} />
      <p class="frozen-claims">{claimsNotice}</p>
      <FrozenGroup id="risks" title="Accepted risks" items={selectItems(readiness, 'risk-accepted')} />
      <FrozenGroup id="excluded" title="Not applicable" items={selectItems(readiness, 'not-applicable')} />
      <FrozenGroup id="open" title="Open" items={selectItems(readiness, 'open')} />
      <FrozenGroup id="items" title="All items" items={readiness.items} isWhole />
    </article>
  )
}
