import type { SiteFile } from './addresses.ts'

/** What filling a copy needs from outside. */
export interface Filling {
  files: readonly SiteFile[]
  /** Whether a file is there already: from the version before, or from a try that broke off. */
  isStored: (file: SiteFile) => boolean
  load: (file: SiteFile, isAgain: boolean) => Promise<void>
  tell: (doneBytes: number) => void
}

/**
 * As many as a browser loads from one host over HTTP/1.1: more would stand in the way of what a page asks for.
 * One after the other, as Workbox does it, takes a round trip for each of some hundred files.
 */
const lanes = 6

/**
 * Loads the files that are missing, several at a time.
 *
 * @throws What the first file failed with that did not come in two tries; no further file is begun then.
 */
export async function fillCopy({ files, isStored, load, tell }: Filling): Promise<void> {
  const missing = files.filter((file) => !isStored(file))
  let doneBytes = sumBytes(files) - sumBytes(missing)
  let fault: { error: unknown } | undefined
  const waiting = missing.values()
  const work = async () => {
    for (const file of waiting) {
      if (fault) return
      try {
        await loadTwice(file, load)
      } catch (error) {
        fault ??= { error }
        return
      }
      doneBytes += file.bytes
      tell(doneBytes)
    }
  }
  tell(doneBytes)
  await Promise.all(Array.from({ length: lanes }, work))
  if (fault) throw fault.error
}

export function sumBytes(files: readonly SiteFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** One lost answer among hundreds is no reason to give up. */
async function loadTwice(file: SiteFile, load: Filling['load']): Promise<void> {
  try {
    await load(file, false)
  } catch (error) {
    if (isNoRoom(error)) throw error
    await load(file, true)
  }
}

export function isNoRoom(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
