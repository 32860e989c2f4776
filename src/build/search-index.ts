import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import * as pagefind from 'pagefind'
import type { Item } from '../core/checklist.ts'
import { loadContent } from '../guides/index.ts'
import { readHtmlFiles } from './html-files.ts'

/** Characters that are part of commands and option names, and so are found as typed. */
const commandCharacters = '_-./=:$@'

/**
 * Writes the search index: the pages with their headings, and beside them a record of its own for each item.
 *
 * Starlight's integration indexes pages only, where an item would be found as a part of a long page.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'golive:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        const created = await pagefind.createIndex({ includeCharacters: commandCharacters })
        const index = unwrap(created).index
        if (!index) throw new Error('Cannot build the search index: Pagefind did not start')
        const pages = readHtmlFiles(folder).filter(({ text }) => text.includes('data-pagefind-body'))
        for (const { url, text } of pages) unwrap(await index.addHTMLFile({ url, content: text }))
        let items = 0
        for (const { source, checklist } of (await loadContent('content')).platforms) {
          for (const section of checklist.sections) {
            for (const item of section.items) {
              unwrap(await index.addCustomRecord(buildRecord(item, source.data.title, section.title)))
              items++
            }
          }
        }
        unwrap(await index.writeFiles({ outputPath: join(folder, 'pagefind') }))
        await pagefind.close()
        logger.info(`${pages.length} pages and ${items} items can be searched`)
      },
    },
  }
}

function buildRecord(item: Item, platform: string, section: string): pagefind.CustomRecord {
  const { title, why, verify, evidence, decision } = item
  const text = [title, why, verify?.run, verify?.expect, evidence, decision?.question]
  return {
    url: item.url,
    language: 'en',
    content: text.filter((part) => part !== undefined).join('\n'),
    meta: { title, kind: 'Item', level: item.level, place: `${platform}, ${section}` },
    filters: { kind: ['Item'], platform: [platform], level: [item.level], phase: [item.phase], owner: [item.owner] },
  }
}

/** Pagefind answers with a list of errors instead of throwing. */
function unwrap<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Cannot build the search index: ${answer.errors.join('; ')}`)
  return answer
}
