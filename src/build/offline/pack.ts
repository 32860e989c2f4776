import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FilePart } from '../../offline/addresses.ts'

/** What Pagefind shows of each result: a thousand files of half a kilobyte. */
export const packFolder = 'pagefind/fragment/'

/** Those files as one, for the copy: a round trip for each would take several times as long as all their bytes. */
export const packFile = 'pagefind/fragments.pack'

/** Long enough to tell the versions of one address apart. */
const revisionLength = 12

/**
 * Writes the files of the folder one after the other into one.
 *
 * @returns What it holds, in its order; undefined, and no file, where there is nothing to hold.
 */
export function writePack(folder: string): FilePart[] | undefined {
  rmSync(join(folder, packFile), { force: true })
  if (!existsSync(join(folder, packFolder))) return undefined
  const names = readdirSync(join(folder, packFolder)).sort()
  const contents = names.map((name) => readFileSync(join(folder, packFolder, name)))
  writeFileSync(join(folder, packFile), Buffer.concat(contents))
  return names.map((name, index) => describePart(name, contents[index] ?? Buffer.of()))
}

function describePart(name: string, content: Buffer): FilePart {
  const revision = createHash('sha256').update(content).digest('base64').slice(0, revisionLength)
  return { url: `${packFolder}${name}`, revision, bytes: content.length }
}
