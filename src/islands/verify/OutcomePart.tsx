import { useEffect, useRef } from 'preact/hooks'
import type { Verification } from '../../core/signoff/index.ts'
import { AcceptedLimits } from './AcceptedLimits.tsx'
import type { Core } from './core.ts'
import { type Expectation, fieldWords, listTaken } from './expectation.ts'
import { PeopleList } from './PeopleList.tsx'
import { ReasonList } from './ReasonList.tsx'
import { SignatureNotes } from './SignatureNotes.tsx'
import { Stamp } from './Stamp.tsx'

interface Props {
  outcome: Verification
  expected: Expectation
  isSiteTrust: boolean
  words: Core['reasonWords']
}

/** What came out, in the order of what people ask: yes or no, why, who, and what was looked at. */
export function OutcomePart({ outcome, expected, isSiteTrust, words }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [outcome])
  const { reasons, signers, required } = outcome
  return (
    <section aria-labelledby="outcome" class={`outcome-${outcome.status}`}>
      <h2 id="outcome" tabIndex={-1} ref={heading}>
        Result
      </h2>
      <Stamp outcome={outcome} />
      <Remarks outcome={outcome} expected={expected} isSiteTrust={isSiteTrust} />
      {reasons.length > 0 && (
        <>
          <h3>Why</h3>
          <ReasonList reasons={reasons} words={words} />
        </>
      )}
      {(signers.length > 0 || required.length > 0) && <PeopleList outcome={outcome} />}
      <SignatureNotes outcome={outcome} words={words} />
      <Digests outcome={outcome} />
      {outcome.status === 'accepted' && <AcceptedLimits />}
    </section>
  )
}

/** What an acceptance is worth, where that is less than it seems. */
function Remarks({ outcome, expected, isSiteTrust }: Omit<Props, 'words'>) {
  const { comparedItems, readiness, rules } = outcome
  const taken = listTaken(expected).map((name) => fieldWords[name])
  return (
    <ul class="remarks">
      {isSiteTrust && <li>Judged under the trust file of this site, not one of yours.</li>}
      {taken.length > 0 && <li>Taken from the report itself, and confirmed by you: {taken.join(', ')}.</li>}
      {expected.at.trim() !== '' && <li>Judged for another moment than now. For audits only.</li>}
      {readiness && rules === 'readiness' && !comparedItems && (
        <li>The items were not compared with the checklist: only its digest was given.</li>
      )}
    </ul>
  )
}

function Digests({ outcome: { digests } }: Pick<Props, 'outcome'>) {
  return (
    <dl class="digests">
      {digests.files.map((sha256, index) => (
        <Digest key={index} term={digests.files.length > 1 ? `File ${index + 1}` : 'File'} sha256={sha256} />
      ))}
      {digests.payload && <Digest term="Signed bytes" sha256={digests.payload} />}
      {digests.trust && <Digest term="Trust file" sha256={digests.trust} />}
    </dl>
  )
}

function Digest({ term, sha256 }: { term: string; sha256: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <code>sha256:{sha256}</code>
      </dd>
    </div>
  )
}
