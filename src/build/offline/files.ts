import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packFolder } from './pack.ts'

/**
 * What the site does not need when it is read: the worker itself, lists for search engines, and Pagefind's own
 * dialogs and its script for pages, of which ours uses none.
 */
export const leftOut = [
  'sw.js',
  'sitemap*.xml',
  'pagefind/pagefind{,-component-ui,-modular-ui,-ui,-highlight}.{css,js}',
  `${packFolder}*`,
] as const

const kinds: readonly [name: string, pattern: RegExp][] = [
  ['pages', /(^|\/)$|\.html$/],
  ['search', /^pagefind\//],
  ['scripts', /\.js$/],
  ['styles', /\.css$/],
  ['command line', /\.mjs$/],
  ['published data', /\.json$/],
]

export interface KindSize {
  name: string
  bytes: number
}

/** Bytes by kind of file, largest first. */
export function sizeByKind(files: readonly { url: string; bytes: number }[]): KindSize[] {
  const sizes = new Map<string, number>()
  for (const { url, bytes } of files) {
    const [name] = kinds.find(([, pattern]) => pattern.test(url)) ?? ['pictures and the rest']
    sizes.set(name, (sizes.get(name) ?? 0) + bytes)
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes })).sort((a, b) => b.bytes - a.bytes)
}

/**
 * Address that a file is asked for: that of a page ends like its folder. Some hosts answer `index.html` by a redirect,
 * and people never see that name.
 */
export function addressOf(path: string): string {
  return path === 'index.html' ? './' : path.replace(/\/index\.html$/, '/')
}

export function digestFile(folder: string, path: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('base64')
}
