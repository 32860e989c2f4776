import type { Verification } from '../../core/signoff/index.ts'
import { Fingerprint } from '../signoff/Fingerprint.tsx'

/** Who signed and who is missing. Names and roles are those of the trust file; the report has no say in them. */
export function PeopleList({ outcome }: { outcome: Verification }) {
  const { signers, missing, required } = outcome
  return (
    <>
      <h3>Who signed</h3>
      {signers.length === 0 ? (
        <p>Nobody of the trust file, with a key that is valid now.</p>
      ) : (
        <ul class="people">
          {signers.map(({ id, fills, roles }) => (
            <li key={id}>
              <p class="person">
                <bdi>{id}</bdi>
              </p>
              <p>
                {fills === undefined ? 'Not needed for any place' : `Signs here as ${fills}`}
                {roles.length > 1 && `; may sign as ${roles.join(', ')}`}
              </p>
              <Fingerprint keyid={keyOf(outcome, id)} />
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p class="missing-people">
          Missing: {missing.map(({ role, count }) => `${count} more as “${role}”`).join(', ')}.
        </p>
      )}
      {required.length > 0 && (
        <p class="hint">
          Required: {required.map(({ role, count }) => `${count} × ${role}`).join(', ')}. Each person fills one place.
        </p>
      )}
    </>
  )
}

function keyOf({ signatures }: Verification, person: string): string {
  return signatures.find((finding) => finding.person === person && !finding.ignored)?.keyid ?? ''
}
