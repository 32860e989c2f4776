import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { attributeOf, type HtmlFile } from './html-files.ts'
import type { SearchEntry } from './search-records.ts'

type HtmlNode = DefaultTreeAdapterTypes.Node

/** A page from one heading to the next. */
export interface PagePart {
  /** Of the heading; empty for what stands before the first. */
  id: string
  heading: string
  text: string
}

/** Parts of pages that are no text: what is drawn, typed or walked through. */
const skipped = new Set(['script', 'style', 'svg', 'nav', 'footer', 'form', 'template', 'button'])
/** Elements that do not part the words before from those behind. */
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'kbd', 'mark', 'small', 'span', 'strong', 'sub', 'sup'])

/** What a page says, part by part; undefined for pages that are not searched. */
export function readPage(html: string): { title: string; parts: PagePart[] } | undefined {
  const body = findNode(parse(html), (node) => hasAttribute(node, 'data-pagefind-body'))
  if (!body) return undefined
  const parts: PagePart[] = [{ id: '', heading: '', text: '' }]
  let title = ''
  const walk = (node: HtmlNode) => {
    const part = parts.at(-1)
    if ('value' in node && part) part.text += node.value
    if (!('tagName' in node) || !part) return
    if (skipped.has(node.tagName) || hasAttribute(node, 'data-pagefind-ignore')) return
    // What stands above the title says where the page is; its record says so, too.
    if (attributeOf(node, 'class') === 'eyebrow') return
    const id = attributeOf(node, 'id')
    if (node.tagName === 'h1') title = textOf(node)
    else if (/^h[23]$/.test(node.tagName) && id && attributeOf(node, 'class') !== 'sr-only')
      parts.push({ id, heading: textOf(node), text: '' })
    else {
      const gap = inline.has(node.tagName) ? '' : ' '
      part.text += gap
      node.childNodes.forEach(walk)
      const last = parts.at(-1)
      if (last) last.text += gap
    }
  }
  walk(body)
  return { title, parts: parts.map((part) => ({ ...part, text: foldSpace(part.text) })) }
}

/** What is found of a page of a platform, of the help, or of a screen. */
export function listPageEntries({ url, text }: HtmlFile, platforms: ReadonlyMap<string, Platform>): SearchEntry[] {
  const page = readPage(text)
  const [, folder = '', name = ''] = url.split('/')
  const platform = platforms.get(folder)
  if (!page) return listScreen(url, text, platform?.title)
  // Each line of these pages is a record of its own.
  if (name === 'claims') return []
  const root = platform?.title ?? 'Help'
  const area = platform?.areas.get(name)
  return page.parts
    .filter(({ heading, text }) => heading !== '' || text !== '')
    .map(({ id, heading, text }) => ({
      kind: platform ? 'guide' : 'help',
      url: id === '' ? url : `${url}#${id}`,
      title: heading || page.title,
      place: heading === '' || page.title === root ? root : `${root}, ${page.title}`,
      text,
      ...(platform && { filters: { platform: platform.title, ...(area && { area }) } }),
    }))
}

/** A page that script fills says what it is for in its head; it is found by that. The one for lost addresses is not. */
function listScreen(url: string, html: string, platform: string | undefined): SearchEntry[] {
  const page = parse(html)
  const title = findNode(page, (node) => 'tagName' in node && node.tagName === 'h1')
  const about = findNode(page, (node) => 'tagName' in node && attributeOf(node, 'name') === 'description')
  const text = about && 'tagName' in about ? attributeOf(about, 'content') : undefined
  if (!title || !text || !url.endsWith('/')) return []
  const place = platform ?? 'Golive'
  return [{ kind: 'screen', url, title: textOf(title), place, text, ...(platform && { filters: { platform } }) }]
}

/** What the index has to know of a platform beside its pages. */
export interface Platform {
  title: string
  /** By section. */
  areas: ReadonlyMap<string, string>
}

function findNode(node: HtmlNode, isWanted: (node: HtmlNode) => boolean): HtmlNode | undefined {
  if (isWanted(node)) return node
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = findNode(child, isWanted)
    if (found) return found
  }
  return undefined
}

function hasAttribute(node: HtmlNode, name: string): boolean {
  return 'tagName' in node && attributeOf(node, name) !== undefined
}

function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? foldSpace(node.childNodes.map(textOf).join('')) : ''
}

const foldSpace = (text: string) => text.replace(/\s+/g, ' ').trim()
