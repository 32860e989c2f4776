/** Files that a person chose to keep rollouts in (File System Access, Chromium): their handles, and reading and writing them. */
import { createStore, del, get, set } from 'idb-keyval'

/** Whether this browser can keep a file open at all. */
export const canKeepFiles = typeof window !== 'undefined' && 'showSaveFilePicker' in window

/** Handles are structured data, which local storage cannot hold. */
const handles = canKeepFiles ? createStore('golive-files', 'handles') : undefined

const types = [{ description: 'Golive rollout', accept: { 'application/json': ['.json' as const] } }]

/**
 * Asks the person for a file to keep a rollout in; undefined when they chose none.
 *
 * A new file and one that exists have different choosers, because the one for new files empties whatever is chosen.
 */
export async function chooseFile(rollout: string, isNew: boolean): Promise<FileSystemFileHandle | undefined> {
  try {
    const [handle] = isNew
      ? [await showSaveFilePicker({ id: 'golive', suggestedName: `${rollout}.golive.json`, types })]
      : await showOpenFilePicker({ id: 'golive', types })
    if (handle) await set(rollout, handle, handles)
    return handle
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

export function findFile(rollout: string): Promise<FileSystemFileHandle | undefined> {
  return get<FileSystemFileHandle>(rollout, handles)
}

/** Forgets a file; the file itself stays where and as it is. */
export function forgetFile(rollout: string): Promise<void> {
  return del(rollout, handles)
}

/**
 * Whether the file may be read and written.
 *
 * @param mayAsk Only inside of a click: the browser asks the person then.
 */
export async function isAllowed(handle: FileSystemFileHandle, mayAsk: boolean): Promise<boolean> {
  const mode = { mode: 'readwrite' } as const
  if ((await handle.queryPermission(mode)) === 'granted') return true
  return mayAsk && (await handle.requestPermission(mode)) === 'granted'
}

/**
 * Replaces the text of a file by what `merge` makes of it, and does nothing where that is the same.
 *
 * The browser writes beside the file and swaps it in at the end, so a crash leaves the old text. Somebody else may save
 * while we merge: then it is merged again.
 *
 * @param merge Throws to leave the file alone.
 */
export async function rewriteFile(
  handle: FileSystemFileHandle,
  merge: (text: string) => Promise<string>,
): Promise<void> {
  for (;;) {
    const file = await handle.getFile()
    const text = await file.text()
    const merged = await merge(text)
    if (merged === text) return
    const writable = await handle.createWritable()
    await writable.write(merged)
    if ((await handle.getFile()).lastModified === file.lastModified) return writable.close()
    await writable.abort()
  }
}
