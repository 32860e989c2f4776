import { Fingerprint } from '../signoff/Fingerprint.tsx'
import { completeMoment } from '../verify/moment-field.ts'
import type { DraftKey } from './draft.ts'
import { Faults } from './Faults.tsx'
import type { Lint } from './lint.ts'
import { PlacedField, type PlacedFieldProps } from './PlacedField.tsx'

interface Props {
  at: string
  value: DraftKey
  keys: Lint['keys']
  faults: PlacedFieldProps['faults']
  now: string
  onChange: (part: Partial<DraftKey>) => void
  onRemove: () => void
}

const algorithmWords = { 'ecdsa-p256': 'ECDSA P-256', ed25519: 'Ed25519' }

/** One key of a person: its fingerprint, when it counts, and that it was revoked. */
export function KeyFields({ at, value, keys, faults, now, onChange, onRemove }: Props) {
  const key = keys.get(value.publicKey)
  const hasFault = faults.has(`${at}.notBefore`) || faults.has(`${at}.notAfter`)
  const isRevoked = value.revokedAt !== '' || value.revocationReason !== ''
  const field = (name: 'notBefore' | 'notAfter' | 'revokedAt' | 'revocationReason', label: string, hint?: string) => (
    <PlacedField
      at={`${at}.${name}`}
      label={label}
      value={value[name]}
      faults={faults}
      onInput={(text) => onChange({ [name]: text })}
      {...(hint && { hint })}
      {...(name !== 'revocationReason' && {
        placeholder: '2027-01-01T00:00:00Z',
        isCode: true,
        complete: completeMoment,
      })}
    />
  )
  return (
    <fieldset class={isRevoked ? 'trust-key revoked' : 'trust-key'}>
      <legend>{key ? `Key, ${algorithmWords[key.algorithm]}` : 'Key that cannot be read'}</legend>
      {key && <Fingerprint keyid={key.keyid} />}
      <Faults at={at} faults={faults} />
      {/* Open where something is wrong in it; else whoever looks for it opens it. */}
      <details open={hasFault || undefined}>
        <summary>{describeTerm(value)}</summary>
        <div class="expect-fields">
          {field('notBefore', 'Counts from', 'In UTC; empty for always. A day alone is its first moment.')}
          {field('notAfter', 'Counts until', 'The first moment at which it no longer counts.')}
        </div>
      </details>
      {isRevoked && (
        <div class="expect-fields">
          {field('revokedAt', 'Revoked at')}
          {field('revocationReason', 'Why, for people')}
        </div>
      )}
      <p class="actions">
        {isRevoked ? (
          <button type="button" onClick={() => onChange({ revokedAt: '', revocationReason: '' })}>
            Take the revocation back
          </button>
        ) : (
          <button type="button" onClick={() => onChange({ revokedAt: now })}>
            Revoke
          </button>
        )}
        <button type="button" onClick={onRemove}>
          Remove the key
        </button>
      </p>
    </fieldset>
  )
}

function describeTerm({ notBefore, notAfter }: DraftKey): string {
  if (notBefore === '' && notAfter === '') return 'Counts always'
  return ['Counts', notBefore && `from ${notBefore}`, notAfter && `until ${notAfter}`].filter(Boolean).join(' ')
}
