import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import * as pagefind from 'pagefind'
import { loadContent, type Platform } from '../guides/index.ts'
import { readHtmlFiles } from './html-files.ts'
import { listPageEntries } from './search-pages.ts'
import { buildRecord, listChecklistEntries, type SearchEntry } from './search-records.ts'
import { listPlainWords } from './search-words.ts'
import { startAtOnce } from './search-worker.ts'

/**
 * Writes the search index: a record for every part of a page, and one for each item, decision and claim.
 *
 * Starlight's integration indexes pages only, where an item would be found as a part of a long page.
 */
export function searchIndex(): AstroIntegration {
  let base = '/'
  return {
    name: 'golive:search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/')
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir)
        const entries = listEntries(folder, (await loadContent('content')).platforms)
        // Words are kept as they stand: Pagefind's stems of what somebody is still typing fit no stem in the index.
        const created = await pagefind.createIndex({ forceLanguage: 'unknown' })
        const index = unwrap(created).index
        if (!index) throw new Error('Cannot build the search index: Pagefind did not start')
        const added = await Promise.all(entries.map((entry) => index.addCustomRecord(buildRecord(entry))))
        added.forEach(unwrap)
        unwrap(await index.writeFiles({ outputPath: join(folder, 'pagefind') }))
        await pagefind.close()
        assertAllThere(folder, entries.length)
        const worker = join(folder, 'pagefind', 'pagefind-worker.js')
        writeFileSync(worker, startAtOnce(readFileSync(worker, 'utf8'), base))
        const words = listPlainWords(entries.flatMap(({ title = '', text }) => [title, text]))
        writeFileSync(join(folder, 'pagefind', 'words.txt'), words.join('\n'))
        const counts = Object.entries(Object.groupBy(entries, ({ kind }) => kind))
        logger.info(`can be searched: ${counts.map(([kind, { length }]) => `${length} ${kind}`).join(', ')}`)
      },
    },
  }
}

function listEntries(folder: string, platforms: readonly Platform[]): SearchEntry[] {
  const known = new Map(
    platforms.map(({ id, checklist: { title, sections } }) => [
      id,
      { title, areas: new Map(sections.map((section) => [section.id, section.area])) },
    ]),
  )
  return [
    ...readHtmlFiles(folder).flatMap((file) => listPageEntries(file, known)),
    ...platforms.flatMap(({ checklist }) => listChecklistEntries(checklist)),
  ]
}

/** Pagefind leaves out what has no word, and keeps the last of several records with one address, without a word of it. */
function assertAllThere(folder: string, count: number): void {
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind', 'pagefind-entry.json'), 'utf8'))
  const [language] = Object.values(languages as Record<string, { page_count: number }>)
  if (language?.page_count === count) return
  throw new Error(`Cannot build the search index: it holds ${language?.page_count} of ${count} records`)
}

/** Pagefind answers with a list of errors instead of throwing. */
function unwrap<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Cannot build the search index: ${answer.errors.join('; ')}`)
  return answer
}
