import { removeKey } from '../../stores/signing-key.ts'
import { SevereDialog } from '../rollouts/SevereDialog.tsx'
import { tell } from './told.ts'

/** Asks before a key goes for good. */
export function RemoveKeyDialog({ onClose }: { onClose: () => void }) {
  const remove = async () => {
    await removeKey()
    tell('The key is removed. Ask the owner of the trust file to revoke it.')
  }
  return (
    <SevereDialog title="Remove the key of this browser?" deed="Remove" onDo={remove} onClose={onClose}>
      <p>
        Nobody can sign with it again, and it cannot be brought back. What it signed stays as it is. Its fingerprint
        stays listed here, so that it can be revoked.
      </p>
    </SevereDialog>
  )
}
