import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { attributeOf, type HtmlElement, type HtmlFile, listElements, readHtmlFiles } from './html-files.ts'

/** Stops the build when a link inside the site leads nowhere, or to an anchor that does not exist or stands twice. */
export function linkCheck(): AstroIntegration {
  let base = '/'
  return {
    name: 'golive:link-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        const pages = readHtmlFiles(folder)
        const { checked, broken } = checkLinks(pages, base, (path) => isFileAt(join(folder, path)))
        if (broken.length > 0) throw new Error(`${broken.length} broken links\n${broken.join('\n')}`)
        logger.info(`${checked} links inside the site lead somewhere`)
      },
    },
  }
}

/**
 * @param base Base of the site, with a slash at its end.
 * @param isFile Whether a path, from the root of the site, is a file that is not a page.
 */
export function checkLinks(
  pages: readonly HtmlFile[],
  base: string,
  isFile: (path: string) => boolean,
): { checked: number; broken: string[] } {
  const parsed = pages.map((page) => ({ ...page, elements: listElements(page.text) }))
  const anchors = new Map(
    parsed.map(({ url, elements }) => [url, new Set(elements.map((element) => attributeOf(element, 'id')))]),
  )
  const broken: string[] = []
  let checked = 0
  for (const { url, path, elements } of parsed) {
    broken.push(...listRepeated(elements).map(([id, count]) => `${path}: #${id} stands on the page ${count} times`))
    for (const href of elements.map(linkOf)) {
      if (href === undefined) continue
      const target = parseLink(href, `http://site${base}${url.slice(1)}`)
      if (!target) broken.push(`${path}: ${href} is no address`)
      if (target?.origin !== 'http://site') continue
      checked++
      const reason = findBreak(target, base, anchors, isFile)
      if (reason) broken.push(`${path}: ${href} ${reason}`)
    }
  }
  return { checked, broken }
}

/** Ids that several elements have: a link to the second of them leads to the first. */
function listRepeated(elements: readonly HtmlElement[]): [id: string, count: number][] {
  const counts = new Map<string, number>()
  for (const element of elements) {
    const id = attributeOf(element, 'id')
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 1)
}

function linkOf(element: HtmlElement): string | undefined {
  return element.tagName === 'a' ? attributeOf(element, 'href') : undefined
}

/** A path that no file system takes is no file. */
function isFileAt(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The address a link leads to, with its escapes read; undefined where it is none. */
function parseLink(href: string, page: string): { origin: string; path: string; anchor: string } | undefined {
  try {
    const { origin, pathname, hash } = new URL(href, page)
    if (origin !== 'http://site') return { origin, path: '', anchor: '' }
    return { origin, path: decodeURIComponent(pathname), anchor: decodeURIComponent(hash.slice(1)) }
  } catch {
    return undefined
  }
}

function findBreak(
  { path, anchor }: { path: string; anchor: string },
  base: string,
  anchors: Map<string, Set<string | undefined>>,
  isFile: (path: string) => boolean,
): string | undefined {
  if (!path.startsWith(base)) return `leaves the base ${base}`
  const url = `/${path.slice(base.length)}`
  const ids = anchors.get(url)
  if (!ids) return isFile(url.slice(1)) && !url.endsWith('/') ? undefined : 'is no page'
  // "_top" is what Starlight calls the page's title.
  return anchor === '' || anchor === '_top' || ids.has(anchor) ? undefined : `has no anchor on ${url}`
}
