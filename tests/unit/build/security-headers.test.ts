import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addPolicy, buildPolicy } from '../../../src/build/security-headers.ts'

/** The source that allows one text, as the standard writes it. */
const allow = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

const page = (content: string) => `<!doctype html><html><head><title>A</title>${content}</head><body></body></html>`

/** The sources of one directive. */
function sourcesOf(directive: string, html: string): string[] {
  const parts = buildPolicy(html)
    .split('; ')
    .map((part) => part.split(' '))
  return parts.find(([name]) => name === directive)?.slice(1) ?? []
}

const ownScript = ["'self'", "'wasm-unsafe-eval'"]

test('buildPolicy() allows by a hash that is known from elsewhere', () => {
  // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
  const known = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
  expect(sourcesOf('script-src', page('<script>alert(1)</script>'))).toContain(known)
})

describe('buildPolicy() allows', () => {
  test.each([
    ['a classic script', '<script>go()</script>', 'go()'],
    ['a script with its type', '<script type="text/javascript">go()</script>', 'go()'],
    ['a script with its type in capitals', '<script type="TEXT/JavaScript">go()</script>', 'go()'],
    ['an import map', '<script type="importmap">{"imports":{}}</script>', '{"imports":{}}'],
    ['a module', '<script type="module">go()</script>', 'go()'],
    ['a script with white space and markup in it', '<script>\n  a < b && "é"\n</script>', '\n  a < b && "é"\n'],
  ])('%s by its hash', (_, html, text) => {
    expect(sourcesOf('script-src', page(html))).toEqual([...ownScript, allow(text)])
  })

  test('a script in the body, and one that stands twice only once', () => {
    const html = `${page('<script>one()</script>')}<p>Text</p><script>one()</script><script>two()</script>`
    expect(sourcesOf('script-src', html)).toEqual([...ownScript, allow('one()'), allow('two()')])
  })

  test('a style element by its hash', () => {
    expect(sourcesOf('style-src', page('<style>a > b{}</style>'))).toEqual(["'self'", allow('a > b{}')])
  })

  test('a style attribute by the hash of its value', () => {
    const html = `${page('')}<p style="--a: &quot;x&quot;">Text</p>`
    expect(sourcesOf('style-src-attr', html)).toEqual(["'unsafe-hashes'", allow('--a: "x"')])
    expect(sourcesOf('style-src', html)).toEqual(["'self'"])
  })

  test('what stands in a noscript, in head and body', () => {
    const html = `${page('<noscript><style>a{}</style></noscript>')}<noscript><p style="color:red"></p></noscript>`
    expect(sourcesOf('style-src', html)).toEqual(["'self'", allow('a{}')])
    expect(sourcesOf('style-src-attr', html)).toEqual(["'unsafe-hashes'", allow('color:red')])
  })

  test('what stands in a template', () => {
    const html = `${page('')}<template><p style="color:red"></p></template>`
    expect(sourcesOf('style-src-attr', html)).toContain(allow('color:red'))
  })
})

test.each([
  ['a data block', '<script type="application/json">{"a":1}</script>'],
  ['linked data', '<script type="application/ld+json">{"a":1}</script>'],
  ['a script of a file', '<script src="/a.js"></script>'],
  ['a module of a file', '<script type="module" src="/a.js"></script>'],
])('buildPolicy() needs no hash for %s', (_, html) => {
  expect(sourcesOf('script-src', page(html))).toEqual(ownScript)
})

test('buildPolicy() allows nothing else and no inline script as such', () => {
  const policy = buildPolicy(page('<script>go()</script><style>a{}</style>'))
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).not.toContain("'unsafe-inline'")
  expect(sourcesOf('base-uri', page(''))).toEqual(["'none'"])
  expect(sourcesOf('form-action', page(''))).toEqual(["'none'"])
  expect(sourcesOf('connect-src', page(''))).toEqual(["'self'"])
})

test.each([
  ['onclick', '<button onclick="go()">Go</button>', '<button onclick="go()">'],
  ['onload of an image', '<img src="a.png" ONLOAD="go()">', '<img onload="go()">'],
  ['onerror in a noscript', '<noscript><img src="a.png" onerror="go()"></noscript>', '<img onerror="go()">'],
])('buildPolicy() refuses the event handler %s and names it', (_, html, named) => {
  expect(() => buildPolicy(page('') + html)).toThrow(`Cannot write the security policy: ${named} is not allowed`)
})

describe('addPolicy()', () => {
  test('puts the policy first into the head and changes nothing else', () => {
    const html = page('<script>go()</script>')
    const tag = `<meta http-equiv="Content-Security-Policy" content="${buildPolicy(html)}">`
    expect(addPolicy(html)).toBe(html.replace('<head>', () => `<head>${tag}`))
  })

  test.each([
    ['a head with attributes', '<!doctype html><html><head lang="en">', '<title>A</title></head><body></body></html>'],
    ['a head in capitals over two lines', '<html><HEAD\n  id="h">', '<title>A</title></HEAD><body></body></html>'],
    ['a comment with a head before it', '<!-- <head> --><html><head>', '<title>A</title></head><body></body></html>'],
  ])('puts it behind the start of %s', (_, before, after) => {
    const tag = `<meta http-equiv="Content-Security-Policy" content="${buildPolicy(before + after)}">`
    expect(addPolicy(before + after)).toBe(before + tag + after)
  })

  test('writes a policy that holds no double quote, which would end the attribute', () => {
    expect(buildPolicy(page('<style>a{}</style><script>go("x")</script>'))).not.toContain('"')
  })

  test('refuses a page without head', () => {
    expect(() => addPolicy('<p>Text</p>')).toThrow('Cannot write the security policy: the page has no <head>')
  })
})
