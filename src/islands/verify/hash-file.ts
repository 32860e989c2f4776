import { sha256Hex } from '../../core/index.ts'
import { formatMegabytes } from '../transfer/read-file.ts'

/** Browsers hash in one piece, from memory. */
const maxBytes = 512 * 1024 * 1024

/**
 * `sha256:HEX` of a file.
 *
 * @throws {Error} With a sentence for people.
 */
export async function hashFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<string> {
  if (file.size > maxBytes) {
    const size = `${formatMegabytes(file.size)} MB, and at most ${formatMegabytes(maxBytes)} MB are hashed here`
    throw new Error(`“${file.name}” has ${size}. Run sha256sum on it and paste what it says.`)
  }
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes) throw new Error(`“${file.name}” cannot be read: it may be a folder, or have been moved or locked.`)
  return `sha256:${await sha256Hex(new Uint8Array(bytes))}`
}
