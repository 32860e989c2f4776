import { describe, expect, test } from 'vitest'
import type { HtmlFile } from '../../../src/build/html-files.ts'
import { checkLinks } from '../../../src/build/link-check.ts'

const page = (path: string, text: string): HtmlFile => ({
  path,
  url: `/${path.replace(/(^|\/)index\.html$/, '$1')}`,
  text,
})

const files = new Set(['demo/checklist.json', 'demo/a b.pdf', 'café.txt', 'robots.txt'])

/** Checks a site of four pages, of which one holds the link. */
function check(href: string, base = '/') {
  const pages = [
    page('demo/nodes/index.html', `<p id="three"><a href="${href}">Link</a></p>`),
    page('demo/backups/index.html', '<h2 id="restore">Restore</h2><p id="caf&eacute;">Bar</p>'),
    page('index.html', '<h1>Home</h1>'),
    page('404.html', '<h1>Not found</h1>'),
  ]
  return checkLinks(pages, base, (path) => files.has(path))
}

test.each([
  ['/demo/backups/', 'a page'],
  ['/', 'the home page'],
  ['/404.html', 'a page with its file name'],
  ['../backups/', 'a page beside this one'],
  ['../../', 'a page above this one'],
  ['/demo/backups/#restore', 'an anchor of a page'],
  ['../backups/#restore', 'an anchor of a page beside this one'],
  ['#three', 'an anchor of this page'],
  ['', 'this page'],
  ['#', 'the top of this page'],
  ['#_top', 'the title of this page'],
  ['../backups/#caf%C3%A9', 'an anchor that is encoded'],
  ['/demo/backups/?q=x#restore', 'a page with a query'],
  ['/demo/checklist.json', 'a file'],
  ['../checklist.json', 'a file beside this page'],
  ['/demo/a%20b.pdf', 'a file whose name is encoded'],
  ['/demo/a b.pdf', 'a file whose name would have to be encoded'],
  ['/caf%C3%A9.txt', 'a file with an accent, encoded'],
  ['/demo/%62ackups/', 'a page whose name is encoded'],
  ['//site/demo/backups/', 'a page by its host'],
])('checkLinks() follows "%s" to %s', (href) => {
  expect(check(href)).toEqual({ checked: 1, broken: [] })
})

test.each([
  ['/demo/ghost/', 'is no page'],
  ['../ghost/', 'is no page'],
  ['ghost/', 'is no page'],
  ['/demo/ghost.json', 'is no page'],
  ['/demo/checklist.json/', 'is no page'],
  ['#ghost', 'has no anchor on /demo/nodes/'],
  ['../backups/#three', 'has no anchor on /demo/backups/'],
  ['../backups/#Restore', 'has no anchor on /demo/backups/'],
])('checkLinks() finds that "%s" %s', (href, reason) => {
  expect(check(href)).toEqual({ checked: 1, broken: [`demo/nodes/index.html: ${href} ${reason}`] })
})

test.each(['http://[', 'https://', '#%', '/demo/%/', '/%E9.txt'])(
  'checkLinks() finds that "%s" is no address',
  (href) => {
    expect(check(href).broken).toEqual([`demo/nodes/index.html: ${href} is no address`])
  },
)

test.each(['https://example.org/ghost/', 'http://example.org/#ghost', 'mailto:a@example.org', 'tel:+123', 'data:,x'])(
  'checkLinks() leaves "%s" alone',
  (href) => {
    expect(check(href)).toEqual({ checked: 0, broken: [] })
  },
)

describe('a site with a base', () => {
  test.each(['/docs/demo/backups/#restore', '../backups/', '/docs/', '#three', '/docs/demo/checklist.json'])(
    'checkLinks() follows "%s"',
    (href) => {
      expect(check(href, '/docs/').broken).toEqual([])
    },
  )

  test.each([
    ['/demo/backups/', 'leaves the base /docs/'],
    ['../../../', 'leaves the base /docs/'],
    ['/docs/ghost/', 'is no page'],
    ['/docs/demo/backups/#ghost', 'has no anchor on /demo/backups/'],
  ])('checkLinks() finds that "%s" %s', (href, reason) => {
    expect(check(href, '/docs/').broken).toEqual([`demo/nodes/index.html: ${href} ${reason}`])
  })
})

test('checkLinks() lists all broken links of all pages and counts all it checked', () => {
  const pages = [
    page('index.html', '<a href="/a/">A</a><a>no link</a><a href="/demo/">B</a><a href="#x">C</a>'),
    page('demo/index.html', '<ul><li><a href="ghost.pdf">D</a></ul><link href="/e.css"><a href="/">E</a>'),
  ]
  expect(checkLinks(pages, '/', () => false)).toEqual({
    checked: 5,
    broken: [
      'index.html: /a/ is no page',
      'index.html: #x has no anchor on /',
      'demo/index.html: ghost.pdf is no page',
    ],
  })
})

test('checkLinks() finds an id that stands twice on a page: links to the second lead to the first', () => {
  const text = '<h2 id="load-test">Load test</h2><div id="load-test"></div><p id="other"></p>'
  const { broken } = checkLinks([page('demo/index.html', text)], '/', () => false)
  expect(broken).toEqual(['demo/index.html: #load-test stands on the page 2 times'])
})
