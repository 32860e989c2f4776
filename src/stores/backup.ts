import { storage } from '../browser/environment.ts'
import { storagePrefix } from '../browser/storage-prefix.ts'

/** Everything Golive holds, stored or in memory, as the text of a file: a backup, and the way out when storage fails. */
export function encodeBackup(savedAt: Date): string {
  const entries = Object.fromEntries(storage.keys().map((key) => [storagePrefix + key, storage.read(key)]))
  return `${JSON.stringify({ format: 1, kind: 'golive-storage', savedAt: savedAt.toISOString(), entries }, null, 2)}\n`
}
