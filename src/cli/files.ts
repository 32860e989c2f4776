import { isObject } from '../core/index.ts'
import type { Fault } from '../core/json.ts'
import { FormatError } from '../core/signoff/index.ts'
import type { Io } from './io.ts'

/** A file that cannot be read, is refused, or cannot be written: which one, and every fault with its place. */
export class FileError extends Error {
  override name = 'FileError'
  readonly faults: readonly Fault[]

  /** @param faults Or the only one, which is about the file as a whole. */
  constructor(message: string, faults: readonly Fault[] | string, options?: ErrorOptions) {
    super(message, options)
    this.faults = typeof faults === 'string' ? [{ path: '', message: faults }] : faults
  }
}

/** Lines that tell a person what is wrong with a file, and where in it. */
export function describeFileError({ message, faults }: FileError): string[] {
  const [first] = faults
  if (first && faults.length === 1) return [`${message}: ${`${first.path} ${first.message}`.trim()}`]
  return [
    `${message}: ${faults.length} faults`,
    ...faults.map((fault) => `  ${`${fault.path} ${fault.message}`.trim()}`),
  ]
}

/** A file that was named and is not there, or cannot be read, or is empty: a mistake in the call, mostly. */
export class MissingFileError extends FileError {
  override name = 'MissingFileError'
}

/** @throws {MissingFileError} */
export async function readBytes(io: Io, path: string, refusal = `Cannot read "${path}"`): Promise<Uint8Array> {
  const bytes = await readAnyBytes(io, path, refusal)
  if (bytes.length === 0) throw new MissingFileError(refusal, 'is empty')
  return bytes
}

/** Like {@link readBytes}, of a file that may be empty. */
export async function readAnyBytes(io: Io, path: string, refusal = `Cannot read "${path}"`): Promise<Uint8Array> {
  try {
    return await io.readFile(path)
  } catch (error) {
    throw new MissingFileError(refusal, explain(error), { cause: error })
  }
}

/** Like `sha256:` with the digits of the file. @throws {MissingFileError} */
export async function digestFile(io: Io, path: string): Promise<string> {
  try {
    return `sha256:${await io.digestFile(path)}`
  } catch (error) {
    throw new MissingFileError(`Cannot read "${path}"`, explain(error), { cause: error })
  }
}

/** Runs what reads a file of the sign-off; what it refuses is told with its codes, on which programs rely. */
export async function orFileError<T>(refusal: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    const faults = error.reasons.map(({ code, message }) => ({ path: '', message: `${message} (${code})` }))
    throw new FileError(refusal, faults, { cause: error })
  }
}

/** @throws {FileError} When the bytes are not UTF-8: replacing some would change what people wrote. */
export function decodeText(bytes: Uint8Array, refusal: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new FileError(refusal, 'is no text in UTF-8', { cause: error })
  }
}

/** @throws {FileError} When the file cannot be written; it is then as it was. */
export async function writeFile(io: Io, path: string, content: string | Uint8Array): Promise<void> {
  try {
    await io.writeFile(path, content)
  } catch (error) {
    throw new FileError(`Cannot write "${path}"`, explain(error), { cause: error })
  }
}

/** @throws {FileError} */
export async function makeFolder(io: Io, path: string): Promise<void> {
  try {
    await io.makeFolder(path)
  } catch (error) {
    throw new FileError(`Cannot make the folder "${path}"`, explain(error), { cause: error })
  }
}

/** @throws {FileError} */
export async function listFolder(io: Io, path: string): Promise<string[]> {
  try {
    return await io.listFolder(path)
  } catch (error) {
    throw new FileError(`Cannot read the folder "${path}"`, explain(error), { cause: error })
  }
}

/** @throws {FileError} */
export async function removeFile(io: Io, path: string): Promise<void> {
  try {
    await io.removeFile(path)
  } catch (error) {
    throw new FileError(`Cannot remove "${path}"`, explain(error), { cause: error })
  }
}

const explanations: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder',
  ENOTDIR: 'lies in something that is no folder',
  ENOTFILE: 'is no file',
  EEXIST: 'is a file, and no folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'lies on a device that cannot be written',
  ENOSPC: 'the device is full',
}

function explain(error: unknown): string {
  const code = isObject(error) ? String(error['code']) : ''
  return explanations[code] ?? (error instanceof Error ? error.message : String(error))
}
