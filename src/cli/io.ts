import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What commands need from the machine they run on: filled in once here, and by tests. */
export interface Io {
  stdout: (text: string) => void
  stderr: (text: string) => void
  readFile: (path: string) => Promise<Uint8Array>
  /** Replaces a file whole or not at all. */
  writeFile: (path: string, text: string) => Promise<void>
  now: () => Date
  /** Folder that the tool lies in, with the published checklists beside it. */
  toolFolder: string
}

/** What a command's exit code says; anything that keeps it from judging is trouble, never a "no". */
export const exitCodes = { yes: 0, no: 1, trouble: 2 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const nodeIo: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: (path) => readFile(path),
  writeFile: replaceFile,
  now: () => new Date(),
  toolFolder: dirname(fileURLToPath(import.meta.url)),
}

/** Writes beside the file and renames, so that after a crash it is the old one or the new one. */
async function replaceFile(path: string, text: string): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(path).catch(() => path)
  const existing = await stat(target).catch(() => undefined)
  // Renaming onto a pipe or a device would put a file in its place.
  if (existing && !existing.isFile()) throw Object.assign(new Error('It is no file'), { code: 'ENOTFILE' })
  const temporary = `${target}.${randomUUID()}.tmp`
  const file = await open(temporary, 'wx', existing?.mode)
  try {
    await fill(file, text, existing?.mode)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function fill(file: FileHandle, text: string, mode: number | undefined): Promise<void> {
  try {
    // The mask of the process may have taken away what the old file allowed.
    if (mode !== undefined) await file.chmod(mode)
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
