import type { FormerKey } from '../../browser/signing-keys.ts'
import { formatLocal } from '../rollouts/moments.ts'
import { Fingerprint } from './Fingerprint.tsx'

/** Keys that this browser had: their fingerprints are what the owner of a trust file needs to revoke them. */
export function FormerKeys({ former }: { former: readonly FormerKey[] }) {
  if (former.length === 0) return null
  return (
    <details class="signoff-more">
      <summary>Earlier keys of this browser</summary>
      <ul>
        {former.map(({ keyid, name, endedAt, end }) => (
          <li key={keyid}>
            <Fingerprint keyid={keyid} />{' '}
            <span>
              <bdi>{name}</bdi>, {end} <time dateTime={endedAt}>{formatLocal(new Date(endedAt))}</time>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
