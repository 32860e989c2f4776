import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build, type Metafile } from 'esbuild'

/** Writes the command line tool into the site: one file that needs nothing but Node. */
export function commandLine(): AstroIntegration {
  return {
    name: 'golive:command-line',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const sizeBytes = await bundleCommandLine(join(fileURLToPath(dir), 'golive.mjs'))
        logger.info(`golive.mjs has ${Math.ceil(sizeBytes / 1000)} KB`)
      },
    },
  }
}

/**
 * Bundles the tool; the same sources give the same bytes, so that people can pin its digest.
 *
 * @returns Its size in bytes.
 */
export async function bundleCommandLine(file: string): Promise<number> {
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
    // For Node, esbuild would prefer the main file of jsonc-parser, which asks for files that are not in the bundle.
    mainFields: ['module', 'main'],
    define: { GOLIVE_VERSION: JSON.stringify(version) },
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  })
  const text = [outputFiles[0]?.text ?? '', ...listPackages(metafile).map(quoteLicense)].join('')
  writeFileSync(file, text)
  chmodSync(file, 0o755)
  return Buffer.byteLength(text)
}

/** Folders of the packages that are in the bundle, sorted. */
function listPackages({ inputs }: Metafile): string[] {
  const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

/** Licenses ask that their text goes wherever the code goes, and this file is made to be copied. */
function quoteLicense(folder: string): string {
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((name) => join(folder, name)).find(existsSync)
  if (!file) throw new Error(`Cannot bundle ${folder}: it brings no license`)
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  return `\n${[`${name} ${version}`, ...lines].map((line) => `// ${line}`.trimEnd()).join('\n')}\n`
}
