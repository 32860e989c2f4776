import type { Core } from './core.ts'
import { ReasonList } from './ReasonList.tsx'
import type { TrustSource } from './trust-source.ts'

interface Props {
  base: string
  trust: TrustSource | undefined
  words: Core['reasonWords']
  /** The site was built with a trust file of its own. */
  hasSiteTrust: boolean
  /** Why the site's file could not be had. */
  problem: string | undefined
  onTakeSite: () => void
  onRemove: () => void
}

/** Who counts: the one file from which identities and roles come. */
export function TrustPart({ trust, ...props }: Props) {
  return (
    <section aria-labelledby="trust">
      <h2 id="trust">Trust file</h2>
      {trust ? <Given {...props} trust={trust} /> : <Missing {...props} />}
    </section>
  )
}

function Missing({ base, hasSiteTrust, problem, onTakeSite }: Omit<Props, 'trust'>) {
  return (
    <>
      <p>
        None is given yet. The trust file says whose keys count and who has to sign; without it nobody is identified and
        nothing is accepted. Take <code>golive-trust.json</code> from where it is protected, never from whoever sent the
        report, and choose or drop it with the files above. <a href={`${base}trust/`}>Make or check a trust file</a>
      </p>
      {hasSiteTrust && (
        <p class="site-trust">
          <button type="button" onClick={onTakeSite}>
            Use the trust file of this site
          </button>{' '}
          <span class="hint">It comes from this site, not from you: whoever runs the site decides who counts.</span>
        </p>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function Given({ trust: source, words, onRemove }: Omit<Props, 'trust'> & { trust: TrustSource }) {
  const { origin, name, sha256, trust, reasons, notices } = source
  return (
    <div class={trust ? 'given-file' : 'given-file refused'}>
      <p class="given-name">
        <bdi>{name}</bdi>{' '}
        <span class={origin === 'site' ? 'kind from-site' : 'kind'}>
          {origin === 'site' ? 'From this site, not from you' : 'From you'}
        </span>
        <button type="button" onClick={onRemove} aria-label={`Remove ${name}`}>
          Remove
        </button>
      </p>
      {trust && <p>{describeTrust(trust)}</p>}
      <p class="hint">
        <code>sha256:{sha256}</code>
      </p>
      {!trust && (
        <div role="alert">
          <p class="problem">This trust file is refused whole; nothing can be judged with it.</p>
          <ReasonList reasons={reasons} words={words} />
        </div>
      )}
      {notices.length > 0 && (
        <details>
          <summary>
            {notices.length === 1 ? '1 thing in it does' : `${notices.length} things in it do`} not count today
          </summary>
          <ReasonList reasons={notices} words={words} />
        </details>
      )}
    </div>
  )
}

function describeTrust({ signers, policy }: NonNullable<TrustSource['trust']>): string {
  const required = policy.require.map(({ role, count }) => `${count} × ${role}`).join(', ')
  const keys = signers.flatMap((signer) => signer.keys).length
  const people = signers.length === 1 ? '1 person' : `${signers.length} people`
  return `${people} with ${keys === 1 ? '1 key' : `${keys} keys`}. Required for every environment: ${required}.`
}
