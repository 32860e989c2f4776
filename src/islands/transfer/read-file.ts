import type { Fault } from '../../core/json.ts'

/** What a chosen or dropped file is: a `File`, or anything that looks like one. */
export type ReadableFile = Pick<File, 'name' | 'size' | 'arrayBuffer'> & Partial<Pick<File, 'lastModified'>>

export type FileText = { kind: 'text'; text: string } | { kind: 'refused'; faults: Fault[] }

/** More than local storage holds; a larger file is some other file, and reading it would freeze the page. */
export const maxFileBytes = 16_000_000

/**
 * Text of a file, read strictly as UTF-8: a wrong byte would otherwise become a replacement character in somebody's
 * note, and nobody would see where it came from. A byte order mark is dropped.
 */
export async function readFileText(file: ReadableFile): Promise<FileText> {
  if (file.size > maxFileBytes) {
    const size = `${formatMegabytes(file.size)} MB, and at most ${formatMegabytes(maxFileBytes)} MB are read`
    return refuse(`has ${size}: this is no rollout and no backup`)
  }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return refuse('cannot be opened: it may be a folder, or have been moved, changed or locked since it was chosen')
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return refuse(
      isUtf16(bytes)
        ? 'is text in UTF-16: save it as UTF-8, the encoding of every file of Golive'
        : 'is not text in UTF-8: it is another kind of file, or was saved in another encoding',
    )
  }
}

/** Rounded up, so that a file that is too large never seems to have just the size that is allowed. */
export function formatMegabytes(sizeBytes: number): string {
  return (Math.ceil(sizeBytes / 100_000) / 10).toLocaleString('en')
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

const refuse = (message: string): FileText => ({ kind: 'refused', faults: [{ path: '', message }] })
