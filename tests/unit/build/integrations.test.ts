import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'
import { expect, test } from 'vitest'
import { linkCheck } from '../../../src/build/link-check.ts'
import { addPolicy, securityHeaders } from '../../../src/build/security-headers.ts'
import { writeFolder } from '../../fixtures/content-folder.ts'

const page = (text: string) => `<!doctype html><html><head></head><body>${text}</body></html>`

/** Runs an integration on a folder as a finished build; returns what it logs. */
function finishBuild({ hooks }: AstroIntegration, folder: string, base = '/'): string[] {
  const logged: string[] = []
  const given = {
    config: { base },
    dir: pathToFileURL(`${folder}/`),
    logger: { info: (text: string) => logged.push(text) },
  }
  for (const hook of [hooks['astro:config:done'], hooks['astro:build:done']]) hook?.(given as never)
  return logged
}

test('linkCheck() lets a build with sound links pass and says how many there are', () => {
  const folder = writeFolder({
    'index.html': page('<a href="/docs/demo/#a">Demo</a><a href="demo/list.json">List</a>'),
    'demo/index.html': page('<p id="a"></p>'),
    'demo/list.json': '{}',
  })
  expect(finishBuild(linkCheck(), folder, '/docs')).toEqual(['2 links inside the site lead somewhere'])
})

test('linkCheck() stops a build and names every broken link', () => {
  const folder = writeFolder({ 'index.html': page('<a href="/a/">A</a><a href="/b.pdf">B</a>') })
  expect(() => finishBuild(linkCheck(), folder)).toThrow(
    '2 broken links\nindex.html: /a/ is no page\nindex.html: /b.pdf is no page',
  )
})

test('linkCheck() takes neither a folder for a page nor an address that is none for the end of its run', () => {
  const folder = writeFolder({
    'index.html': page(
      '<a href="/files">A</a><a href="/files/">B</a><a href="http://[">C</a><a href="#%">D</a><a href="/ghost/">E</a>',
    ),
    'files/a b.pdf': '',
  })
  const lines = [
    '5 broken links',
    'index.html: /files is no page',
    'index.html: /files/ is no page',
    'index.html: http://[ is no address',
    'index.html: #% is no address',
    'index.html: /ghost/ is no page',
  ]
  expect(() => finishBuild(linkCheck(), folder)).toThrow(new Error(lines.join('\n')))
})

test('linkCheck() finds a file by its encoded name', () => {
  const folder = writeFolder({ 'index.html': page('<a href="files/a%20b.pdf">A</a>'), 'files/a b.pdf': '' })
  expect(finishBuild(linkCheck(), folder)).toEqual(['1 links inside the site lead somewhere'])
})

test('securityHeaders() writes its own policy into every page', () => {
  const pages = { 'index.html': page('<script>a()</script>'), 'demo/index.html': page('<script>b()</script>') }
  const folder = writeFolder(pages)
  expect(finishBuild(securityHeaders(), folder)).toEqual(['policy written into 2 pages'])
  for (const [path, text] of Object.entries(pages)) {
    expect(readFileSync(join(folder, path), 'utf8')).toBe(addPolicy(text))
  }
})
