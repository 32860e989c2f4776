import { useState } from 'preact/hooks'
import type { FormerKey, SigningKey } from '../../browser/signing-keys.ts'
import { formatLocal } from '../rollouts/moments.ts'
import { Fingerprint } from './Fingerprint.tsx'
import { FormerKeys } from './FormerKeys.tsx'
import { KeyFiles } from './KeyFiles.tsx'
import { KeyForm } from './KeyForm.tsx'
import { KeyKeeping } from './KeyKeeping.tsx'
import { RemoveKeyDialog } from './RemoveKeyDialog.tsx'

interface Props {
  signingKey: SigningKey
  former: readonly FormerKey[]
}

const algorithmWords = { 'ecdsa-p256': 'ECDSA P-256', ed25519: 'Ed25519' } as const

/** The key of this browser: whose it is, its fingerprint, and what can be done with it. */
export function KeyCard({ signingKey, former }: Props) {
  const { name, role, keyid, algorithm, createdAt } = signingKey
  const [task, setTask] = useState<'replace' | 'remove'>()
  return (
    <div class="signoff-box">
      <dl class="signoff-facts">
        <div>
          <dt>Signs as</dt>
          <dd>
            <bdi>{name}</bdi>, <bdi>{role}</bdi>
          </dd>
        </div>
        <div>
          <dt>Key</dt>
          <dd>
            {algorithmWords[algorithm]}, made <time dateTime={createdAt}>{formatLocal(new Date(createdAt))}</time>, in
            this browser only
          </dd>
        </div>
        <div class="wide">
          <dt>Fingerprint</dt>
          <dd>
            <Fingerprint keyid={keyid} />
          </dd>
        </div>
      </dl>
      <KeyKeeping />
      <KeyFiles facts={signingKey} />
      {task === 'replace' ? (
        <>
          <p>
            The new key takes the place of this one, which can then never sign again. What it signed stays valid until
            the trust file says otherwise: ask its owner to revoke the old fingerprint, and send them the new entry.
          </p>
          <KeyForm
            name={name}
            role={role}
            submit="Make the new key"
            onMade={() => setTask(undefined)}
            onCancel={() => setTask(undefined)}
          />
        </>
      ) : (
        <p class="actions">
          <button type="button" onClick={() => setTask('replace')}>
            Replace the key
          </button>
          <button type="button" onClick={() => setTask('remove')}>
            Remove the key
          </button>
        </p>
      )}
      {task === 'remove' && <RemoveKeyDialog onClose={() => setTask(undefined)} />}
      <FormerKeys former={former} />
    </div>
  )
}
