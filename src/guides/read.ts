import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { isObject } from '../core/record.ts'
import {
  type Claim,
  claimsSchema,
  type Diagram,
  diagramsSchema,
  type PlatformFrontmatter,
  type ProductTable,
  platformSchema,
  productTablesSchema,
  publishedSchema,
  type RetiredItem,
  retiredSchema,
  type SectionFrontmatter,
  sectionSchema,
} from '../core/schema.ts'
import { checkDocument, parseMdx, parseYaml, type YamlDocument } from './document.ts'
import type { Fault } from './fault.ts'
import { type Passages, readPassages } from './passages.ts'

/** One guide page as written. */
export interface SectionSource {
  /** Its frontmatter or its text could not even be parsed. */
  isUnreadable: boolean
  id: string
  file: string
  frontmatter: YamlDocument
  data: SectionFrontmatter
  passages: Passages
}

/** A list beside the guides; a platform may do without it. */
export interface ListSource<T> {
  document: YamlDocument
  data: T[]
}

/** The folder of one platform as written. */
export interface PlatformSource {
  id: string
  file: string
  frontmatter: YamlDocument
  data: PlatformFrontmatter
  /** Passages of the overview page. */
  passages: Passages
  sections: SectionSource[]
  claims: ListSource<Claim>
  retired: ListSource<RetiredItem>
  diagrams: ListSource<Diagram>
  products: ListSource<ProductTable>
  /** A file of it could not even be parsed, so what is missing may just not have been read. */
  isPartial: boolean
  /** Ids of the last published list. */
  publishedIds: string[]
}

/** Folders of `content/` that hold no platform. */
const otherFolders = new Set(['help'])

/** Paths of the site's own screens, which a platform would stand in the way of. */
const reservedPlatforms = new Set(['compare', 'launch', 'pagefind', 'report', 'rollouts', 'schema', 'sizing', 'verify'])

/** Paths below a platform that the build makes itself. */
const reservedSections = new Set(['checklist', 'claims', 'index'])

/**
 * Reads every platform below a content folder.
 *
 * A file that breaks its schema adds faults and is left out, so that one run shows the faults of all files.
 */
export function readPlatforms(contentDir: string, faults: Fault[]): PlatformSource[] {
  const folders = readdirSync(contentDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !otherFolders.has(entry.name))
    .map((entry) => entry.name)
    .sort()
  return folders
    .map((id) => readPlatform(contentDir, id, faults))
    .filter((platform) => platform !== undefined)
    .sort((a, b) => a.data.order - b.data.order)
}

function readPlatform(contentDir: string, id: string, faults: Fault[]): PlatformSource | undefined {
  const file = `${id}/index.mdx`
  const read = (name: string) => readFileSync(join(contentDir, id, name), 'utf8')
  const sections = readdirSync(join(contentDir, id))
    .filter((name) => name.endsWith('.mdx') && name !== 'index.mdx')
    .sort()
    .map((name) => readSection(id, name, read(name), faults))
    .filter((section) => section !== undefined)
  const readList = <T>(name: string, schema: z.ZodType<T[]>): ListSource<T> => {
    const document = parseYaml(`${id}/${name}`, existsSync(join(contentDir, id, name)) ? read(name) : '[]', id)
    return { document, data: checkDocument(document, schema, id, faults) ?? salvageList<T>(document.value) }
  }
  const claims = readList('claims.yaml', claimsSchema)
  const retired = readList('retired.yaml', retiredSchema)
  const diagrams = readList('diagrams.yaml', diagramsSchema)
  const products = readList('products.yaml', productTablesSchema)
  const publishedIds = existsSync(join(contentDir, id, 'published.json'))
    ? (checkDocument(parseYaml(`${id}/published.json`, read('published.json'), id), publishedSchema, id, faults)?.ids ??
      [])
    : []
  if (!existsSync(join(contentDir, file))) {
    faults.push({ file, line: 1, id, message: 'is missing: a platform begins with its index.mdx' })
    return undefined
  }
  if (reservedPlatforms.has(id))
    faults.push({ file, line: 1, id, message: 'is the path of a screen: rename the folder' })
  const { frontmatter, body } = parseMdx(file, read('index.mdx'), id)
  const data = checkDocument(frontmatter, platformSchema, id, faults) ?? salvagePlatform(frontmatter.value)
  const passages = readPassages(file, body, id, faults)
  const documents = [frontmatter, claims.document, retired.document, diagrams.document, products.document]
  const isPartial =
    passages.isUnreadable ||
    documents.some((document) => document.faults.length > 0) ||
    sections.some((section) => section.isUnreadable)
  return {
    id,
    file,
    frontmatter,
    data,
    passages,
    sections,
    claims,
    retired,
    diagrams,
    products,
    isPartial,
    publishedIds,
  }
}

function readSection(platform: string, name: string, text: string, faults: Fault[]): SectionSource | undefined {
  const file = `${platform}/${name}`
  const [, number, id] = /^(\d\d)-([a-z0-9-]+)\.mdx$/.exec(name) ?? []
  if (number === undefined || id === undefined) {
    faults.push({
      file,
      line: 1,
      id: name,
      message: 'is not named like a section: call it "NN-<section>.mdx", as in "03-storage.mdx"',
    })
    return undefined
  }
  const { frontmatter, body } = parseMdx(file, text, id)
  const data = checkDocument(frontmatter, sectionSchema, id, faults) ?? salvageSection(frontmatter.value)
  const passages = readPassages(file, body, id, faults)
  const isUnreadable = passages.isUnreadable || frontmatter.faults.length > 0
  if (reservedSections.has(id)) {
    faults.push({ file, line: 1, id, message: 'is the path of a page the build makes: rename the file' })
  }
  if (typeof data.order === 'number' && data.order !== Number(number)) {
    const message = `order is ${data.order}, but the file name says ${number}: make them agree`
    faults.push({ file, line: frontmatter.lineOf(['order']), id, message })
  }
  return { id, file, frontmatter, data, passages, isUnreadable }
}

/** What the checks need of a broken overview. */
function salvagePlatform(value: unknown): PlatformFrontmatter {
  const traits = isObject(value) && Array.isArray(value['traits']) ? value['traits'].filter(isObject) : []
  return { order: 0, title: '(broken)', traits } as unknown as PlatformFrontmatter
}

/** The entries of a broken list that can be told apart. */
function salvageList<T>(value: unknown): T[] {
  const entries = Array.isArray(value) ? value.filter(isObject) : []
  return entries.filter(({ id, name }) => typeof (id ?? name) === 'string') as T[]
}

const idsSchema = z.array(z.string()).optional().catch(undefined)
const salvageSchema = z
  .looseObject({
    items: z
      .array(
        z
          .looseObject({
            id: z.string(),
            formerly: idsSchema,
            after: idsSchema,
            when: idsSchema,
            sources: z.array(z.string()).catch([]),
            decision: z.looseObject({ key: z.string() }).optional().catch(undefined),
          })
          .or(z.unknown().transform(() => ({ id: '', sources: [] }))),
      )
      .catch([]),
  })
  .catch({ items: [] })

/**
 * What the checks between files need of a section whose frontmatter is broken, so that one run shows their faults too.
 * Nothing is built from it: a fault has been noted already.
 */
function salvageSection(value: unknown): SectionFrontmatter {
  return salvageSchema.parse(value) as unknown as SectionFrontmatter
}
