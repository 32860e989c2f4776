import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export { type ExitCode, exitCodes } from './exit-codes.ts'

/** What commands need from the machine they run on: filled in once here, and by tests. */
export interface Io {
  stdout: (text: string) => void
  stderr: (text: string) => void
  /** At most as much as {@link maxReadBytes}, and a byte more of what is longer. */
  readFile: (path: string) => Promise<Uint8Array>
  /** Lower-case hexadecimal SHA-256 of a file of any size. */
  digestFile: (path: string) => Promise<string>
  /** Replaces a file whole or not at all. */
  writeFile: (path: string, content: string | Uint8Array) => Promise<void>
  /** Makes a folder where there is none. */
  makeFolder: (path: string) => Promise<void>
  /** Names of what lies in a folder, in no order. */
  listFolder: (path: string) => Promise<string[]>
  removeFile: (path: string) => Promise<void>
  now: () => Date
  /** Folder that the tool lies in, with the published checklists beside it. */
  toolFolder: string
}

/** More than any reader of ours takes, each of which refuses what is too long for it; and no device can fill the memory. */
const maxReadBytes = 64 * 1024 * 1024

export const nodeIo: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: readBounded,
  digestFile,
  writeFile: replaceFile,
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  listFolder: (path) => readdir(path),
  removeFile: (path) => rm(path),
  now: () => new Date(),
  toolFolder: dirname(fileURLToPath(import.meta.url)),
}

async function readBounded(path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of createReadStream(path, { end: maxReadBytes })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** Writes beside the file and renames, so that after a crash it is the old one or the new one. */
async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  // A link stays a link: what it leads to is replaced.
  const target = await realpath(path).catch(() => path)
  const existing = await stat(target).catch(() => undefined)
  // Renaming onto a pipe or a device would put a file in its place.
  if (existing && !existing.isFile()) throw Object.assign(new Error('It is no file'), { code: 'ENOTFILE' })
  const temporary = `${target}.${randomUUID()}.tmp`
  const file = await open(temporary, 'wx', existing?.mode)
  try {
    await fill(file, content, existing?.mode)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function fill(file: FileHandle, content: string | Uint8Array, mode: number | undefined): Promise<void> {
  try {
    // The mask of the process may have taken away what the old file allowed.
    if (mode !== undefined) await file.chmod(mode)
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
