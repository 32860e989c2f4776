import type { DraftKey, DraftSigner } from './draft.ts'
import { Faults } from './Faults.tsx'
import { KeyFields } from './KeyFields.tsx'
import type { Lint } from './lint.ts'
import { PlacedField, type PlacedFieldProps } from './PlacedField.tsx'
import { RoleBoxes } from './RoleBoxes.tsx'

interface Props {
  at: string
  signer: DraftSigner
  knownRoles: readonly string[]
  keys: Lint['keys']
  faults: PlacedFieldProps['faults']
  now: string
  onChange: (part: Partial<DraftSigner>) => void
  /** Takes one key away; these are left. */
  onRemoveKey: (keys: DraftKey[]) => void
  onRemove: () => void
}

/** One person: who, in which roles, with which keys. */
export function SignerCard({ at, signer, knownRoles, keys, faults, now, onChange, onRemoveKey, onRemove }: Props) {
  const { id, roles } = signer
  const changeKey = (index: number, part: Partial<DraftKey>) =>
    onChange({ keys: signer.keys.map((key, place) => (place === index ? { ...key, ...part } : key)) })
  return (
    <li class="signer-card">
      <div class="signer-head">
        <PlacedField
          at={`${at}.id`}
          label="Id, as reports show it"
          value={id}
          faults={faults}
          isCode
          onInput={(value) => onChange({ id: value })}
        />
        <button type="button" onClick={onRemove} aria-label={`Remove ${id || 'this person'}`}>
          Remove
        </button>
      </div>
      <RoleBoxes
        at={`${at}.roles`}
        person={id || 'this person'}
        roles={roles}
        known={knownRoles}
        faults={faults}
        onChange={(next) => onChange({ roles: next })}
      />
      {signer.keys.map((key, index) => (
        <KeyFields
          key={index}
          at={`${at}.keys[${index}]`}
          value={key}
          keys={keys}
          faults={faults}
          now={now}
          onChange={(part) => changeKey(index, part)}
          onRemove={() => onRemoveKey(signer.keys.filter((each) => each !== key))}
        />
      ))}
      <Faults at={at} faults={faults} />
    </li>
  )
}
