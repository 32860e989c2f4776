import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { writeOfflineCopy } from './offline/write.ts'

/**
 * Writes the service worker, with a list of all files of the site.
 *
 * Runs last: a file that changes after it is refused by every browser, because its digest is in the list.
 */
export function offline(): AstroIntegration {
  return {
    name: 'golive:offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { files, bytes, kinds } = await writeOfflineCopy(fileURLToPath(dir))
        const parts = kinds.map((kind) => `${kind.name} ${format(kind.bytes)}`)
        logger.info(`${files} files are kept for use offline, ${format(bytes)}: ${parts.join(', ')}`)
      },
    },
  }
}

function format(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`
}
