import { isObject } from '../core/index.ts'
import type { Fault } from '../core/json.ts'
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

/** @throws {FileError} */
export async function readBytes(io: Io, path: string, refusal: string): Promise<Uint8Array> {
  try {
    return await io.readFile(path)
  } catch (error) {
    throw new FileError(refusal, explain(error), { cause: error })
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
export async function writeText(io: Io, path: string, text: string): Promise<void> {
  try {
    await io.writeFile(path, text)
  } catch (error) {
    throw new FileError(`Cannot write "${path}"`, explain(error), { cause: error })
  }
}

const explanations: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder',
  ENOTDIR: 'lies in something that is no folder',
  ENOTFILE: 'is no file',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'lies on a device that cannot be written',
  ENOSPC: 'the device is full',
}

function explain(error: unknown): string {
  const code = isObject(error) ? String(error['code']) : ''
  return explanations[code] ?? (error instanceof Error ? error.message : String(error))
}
