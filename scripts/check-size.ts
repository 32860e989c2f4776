// A checklist page stays light: what a browser fetches for it before search is opened, brotli, cold.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { attributeOf, listElements } from '../src/build/html-files.ts'

/** KB are 1,000 bytes; the total is for a page of 60 items and grows with more of them. */
const limits = { script: 10_000, total: 45_000 }
const itemsOfLimit = 60

/** Sizes by kind of everything that a page loads by itself. */
function measurePage(path: string): Record<'html' | 'style' | 'script' | 'image' | 'total', number> {
  const html = readFileSync(`dist${path}index.html`)
  const sizes = { html: compress(html), style: 0, script: 0, image: 0, total: 0 }
  const scripts = new Set<string>()
  for (const element of listElements(html.toString())) {
    const href = attributeOf(element, 'href') ?? ''
    const rel = attributeOf(element, 'rel') ?? ''
    if (element.tagName === 'link' && rel === 'stylesheet' && attributeOf(element, 'media') !== 'print')
      sizes.style += compressFile(href)
    if (element.tagName === 'link' && rel.includes('icon')) sizes.image += compressFile(href)
    if (element.tagName === 'script') addScripts(attributeOf(element, 'src'), scripts)
  }
  for (const script of scripts) sizes.script += compressFile(script)
  sizes.total = sizes.html + sizes.style + sizes.script + sizes.image
  return sizes
}

/** A script and all it imports at once; what it imports later, by `import()`, is not loaded with the page. */
function addScripts(source: string | undefined, scripts: Set<string>): void {
  if (!source || scripts.has(source)) return
  scripts.add(source)
  const text = readFileSync(`dist${source}`, 'utf8')
  for (const [, imported = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)) {
    addScripts(new URL(imported, `http://site${source}`).pathname, scripts)
  }
}

function compressFile(path: string): number {
  return compress(readFileSync(`dist${path}`))
}

function compress(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

const pages = readdirSync('dist')
  .map((name) => `/${name}/checklist/`)
  .filter((path) => existsSync(`dist${path}index.html`))
let isOver = pages.length === 0
for (const path of pages) {
  const sizes = measurePage(path)
  const items = readFileSync(`dist${path}index.html`, 'utf8').split('data-item=').length - 1
  const total = Math.round(limits.total * Math.max(1, items / itemsOfLimit))
  const figures = Object.entries(sizes).map(([kind, bytes]) => `${kind} ${bytes}`)
  console.log(
    `${path} ${items} items, bytes in brotli: ${figures.join(', ')} (limits: script ${limits.script}, total ${total})`,
  )
  if (sizes.script > limits.script || sizes.total > total) isOver = true
}
if (isOver) {
  console.error('A checklist page is over its limit')
  process.exitCode = 1
}
