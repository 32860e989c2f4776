import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { attributeOf, type HtmlElement, listElements, rawTextOf, readHtmlFiles } from './html-files.ts'

/**
 * Writes a content security policy into every built page, from the hashes of what the page really holds.
 *
 * Astro's own `security.csp` does not see Starlight's inline scripts.
 */
export function securityHeaders(): AstroIntegration {
  return {
    name: 'golive:security-headers',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        const pages = readHtmlFiles(folder)
        for (const { path, text } of pages) writeFileSync(join(folder, path), addPolicy(text))
        logger.info(`policy written into ${pages.length} pages`)
      },
    },
  }
}

/** Puts the policy first into the head: it holds only for what comes after it. */
export function addPolicy(html: string): string {
  const head = listElements(html).find((element) => element.tagName === 'head')
  const start = head?.sourceCodeLocation?.startTag?.endOffset
  if (start === undefined) throw new Error('Cannot write the security policy: the page has no <head>')
  const tag = `<meta http-equiv="Content-Security-Policy" content="${buildPolicy(html)}">`
  return html.slice(0, start) + tag + html.slice(start)
}

/**
 * The policy of one page.
 *
 * @throws {Error} When the page holds an event handler: script belongs into files.
 */
export function buildPolicy(html: string): string {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const styleAttributes = new Set<string>()
  for (const element of listElements(html)) {
    const handler = element.attrs.find(({ name }) => name.startsWith('on'))
    if (handler)
      throw new Error(
        `Cannot write the security policy: <${element.tagName} ${handler.name}="${handler.value}"> is not allowed`,
      )
    const style = attributeOf(element, 'style')
    if (style !== undefined) styleAttributes.add(hashSource(style))
    if (element.tagName === 'style') styles.add(hashSource(rawTextOf(element)))
    if (element.tagName === 'script' && isInlineScript(element)) scripts.add(hashSource(rawTextOf(element)))
  }
  return [
    "default-src 'none'",
    // WebAssembly is what Pagefind searches with; it is compiled from a file of this site.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    // Starlight sets a few sizes by style attributes; hashes of attributes count only together with 'unsafe-hashes'.
    ["style-src-attr 'unsafe-hashes'", ...styleAttributes].join(' '),
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Types that a browser runs or reads under the policy; a data block, like JSON, needs no hash. */
const scriptTypes = ['', 'module', 'text/javascript', 'application/javascript', 'importmap', 'speculationrules']

function isInlineScript(element: HtmlElement): boolean {
  const type = attributeOf(element, 'type') ?? ''
  return attributeOf(element, 'src') === undefined && scriptTypes.includes(type.toLowerCase())
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
