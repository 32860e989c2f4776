/** A file that was dropped or chosen: a trust file to go on from, or what one person sent. */
import { formatMegabytes, type ReadableFile } from '../transfer/read-file.ts'
import type { Core } from '../verify/core.ts'
import { recogniseText } from '../verify/recognise.ts'
import type { DraftSigner, TrustDraft } from './draft.ts'
import { readEntry } from './entries.ts'
import { openTrustFile } from './open-file.ts'

export type Given =
  | { kind: 'opened'; draft: TrustDraft; text: string }
  | { kind: 'entry'; signer: DraftSigner }
  | { kind: 'refused'; message: string }

/** Larger than any trust file that is read. */
const maxBytes = 1024 * 1024

/** Reads a file, told apart by what it holds. Never a rejection: what is wrong with it is the answer. */
export async function readGiven(core: Core, file: ReadableFile): Promise<Given> {
  const refuse = (message: string): Given => ({ kind: 'refused', message: `${file.name} ${message}` })
  if (file.size > maxBytes) return refuse(`has ${formatMegabytes(file.size)} MB: this is no trust file and no key.`)
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) return refuse('cannot be read: it may be a folder, or have been moved or locked.')
  const text = new TextDecoder().decode(bytes)
  if (recogniseText(text) === 'trust') {
    const result = await openTrustFile(core, new Uint8Array(bytes))
    return result.kind === 'opened' ? { ...result, text } : refuse(`was not opened. ${result.messages.join(' ')}`)
  }
  const entry = await readEntry(core, text, '')
  return entry.kind === 'entry' ? entry : refuse(`was not added. ${formatRefusal(entry)}`)
}

/** Why something was not taken, with its stable code where it has one. */
export const formatRefusal = ({ message, code }: { message: string; code?: string }): string =>
  code === undefined ? message : `${message} (${code})`
