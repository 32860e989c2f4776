import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element

export interface HtmlFile {
  /** Path from the folder, with `/`. */
  path: string
  /** Path of the page on the site, without the base: `/azimuth/`, `/404.html`. */
  url: string
  text: string
}

/** All HTML files below a folder, sorted. */
export function readHtmlFiles(folder: string): HtmlFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith('pagefind/'))
    .sort()
    .map((path) => ({
      path,
      url: `/${path.replace(/(^|\/)index\.html$/, '$1')}`,
      text: readFileSync(join(folder, path), 'utf8'),
    }))
}

/** Every element of an HTML text in document order, with its place in the text. */
export function listElements(html: string): HtmlElement[] {
  const elements: HtmlElement[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node) => {
    if ('tagName' in node) elements.push(node)
    if ('content' in node) walk(node.content)
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  // As without script, so that what stands in <noscript> is seen too.
  walk(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }))
  return elements
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value
}

/** Text of a script or style element as it stands in the file: what a browser hashes. */
export function rawTextOf(element: HtmlElement): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}
