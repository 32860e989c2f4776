import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeOfflineCopy } from '../../../src/build/offline/write.ts'
import { addPolicy, buildPolicy } from '../../../src/build/security-headers.ts'
import type { SiteFile } from '../../../src/offline/addresses.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'

const page = (text: string) =>
  `<!doctype html><html><head></head><body>${text}<script>go()</script><div class="offline-sign" data-build=""></div></body></html>`

const site = () =>
  writeFolder({
    'index.html': addPolicy(page('Home')),
    'azimuth/index.html': addPolicy(page('Azimuth')),
    '404.html': addPolicy(page('Lost')),
    'azimuth/checklist.json': '{}',
    '_astro/a.12345678.js': 'go()',
    'golive.mjs': 'run()',
    'sitemap-0.xml': '<urlset/>',
    'pagefind/pagefind.js': 'not ours()',
    'pagefind/pagefind-worker.js': 'find()',
    'pagefind/pagefind-ui.js': 'not ours()',
    'pagefind/fragment/en_1.pf_fragment': 'x',
    'pagefind/fragment/en_2.pf_fragment': 'yz',
  })

/** The list inside the worker. */
function listOf(folder: string): SiteFile[] {
  const text = readFileSync(join(folder, 'sw.js'), 'utf8')
  return JSON.parse(/\[\{"bytes".*\}\](?=\))/.exec(text)?.[0] ?? '[]')
}

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest('base64')

const read = (folder: string, path: string) => readFileSync(join(folder, path))

test('writeOfflineCopy() lists every file that pages need, by its address, digest and size', async () => {
  const folder = site()
  const { files, bytes } = await writeOfflineCopy(folder)
  const list = listOf(folder)
  expect(list.map(({ url }) => url)).toEqual([
    './',
    '404.html',
    '_astro/a.12345678.js',
    'azimuth/',
    'azimuth/checklist.json',
    'golive.mjs',
    'pagefind/fragments.pack',
    'pagefind/pagefind-worker.js',
  ])
  const home = read(folder, 'azimuth/index.html')
  expect(list.find(({ url }) => url === 'azimuth/')).toEqual({
    url: 'azimuth/',
    revision: digest(home),
    bytes: home.length,
  })
  expect(files).toBe(9)
  expect(bytes).toBe(list.reduce((sum, file) => sum + file.bytes, 0))
})

test('writeOfflineCopy() puts what search shows of its results into one file', async () => {
  const folder = site()
  await writeOfflineCopy(folder)
  expect(read(folder, 'pagefind/fragments.pack').toString()).toBe('xyz')
  const pack = listOf(folder).find(({ parts }) => parts)
  expect(pack?.parts).toEqual([
    { url: 'pagefind/fragment/en_1.pf_fragment', revision: digest('x').slice(0, 12), bytes: 1 },
    { url: 'pagefind/fragment/en_2.pf_fragment', revision: digest('yz').slice(0, 12), bytes: 2 },
  ])
  rmSync(join(folder, 'pagefind'), { recursive: true })
  await writeOfflineCopy(folder)
  expect(listOf(folder).filter(({ parts }) => parts)).toEqual([])
})

test('writeOfflineCopy() marks every page with its build and the size of the site, and leaves the policy true', async () => {
  const folder = site()
  const { version, bytes } = await writeOfflineCopy(folder)
  for (const path of ['index.html', 'azimuth/index.html', '404.html']) {
    const html = read(folder, path).toString()
    expect(html).toContain(`<div class="offline-sign" data-build="${version} ${bytes}">`)
    expect(html).toContain(`content="${buildPolicy(html)}"`)
  }
  expect(read(folder, 'sw.js').toString()).toContain(version)
})

test('writeOfflineCopy() gives the same bytes for the same files, also when it runs again', async () => {
  const folder = site()
  const { version } = await writeOfflineCopy(folder)
  const worker = read(folder, 'sw.js')
  await writeOfflineCopy(folder)
  expect(read(folder, 'sw.js').equals(worker)).toBe(true)
  const other = site()
  expect((await writeOfflineCopy(other)).version).toBe(version)
  expect(read(other, 'sw.js').equals(worker)).toBe(true)
})

test.each([
  ['a page', 'azimuth/index.html', addPolicy(page('Other'))],
  ['a list', 'azimuth/checklist.json', '{"version":2}'],
  ['a part of the index', 'pagefind/fragment/en_1.pf_fragment', 'y'],
])('writeOfflineCopy() names another build when %s changed', async (_, path, text) => {
  const folder = site()
  const { version } = await writeOfflineCopy(folder)
  writeFileSync(join(folder, path), text)
  expect((await writeOfflineCopy(folder)).version).not.toBe(version)
})

test('writeOfflineCopy() refuses a page without the sign', async () => {
  const folder = writeFolder({ 'bare/index.html': '<!doctype html><html><head></head><body></body></html>' })
  await expect(writeOfflineCopy(folder)).rejects.toThrow('Cannot mark "bare/index.html" with its build')
})

test('writeOfflineCopy() gives the bytes by kind, largest first', async () => {
  const { kinds, bytes } = await writeOfflineCopy(site())
  expect(kinds.map(({ name }) => name)).toEqual(['pages', 'search', 'command line', 'scripts', 'published data'])
  expect(kinds.reduce((sum, kind) => sum + kind.bytes, 0)).toBe(bytes)
})
