// Makes the files of a new platform, section or item from a template that builds at once:
//
//   npm run new -- platform <id>
//   npm run new -- section <platform> <id>
//   npm run new -- item <platform> <section> <id>
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isSeq, parseDocument } from 'yaml'

const today = new Date().toISOString().slice(0, 10)
const usage = 'Usage: npm run new -- platform <id> | section <platform> <id> | item <platform> <section> <id>'

const [kind, ...names] = process.argv.slice(2)
const problem = names.find((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
if (problem !== undefined) stop(`"${problem}" is not kebab-case, like "remote-state"`)
else if (kind === 'platform' && names.length === 1) newPlatform(...(names as [string]))
else if (kind === 'section' && names.length === 2) newSection(...(names as [string, string]))
else if (kind === 'item' && names.length === 3) newItem(...(names as [string, string, string]))
else stop(usage)

function newPlatform(id: string): void {
  const folder = `content/${id}`
  if (existsSync(folder)) stop(`Cannot make platform "${id}": ${folder} exists`)
  const order = readdirSync('content').filter((name) => existsSync(`content/${name}/index.mdx`)).length + 1
  const title = toTitle(id)
  mkdirSync(folder)
  write(
    `${folder}/index.mdx`,
    `---
title: '${title}'
description: One sentence that says what ${title} is.
order: ${order}
version: 0.1.0
vendor: Its vendor
homepage: https://example.com/
seed: https://example.com/production/
status:
  lifecycle: active
  summary: Whether the product is alive, in a sentence.
  checkedOn: ${today}
  source: https://example.com/status/
versions:
  - name: '${title}'
    version: '1.0'
    support: unknown
    checkedOn: ${today}
    source: https://example.com/releases/
---

In what order to work, what usually goes wrong, and where the decisions are.
`,
  )
  write(
    `${folder}/claims.yaml`,
    `# What the vendor's page recommends, line by line, in your own words.
- id: ${claimOf(id)}
  text: The first thing the vendor's page recommends.
`,
  )
  newSection(id, 'first-steps', [claimOf(id)])
}

function newSection(platform: string, id: string, sources = ['https://example.com/']): void {
  const folder = `content/${platform}`
  if (!existsSync(`${folder}/index.mdx`)) stop(`Cannot make section "${id}": there is no platform "${platform}"`)
  const sections = readdirSync(folder).filter((name) => /^\d\d-.+\.mdx$/.test(name))
  if (sections.some((name) => name.slice(3) === `${id}.mdx`)) stop(`Cannot make section "${id}": ${platform} has one`)
  const order = Math.max(0, ...sections.map((name) => Number(name.slice(0, 2)))) + 1
  write(
    `${folder}/${String(order).padStart(2, '0')}-${id}.mdx`,
    `---
title: '${toTitle(id)}'
description: One sentence that says what this section is about.
order: ${order}
area: operations
items:
${itemYaml(`${id}-done`, sources)}---
import { Item } from '@golive/guide'

What joins the items: the order, the reasons that span several, the traps.

## What to do first

<Item id="${id}-done" />
`,
  )
}

function newItem(platform: string, section: string, id: string): void {
  const name =
    existsSync(`content/${platform}`) &&
    readdirSync(`content/${platform}`).find((file) => file.slice(2) === `-${section}.mdx`)
  if (!name) stop(`Cannot make item "${id}": ${platform} has no section "${section}"`)
  const isTaken = readdirSync(`content/${platform}`).some((other) =>
    readFileSync(`content/${platform}/${other}`, 'utf8').includes(`- id: ${id}\n`),
  )
  if (isTaken) stop(`Cannot make item "${id}": ${platform} has one, and ids are never used again`)
  const file = `content/${platform}/${name}`
  const text = readFileSync(file, 'utf8')
  const start = text.indexOf('\n') + 1
  const items = parseDocument(text.slice(start, text.indexOf('\n---', start) + 1)).get('items')
  const end = isSeq(items) && !items.flow ? items.range?.[2] : undefined
  if (end === undefined) stop(`Cannot make item "${id}": the frontmatter of ${file} has no list of items`)
  const head = text.slice(0, start + end)
  writeFileSync(
    file,
    `${head}${itemYaml(id, ['https://example.com/'])}${text.slice(start + end).trimEnd()}\n\n<Item id="${id}" />\n`,
  )
  console.log(`Added ${id} to ${file}`)
}

function itemYaml(id: string, sources: readonly string[]): string {
  return `  - id: ${id}
    title: Say what to do, as an instruction
    level: should
    phase: prepare
    owner: platform
    why: What goes wrong otherwise.
    verify:
      expect: What a good result shows.
    evidence: What to attach.
    sources: [${sources.join(', ')}]
`
}

function claimOf(platform: string): string {
  return `${platform.charAt(0).toUpperCase().replace(/\d/, 'N')}1`
}

function toTitle(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function write(file: string, text: string): void {
  writeFileSync(file, text)
  console.log(`Wrote ${file}`)
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}
