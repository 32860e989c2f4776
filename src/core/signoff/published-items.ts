/** Items of a published checklist, as a statement has to repeat them. */
import { isObject } from '../record.ts'
import { cleanText } from '../text.ts'
import { buildReason, quoteText, refuse } from './errors.ts'
import type { Reason } from './reasons.ts'
import { maxItems, type ReadinessItem } from './statement-schema.ts'
import { type JsonLimits, parseStrictJson } from './strict-json.ts'

export interface PublishedItem {
  id: string
  level: string
  title: string
}

const limits: JsonLimits = { maxBytes: 8 * 1024 * 1024, maxDepth: 64, maxValues: 300_000, maxMembers: maxItems }
const thing = 'Checklist'

/**
 * Reads as much of `checklist.json` as a statement is compared with.
 *
 * @throws {FormatError}
 */
export function parsePublishedItems(bytes: Uint8Array): PublishedItem[] {
  const value = parseStrictJson(bytes, thing, limits)
  const sections = isObject(value) && value['format'] === 1 ? value['sections'] : undefined
  const items = listObjects(sections)?.map((section) => listObjects(section['items']))
  const published = items?.flatMap((list) => list?.map(readItem))
  if (!published?.length || !published.every((item) => item !== undefined)) {
    refuse('option-malformed', thing, 'is no checklist of format 1')
  }
  return published
}

/** Every item of the checklist has to be there, as strict as it is, and no other. */
export function compareItems(items: readonly ReadinessItem[], published: readonly PublishedItem[]): Reason[] {
  const known = new Map(published.map((item) => [item.id, item]))
  const present = new Set(items.map(({ id }) => id))
  return [
    ...published.flatMap(({ id }) => (present.has(id) ? [] : [tell('item-missing', `lack ${quoteText(id)}`)])),
    ...items.flatMap((item, index) => compareItem(item, known.get(item.id), `[${index}]`)),
  ]
}

function compareItem(
  { id, requirement, title }: ReadinessItem,
  published: PublishedItem | undefined,
  at: string,
): Reason[] {
  if (!published) return [tell('item-unknown', `is ${quoteText(id)}, which the checklist has not`, at)]
  const { level } = published
  return [
    ...(requirement === level
      ? []
      : [tell('item-weakened', `has ${quoteText(id)} as a ${requirement}, and the checklist as a ${level}`, at)]),
    ...(title === undefined || title === cleanText(published.title)
      ? []
      : [tell('item-reworded', `has ${quoteText(id)} with another title than the checklist`, at)]),
  ]
}

const tell = (code: Reason['code'], fault: string, at = '') =>
  buildReason(code, 'Statement', fault, `predicate.items${at}`)

function listObjects(value: unknown): Record<string, unknown>[] | undefined {
  return Array.isArray(value) && value.every(isObject) ? value : undefined
}

function readItem({ id, level, title }: Record<string, unknown>): PublishedItem | undefined {
  const isWhole = typeof id === 'string' && typeof level === 'string' && typeof title === 'string'
  return isWhole ? { id, level, title } : undefined
}
