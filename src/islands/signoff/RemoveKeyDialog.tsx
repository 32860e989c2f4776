import { removeKey } from '../../stores/signing-key.ts'
import { Dialog } from '../rollouts/Dialog.tsx'
import { tell } from './told.ts'

/** Asks before a key goes for good. */
export function RemoveKeyDialog({ onClose }: { onClose: () => void }) {
  const remove = async () => {
    await removeKey()
    tell('The key is removed. Ask the owner of the trust file to revoke it.')
  }
  return (
    <Dialog title="Remove the key of this browser?" onClose={onClose}>
      {(close) => (
        <>
          <p>
            Nobody can sign with it again, and it cannot be brought back. What it signed stays as it is. Its fingerprint
            stays listed here, so that it can be revoked.
          </p>
          <p class="actions">
            <button
              type="button"
              class="severe"
              onClick={() => {
                close()
                remove()
              }}
            >
              Remove
            </button>
            <button type="button" onClick={close}>
              Cancel
            </button>
          </p>
        </>
      )}
    </Dialog>
  )
}
