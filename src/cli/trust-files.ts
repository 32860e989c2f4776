import { parseTrust, type Trust } from '../core/signoff/index.ts'
import { orFileError, readBytes } from './files.ts'
import type { Io } from './io.ts'

/** @throws {FileError} With every fault of the trust file, each with its place and code. */
export async function readTrust(io: Io, path: string): Promise<Trust> {
  const bytes = await readBytes(io, path)
  return orFileError(`Cannot use the trust file "${path}"`, () => parseTrust(bytes))
}
