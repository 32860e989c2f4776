/** Keeps rollouts in files that people chose: every change goes into the file, and what others wrote there comes in. */
import { atom } from 'nanostores'
import { now, storage } from '../browser/environment.ts'
import { chooseFile, findFile, forgetFile, isAllowed, rewriteFile } from '../browser/kept-files.ts'
import { keptKey } from '../browser/record-reader.ts'
import type { ParsedFile } from '../core/rollout-file.ts'
import { mergeContents, readContents } from './contents.ts'

/** How a rollout stands with its file. */
export type KeptFile =
  | { kind: 'none' }
  | { kind: 'saving'; name: string }
  | { kind: 'saved'; name: string; at: Date }
  /** The browser wants a click before it opens the file again. */
  | { kind: 'asking'; name: string }
  /** The file is left as it is, and why. */
  | { kind: 'failed'; name: string; reason: string }

export const $keptFiles = atom<Readonly<Record<string, KeptFile>>>({})

export function keptFileOf(rollout: string): KeptFile {
  const name = storage.read(keptKey(rollout))
  return $keptFiles.get()[rollout] ?? (name ? { kind: 'saving', name } : { kind: 'none' })
}

/** Lets the person choose a file for a rollout, and begins to keep it there. */
export async function keepInFile(rollout: string, isNew: boolean): Promise<void> {
  const handle = await chooseFile(rollout, isNew)
  if (!handle) return
  storage.write(keptKey(rollout), handle.name)
  await syncKeptFile(rollout, true)
}

/** Stops keeping a rollout in its file; the file stays as it is. */
export async function stopKeeping(rollout: string): Promise<void> {
  storage.remove(keptKey(rollout))
  await forgetFile(rollout)
  show(rollout, { kind: 'none' })
}

/**
 * Merges a rollout and its file, in both directions.
 *
 * @param mayAsk Inside of a click, where the browser may ask for permission.
 */
export async function syncKeptFile(rollout: string, mayAsk = false): Promise<void> {
  const name = storage.read(keptKey(rollout))
  if (name === undefined) return show(rollout, { kind: 'none' })
  try {
    const handle = await findFile(rollout)
    if (!handle) throw new Error('This browser no longer knows the file. Choose it again.')
    if (!(await isAllowed(handle, mayAsk))) return showKept(rollout, { kind: 'asking', name })
    showKept(rollout, { kind: 'saving', name })
    // Reading files brings libraries that a screen which only names the file does not need.
    const files = await import('../core/rollout-file.ts')
    // Two tabs of one rollout write one after the other.
    await navigator.locks.request(`golive:kept:${rollout}`, () =>
      rewriteFile(handle, async (text) => {
        takeIn(rollout, text, files.parseGoliveFile)
        return files.encodeRolloutFile(readContents(rollout))
      }),
    )
    showKept(rollout, { kind: 'saved', name, at: now() })
  } catch (error) {
    showKept(rollout, { kind: 'failed', name, reason: explain(error) })
  }
}

/** Merges what stands in the file; a new file is empty. */
function takeIn(rollout: string, text: string, parse: (text: string) => ParsedFile): void {
  if (text.trim() === '') return
  const parsed = parse(text)
  if (parsed.kind === 'refused') {
    const [fault] = parsed.faults
    throw new Error(
      `It cannot be read, and is left as it is: ${[fault?.path, fault?.message].filter(Boolean).join(' ')}.`,
    )
  }
  const [contents] = parsed.rollouts
  if (parsed.rollouts.length !== 1 || contents?.id !== rollout) {
    throw new Error(`It holds another rollout${contents ? ` (${contents.id})` : ''}, and is left as it is.`)
  }
  mergeContents(contents)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'It could not be written.'
  if (error.name === 'NotFoundError') return 'It is no longer where it was. Choose it again.'
  if (error.name === 'NotAllowedError' || error.name === 'NoModificationAllowedError') return 'It may not be written.'
  return error.message
}

/** What is still under way when somebody stops keeping the file has nothing to say any more. */
function showKept(rollout: string, file: KeptFile): void {
  if (storage.read(keptKey(rollout)) !== undefined) show(rollout, file)
}

function show(rollout: string, file: KeptFile): void {
  $keptFiles.set({ ...$keptFiles.get(), [rollout]: file })
}
