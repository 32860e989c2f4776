// Arrows between folders go one way: pages, components -> islands -> stores -> browser -> core <- guides, build, cli.
// The domain imports zod and its own files, so that it runs in pages, in workers and on the command line.
import { readdirSync, readFileSync } from 'node:fs'

/** What a folder of `src` may import: folders of `src`, or packages. Folders that are not listed may import anything. */
const allowed: Record<string, string[]> = {
  core: ['core', 'zod', 'ipaddr.js'],
  browser: ['browser', 'core', 'idb-keyval'],
  stores: ['stores', 'browser', 'core', 'nanostores'],
  secrets: ['secrets', 'core', '@secretlint/core', '@secretlint/secretlint-rule-preset-recommend'],
  exports: [
    'exports',
    'core',
    'mdast',
    'mdast-util-gfm',
    'mdast-util-to-markdown',
    'fast-xml-builder',
    'papaparse',
    'preact',
    'preact-render-to-string',
  ],
  islands: [
    'islands',
    'styles',
    'exports',
    'secrets',
    'offline',
    'stores',
    'browser',
    'core',
    'nanostores',
    '@nanostores/preact',
    'preact',
    'preact/hooks',
    'diff',
  ],
  offline: ['offline'],
  cli: ['cli', 'exports', 'core', 'node'],
  guides: ['guides', 'core', 'node', 'yaml', 'zod', 'unified', 'remark-mdx', 'remark-parse', 'unist-util-visit'],
  build: [
    'build',
    'guides',
    'offline',
    'core',
    'node',
    'astro',
    'esbuild',
    'pagefind',
    'parse5',
    'satteri',
    'workbox-build',
  ],
}
/** Files that bring zod stay out of everything a page loads, but for their types. */
const schemaFile = /core\/(.*-schema|schema)\.ts$/

const faults: string[] = []
for (const folder of readdirSync('src')) {
  const targets = allowed[folder]
  if (!targets) continue
  for (const name of readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name)) continue
    const file = `src/${folder}/${name}`
    for (const { target, isType } of listImports(readFileSync(file, 'utf8'))) {
      const found = folderOf(target, file)
      if (!targets.includes(found))
        faults.push(`${file}: imports "${target}", but ${folder} may import only ${targets.join(', ')}`)
      if (['browser', 'stores', 'islands', 'exports'].includes(folder) && schemaFile.test(target) && !isType) {
        faults.push(`${file}: imports "${target}", which brings zod into pages: import its types only`)
      }
    }
  }
}
if (faults.length > 0) {
  console.error(faults.join('\n'))
  process.exitCode = 1
}

function listImports(text: string): { target: string; isType: boolean }[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm)
  return [...statements].map(([, type, from, bare]) => ({ target: from ?? bare ?? '', isType: type !== undefined }))
}

function folderOf(target: string, file: string): string {
  if (target.startsWith('node:')) return 'node'
  if (!target.startsWith('.')) return target
  return new URL(target, `file:///${file}`).pathname.split('/')[2] ?? ''
}
