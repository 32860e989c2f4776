import type { Requirement } from '../../core/signoff/index.ts'
import { showUnseen } from '../../exports/visible-text.ts'
import type { SeenSignature } from '../../stores/signers.ts'
import type { FrozenReport } from '../../stores/signoff.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { claimRoles } from './signed-roles.ts'

interface Props {
  report: FrozenReport
  /** Path the site is served from, with a slash at its end. */
  base: string
}

/** Who has signed and what is missing, as far as this device can tell. */
export function Signers({ report, base }: Props) {
  const { signatures, statement } = report
  return (
    <>
      {signatures.length === 0 ? (
        <p>Nobody yet.</p>
      ) : (
        <ul class="signers">
          {signatures.map((signature, index) => (
            <SignerRow key={index} signature={signature} />
          ))}
        </ul>
      )}
      <Missing report={report} />
      <p class="hint">
        {statement.predicate.requiredSignoffs.length > 0 && 'Names and roles here are what people say of themselves. '}
        Who counts, and for which role, a trust file decides: <a href={`${base}verify/`}>verify the files</a>, or{' '}
        <a href={`${base}trust/`}>make a trust file</a>.
      </p>
    </>
  )
}

function SignerRow({ signature: { hint, signer } }: { signature: SeenSignature }) {
  return (
    <li>
      <span class={signer ? 'signed' : 'unchecked'}>{signer ? 'Signed' : 'Not checked'}</span>
      <span>
        {signer ? (
          <>
            <bdi>{showUnseen(signer.name)}</bdi>
            {signer.roles.length > 0 && (
              <>
                , <bdi>{signer.roles.join(', ')}</bdi>
              </>
            )}
            {signer.source === 'own' ? ', in this browser' : ' (claimed)'}
          </>
        ) : (
          'Says that it is by a key which is not known here. Choose the public key or trust-file entry of its owner below, to have it checked.'
        )}
      </span>
      {hint === '' ? <span>no key id</span> : <Fingerprint keyid={signer?.key.keyid ?? shortenHint(hint)} />}
    </li>
  )
}

/** A hint is whatever somebody wrote into the file. */
const shortenHint = (hint: string) => hint.replace(/[^ -~]/g, '').slice(0, 100)

function Missing({ report }: { report: FrozenReport }) {
  const { requiredSignoffs } = report.statement.predicate
  const { missing, unknown } = claimRoles(report)
  if (requiredSignoffs.length === 0) {
    return <p>The report itself requires nobody: who has to sign stands in the trust file of the verifier.</p>
  }
  if (missing.length === 0) return <p>Every required role is claimed: {nameRoles(requiredSignoffs)}.</p>
  return (
    <p class="missing-roles">
      Still missing: {nameRoles(missing)}
      {unknown > 0 && ', unless a signature that was not checked is theirs'}.
    </p>
  )
}

const nameRoles = (roles: readonly Requirement[]) =>
  roles.map(({ role, count }) => (count === 1 ? role : `${count} × ${role}`)).join(', ')
