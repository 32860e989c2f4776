import type { Inspection, ReadinessStatement, Verification } from '../../core/signoff/index.ts'
import { FrozenReport } from '../../exports/frozen-report/FrozenReport.tsx'
import { Fingerprint } from '../signoff/Fingerprint.tsx'

interface Props {
  inspection: Inspection
  outcome: Verification | undefined
  /** The files hold different reports, and this is the first. */
  isFirstOfSeveral: boolean
}

/** What the file says, under a line that says what that is worth. */
export function ReportPart({ inspection, outcome, isFirstOfSeveral }: Props) {
  const payloadSha256 = outcome?.digests.payload ?? inspection.payloadSha256
  const statement = findStatement(inspection, outcome)
  return (
    <section aria-labelledby="report-title" class={outcome?.status === 'accepted' ? undefined : 'unverified'}>
      <h2 id="report-title">The report</h2>
      <Worth outcome={outcome} />
      {isFirstOfSeveral && <p class="problem">The files hold different reports. This is the one of the first file.</p>}
      {!outcome?.digests.trust && <WhatCanBeSaid inspection={inspection} />}
      {statement ? (
        <FrozenReport statement={statement} payloadSha256={payloadSha256} />
      ) : (
        <OtherStatement inspection={inspection} />
      )}
    </section>
  )
}

function Worth({ outcome }: Pick<Props, 'outcome'>) {
  if (outcome?.status === 'accepted') {
    return (
      <p class="worth worth-accepted">
        Shown from the very bytes that were verified. What people claim in it, they claim: a signature proves who
        agreed, not that the work was done.
      </p>
    )
  }
  return (
    <p class="worth">
      <b>Not verified.</b> {describeWorth(outcome)}
    </p>
  )
}

function describeWorth(outcome: Verification | undefined): string {
  if (outcome?.payload) {
    return 'Enough people signed these bytes, and they are refused for what they say or for what you asked.'
  }
  if (outcome?.status === 'refused') return 'This file is refused: anybody may have written what follows.'
  return 'Nothing was judged yet: anybody may have written what follows.'
}

/** Of verified bytes, what the procedure read from them; of others, what anybody can read. */
function findStatement(inspection: Inspection, outcome: Verification | undefined): ReadinessStatement | undefined {
  const { statement, readiness } = outcome?.statement ? outcome : inspection
  return statement && readiness ? { ...statement, predicate: readiness } : undefined
}

function WhatCanBeSaid({ inspection: { envelope } }: { inspection: Inspection }) {
  const { signatures } = envelope
  const count = signatures.length === 1 ? '1 signature' : `${signatures.length} signatures`
  return (
    <>
      <p>
        Without a trust file nobody is identified. The file holds {count}; the keys they name are claims, nothing was
        checked with them:
      </p>
      <ul class="hints">
        {signatures.map(({ keyid }, index) => (
          <li key={index}>{keyid ? <Fingerprint keyid={keyid.slice(0, 100)} /> : 'names no key'}</li>
        ))}
      </ul>
    </>
  )
}

function OtherStatement({ inspection: { statement, payloadSha256 } }: { inspection: Inspection }) {
  if (!statement) return <p>What is signed is no report that can be shown. Its digest: sha256:{payloadSha256}.</p>
  return (
    <>
      <p>
        It is a statement of another type, <code>{statement.predicateType}</code>, shown as it is written:
      </p>
      <pre class="command-text">{JSON.stringify(statement, null, 2).slice(0, maxShown)}</pre>
    </>
  )
}

/** Characters of a foreign statement that are shown; nobody reads more of it here. */
const maxShown = 20_000
