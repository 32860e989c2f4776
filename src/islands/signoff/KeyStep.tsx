import type { KeyFacts } from '../../browser/signing-keys.ts'
import { type KeyState, removeKey } from '../../stores/signing-key.ts'
import { formatLocal } from '../rollouts/moments.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { FormerKeys } from './FormerKeys.tsx'
import { KeyCard } from './KeyCard.tsx'
import { KeyForm } from './KeyForm.tsx'
import { tell } from './told.ts'
import { WhatItProves } from './WhatItProves.tsx'

interface Props {
  state: KeyState
  /** Role that the report asks for first. */
  role: string
  onMade: () => void
}

/** The key of this browser, or how it comes about. */
export function KeyStep({ state, role, onMade }: Props) {
  switch (state.kind) {
    case 'loading':
      return <p role="status">Looking for the key of this browser…</p>
    case 'blocked':
      return (
        <p class="signoff-box" role="alert">
          This browser does not let the page keep a key: its storage (IndexedDB) is blocked or full. A private window
          often does that. Use another browser, or sign outside of the browser, see “Sign outside of the browser”.
          Nothing else is affected.
        </p>
      )
    case 'ready':
      return (
        <>
          <KeyCard signingKey={state.key} former={state.former} />
          <details class="signoff-more">
            <summary>What a signature of this key proves, and what it does not</summary>
            <WhatItProves />
          </details>
        </>
      )
    case 'lost':
      return (
        <>
          <LostKey lost={state.lost} />
          <WhatItProves />
          <KeyForm name={state.lost.name} role={state.lost.role} submit="Make a new key" onMade={onMade} />
          <FormerKeys former={state.former} />
        </>
      )
    case 'none':
      return (
        <>
          <p>To sign here, this browser needs a key of yours. Read this once, before the first signature:</p>
          <WhatItProves />
          <KeyForm role={role} submit="Make my key" onMade={onMade} />
          <FormerKeys former={state.former} />
        </>
      )
  }
}

/** A key that is gone is said before anybody signs: the trust file still lists it. */
function LostKey({ lost }: { lost: KeyFacts }) {
  const forget = async () => {
    await removeKey()
    tell('The lost key stands among the earlier keys now.')
  }
  return (
    <div class="signoff-box refused" role="alert">
      <p>
        <b>The key of this browser is gone.</b> There was one of <bdi>{lost.name}</bdi>, made{' '}
        <time dateTime={lost.createdAt}>{formatLocal(new Date(lost.createdAt))}</time>. The browser cleared it; it
        cannot be brought back.
      </p>
      <p>
        <Fingerprint keyid={lost.keyid} />
      </p>
      <p>
        Make a new one, and send its entry to the owner of the trust file; ask them to revoke this fingerprint. What it
        signed stays valid until they do.
      </p>
      <p class="actions">
        <button type="button" onClick={forget}>
          I know; do not tell me again
        </button>
      </p>
    </div>
  )
}
