import { deletesAfterSevenDays } from '../../browser/keep-storage.ts'
import { saveBackup } from './deeds.ts'
import { Keeping } from './Keeping.tsx'
import { PersonForm } from './PersonForm.tsx'
import { StorageUse } from './StorageUse.tsx'

/** What concerns this browser and no rollout: who works here, how safe the storage is, and a copy of all of it. */
export function Device() {
  return (
    <section class="device" aria-labelledby="device">
      <h2 id="device">This device</h2>
      <PersonForm />
      <div>
        <h3>Storage</h3>
        <Keeping />
        {deletesAfterSevenDays(navigator.userAgent) && (
          <p class="warning">
            Safari deletes what a site stored after seven days of use without a visit to it. Save a backup before a
            pause. Added to the Home Screen or the Dock, Golive is kept; it has a storage of its own there, so import
            the backup into it.
          </p>
        )}
        <StorageUse />
      </div>
      <div>
        <h3>Backup</h3>
        <p>All rollouts, deleted ones too, in one file. “Import” reads it back, here or in another browser.</p>
        <button type="button" onClick={saveBackup}>
          Save everything to a file
        </button>
      </div>
    </section>
  )
}
