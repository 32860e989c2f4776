import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'esbuild'
import { quoteLicenses } from './licenses.ts'

/** Writes the command line tool into the site: one file that needs nothing but Node. */
export function commandLine(): AstroIntegration {
  let site: string | undefined
  return {
    name: 'golive:command-line',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site && new URL(config.base.replace(/\/?$/, '/'), config.site).href
      },
      'astro:build:done': async ({ dir, logger }) => {
        const sizeBytes = await bundleCommandLine(join(fileURLToPath(dir), 'golive.mjs'), site)
        logger.info(`golive.mjs has ${Math.ceil(sizeBytes / 1000)} KB`)
      },
    },
  }
}

/**
 * Bundles the tool; the same sources give the same bytes, so that people can pin its digest.
 *
 * @param site Address of the site, which statements name as their producer; with a slash at its end.
 * @returns Its size in bytes.
 */
export async function bundleCommandLine(file: string, site = 'https://golive.example/'): Promise<number> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/cli/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    // People who vendor it can read what they run.
    minify: false,
    treeShaking: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    define: { GOLIVE_VERSION: JSON.stringify(version), GOLIVE_SITE: JSON.stringify(site) },
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  })
  // This file is made to be copied.
  const text = `${outputFiles[0]?.text ?? ''}${quoteLicenses(metafile)}`
  writeFileSync(file, text)
  chmodSync(file, 0o755)
  return Buffer.byteLength(text)
}
