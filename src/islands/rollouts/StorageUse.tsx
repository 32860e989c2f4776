import { useStore } from '@nanostores/preact'
import { useEffect, useState } from 'preact/hooks'
import { storage } from '../../browser/environment.ts'
import { storagePrefix } from '../../browser/storage-prefix.ts'
import { $rollouts } from '../../stores/rollouts.ts'

/** How much is stored: our own texts, and the whole site as the browser counts it. */
export function StorageUse() {
  // Measured anew whenever a rollout changes.
  useStore($rollouts)
  const [estimate, setEstimate] = useState<StorageEstimate>()
  useEffect(() => {
    // Absent where the page is not served safely; then nothing is said of it.
    navigator.storage?.estimate().then(setEstimate, () => {})
  }, [])
  const { entries, bytes } = measureOwn()
  const { usage, quota } = estimate ?? {}
  // Browsers do not count local storage here: before anything is kept for offline, there is nothing to say.
  const isCounted = usage !== undefined && usage > 0 && quota !== undefined
  return (
    <dl class="storage-use">
      <div>
        <dt>Your work</dt>
        <dd>
          {formatBytes(bytes)} in {entries} {entries === 1 ? 'entry' : 'entries'}; browsers give a site about 5 MB for
          these
        </dd>
      </div>
      {isCounted && (
        <div>
          <dt>Pages kept for offline, and the rest</dt>
          <dd>
            {formatBytes(usage)} of {formatBytes(quota)} that the browser allows
          </dd>
        </div>
      )}
    </dl>
  )
}

function measureOwn(): { entries: number; bytes: number } {
  const keys = storage.keys()
  const texts = keys.flatMap((key) => [storagePrefix, key, storage.read(key) ?? ''])
  return { entries: keys.length, bytes: new Blob(texts).size }
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `132 kB`; a kilobyte is 1,000 bytes. */
export function formatBytes(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const unit = units[step] ?? 'byte'
  const format = new Intl.NumberFormat('en', { style: 'unit', unit, maximumSignificantDigits: 3 })
  return format.format(bytes / 1_000 ** step)
}
