// Every link of the built site to another host stands in content/external-links.yaml, with the day it was last known good:
// CI cannot reach them, so somebody has to have opened them. `npm run links` notes new ones with today's date.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { attributeOf, listElements, readHtmlFiles } from '../src/build/html-files.ts'

const file = 'content/external-links.yaml'
const head = '# Links to other hosts, each with the day it was last known good. `npm run links` keeps the list.\n'
const today = new Date().toISOString().slice(0, 10)

const listed: Record<string, string> = parse(readFileSync(file, 'utf8')) ?? {}
const used = new Set(
  readHtmlFiles('dist').flatMap(({ text }) =>
    listElements(text)
      .filter((element) => element.tagName === 'a')
      .map((element) => attributeOf(element, 'href') ?? '')
      .filter((href) => /^https?:/.test(href)),
  ),
)
const missing = [...used].filter((link) => !(link in listed)).sort()
const unused = Object.keys(listed).filter((link) => !used.has(link))

if (process.argv.includes('--write')) {
  const kept = Object.entries(listed).filter(([link]) => used.has(link))
  const all = [...kept, ...missing.map((link) => [link, today])].sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  writeFileSync(file, head + stringify(Object.fromEntries(all), { lineWidth: 0 }))
  console.log(`${file}: ${missing.length} added, ${unused.length} removed, ${all.length} in all`)
} else if (missing.length + unused.length > 0) {
  for (const link of missing) console.error(`${link} is not in ${file}: open it, then run "npm run links"`)
  for (const link of unused) console.error(`${link} is in ${file} and on no page: run "npm run links"`)
  process.exitCode = 1
} else {
  const days = Object.values(listed).sort()
  console.log(`${days.length} links to other hosts, last known good between ${days[0]} and ${days.at(-1)}`)
}
