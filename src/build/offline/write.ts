import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { getManifest, injectManifest, type ManifestTransform } from 'workbox-build'
import { type FilePart, type SiteFile, storedFiles } from '../../offline/addresses.ts'
import { readHtmlFiles } from '../html-files.ts'
import { addressOf, digestFile, type KindSize, leftOut, sizeByKind } from './files.ts'
import { packFile, writePack } from './pack.ts'
import { nameVersion, removeVersion, writeVersion } from './page-version.ts'

export interface OfflineCopy {
  version: string
  files: number
  bytes: number
  kinds: KindSize[]
}

/**
 * Marks the pages of a finished site with their build and writes `sw.js` beside them.
 *
 * May run again on a folder that changed. The same files give the same bytes.
 *
 * @param folder Path of the site.
 */
export async function writeOfflineCopy(folder: string): Promise<OfflineCopy> {
  const pages = readHtmlFiles(folder).map((page) => ({ ...page, text: removeVersion(page.text) }))
  for (const { path, text } of pages) writeFileSync(join(folder, path), text)
  const parts = writePack(folder)
  const { manifestEntries, size, warnings } = await getManifest(listing(folder, parts))
  refuse(warnings)
  const version = nameVersion(manifestEntries.map(({ url, revision }) => `${url} ${revision}`))
  writeVersion(folder, pages, version, size)
  const worker = join(folder, 'sw.js')
  await bundleWorker(worker, version)
  const files: SiteFile[] = []
  const listed = await injectManifest({ ...listing(folder, parts, files), swSrc: worker, swDest: worker })
  refuse(listed.warnings)
  return { version, files: files.flatMap(storedFiles).length, bytes: listed.size, kinds: sizeByKind(files) }
}

/**
 * @param parts What the pack holds.
 * @param found Filled with every file that is listed.
 */
function listing(folder: string, parts: FilePart[] | undefined, found: SiteFile[] = []) {
  const describe: ManifestTransform = (entries) => {
    const manifest = entries
      .map(({ url, size }) => ({
        url: addressOf(url),
        revision: digestFile(folder, url),
        bytes: size,
        size,
        ...(url === packFile && parts && { parts }),
      }))
      .sort((a, b) => (a.url < b.url ? -1 : 1))
    found.push(...manifest)
    return { manifest }
  }
  return {
    globDirectory: folder,
    globPatterns: ['**/*'],
    globIgnores: [...leftOut],
    // A file that were left out for its size would be missed only offline.
    maximumFileSizeToCacheInBytes: Number.MAX_SAFE_INTEGER,
    manifestTransforms: [describe],
  }
}

function refuse(warnings: readonly string[]): void {
  if (warnings.length > 0) throw new Error(`Cannot list the files of the site: ${warnings.join('; ')}`)
}

/** Our own worker; Workbox puts the list of files into it. */
async function bundleWorker(file: string, version: string): Promise<void> {
  await build({
    entryPoints: ['src/offline/worker.ts'],
    bundle: true,
    minify: true,
    outfile: file,
    format: 'iife',
    target: 'es2022',
    define: { GOLIVE_SITE_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  })
}
