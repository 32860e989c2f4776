import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/** Licenses ask that their text goes wherever the code goes; here as comments, to be put behind a bundle. */
export function quoteLicenses(metafile: Metafile): string {
  return listPackages(metafile).map(quoteLicense).join('')
}

/** Folders of the packages that are in the bundle, sorted. */
function listPackages({ inputs }: Metafile): string[] {
  const folders = Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

function quoteLicense(folder: string): string {
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((name) => join(folder, name)).find(existsSync)
  if (!file) throw new Error(`Cannot bundle ${folder}: it brings no license`)
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  return `\n${[`${name} ${version}`, ...lines].map((line) => `// ${line}`.trimEnd()).join('\n')}\n`
}
