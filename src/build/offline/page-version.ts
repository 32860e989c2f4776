import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HtmlFile } from '../html-files.ts'

/** Where `Offline.astro` leaves room for the build a page is of. */
const markPattern = /(<div class="offline-sign"[^>]* data-build=")[^"]*"/

/** A page as it is before it is marked with its build. */
export function removeVersion(html: string): string {
  return html.replace(markPattern, '$1"')
}

/**
 * Writes into every page which build it is of and how many bytes its site has: a page can come from the network while
 * the worker is of another build, and says so.
 *
 * @param bytes Bytes of the site without these marks.
 */
export function writeVersion(folder: string, pages: readonly HtmlFile[], version: string, bytes: number): void {
  const markBytes = `${version} ${bytes}`.length * pages.length
  const mark = `${version} ${bytes + markBytes}`
  for (const { path, text } of pages) {
    if (!markPattern.test(text)) throw new Error(`Cannot mark "${path}" with its build: it has no offline sign`)
    writeFileSync(join(folder, path), text.replace(markPattern, `$1${mark}"`))
  }
}

/** Digest of the digests of all files: the same content is the same build, wherever and whenever it was made. */
export function nameVersion(digests: readonly string[]): string {
  return createHash('sha256').update(digests.join('\n')).digest('hex').slice(0, 16)
}
