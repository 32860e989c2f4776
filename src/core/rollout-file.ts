/** Rollouts as files: made for people who read a diff of them, and read back with every fault named. */
import type * as z from 'zod'
import { formatAnswer, parseAnswer } from './answer.ts'
import { type Checklist, listItems } from './checklist.ts'
import { followRenames } from './compare.ts'
import { type Fault, formatPath, parseJson } from './json.ts'
import { type Answer, type ItemFields, type ItemRecord, itemGuard, type Progress } from './progress.ts'
import { encodeRecord, isObject, parseRecord, recordFormat, type StoredRecord, sortMembers } from './record.ts'
import { describeRollout, type RolloutFields, type RolloutRecord, rolloutGuard } from './rollout.ts'
import {
  backupSchema,
  itemAnswersSchema,
  itemIdSchema,
  rolloutFileSchema,
  rolloutSchema,
} from './rollout-file-schema.ts'
import { isRolloutId } from './rollout-id.ts'
import type { Decision } from './schema.ts'

/** A rollout with all of its answers. */
export interface RolloutContents {
  id: string
  rollout: RolloutRecord
  items: Progress
  /** Texts that were answered, by the beginning of their digest. */
  wordings: Readonly<Record<string, string>>
}

export type ParsedFile =
  | { kind: 'rollouts'; rollouts: RolloutContents[]; others: Readonly<Record<string, string>> }
  | { kind: 'refused'; faults: Fault[] }

/** More than local storage holds. */
const limits = { maxLength: 16_000_000, maxDepth: 64 }

/** Format of the file; that of the records in it is its own affair. */
const fileFormat = 1

/** The text of `NAME.golive.json`: sorted, one item a block, the same for the same answers. */
export function encodeRolloutFile({ id, rollout, items, wordings }: RolloutContents): string {
  const file = {
    format: fileFormat,
    kind: 'golive-rollout',
    rollout: { ...{ id }, ...withoutFormat(rollout), id },
    items: sortMembers(
      Object.fromEntries(Object.entries(items).map(([item, record]) => [item, record && withoutFormat(record)])),
    ),
    ...(Object.keys(wordings).length > 0 && { wordings: sortMembers(wordings) }),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads a rollout file or a backup.
 *
 * @returns Every fault with its path when there is one, and then nothing else: a file is taken whole or not at all.
 */
export function parseGoliveFile(text: string): ParsedFile {
  const json = parseJson(text, limits)
  if (json.kind === 'refused') return json
  const { value } = json
  const kind = isObject(value) ? value['kind'] : undefined
  if (!isObject(value) || (kind !== 'golive-rollout' && kind !== 'golive-storage')) {
    return refuse('', 'is JSON of something else: a file of Golive has "kind": "golive-rollout" or "golive-storage"')
  }
  if (typeof value['format'] === 'number' && value['format'] > fileFormat) {
    return refuse('format', `is ${value['format']}, from a newer Golive than this one, which reads up to ${fileFormat}`)
  }
  return kind === 'golive-rollout' ? parseRollout(value) : parseBackup(value)
}

/**
 * Answers that are no value of their decision's type, like a network of 33 bits. Limits that a checklist sets may
 * change between its versions, so an answer outside of them is no fault of the file.
 */
export function checkAnswers(contents: Pick<RolloutContents, 'items'>, checklist: Checklist): Fault[] {
  const items = followRenames(contents.items, checklist)
  return listItems(checklist).flatMap(({ id, decision }) => {
    const answer = Object.hasOwn(items, id) ? items[id]?.answer?.value : undefined
    if (!decision || answer === undefined || answer === null) return []
    const { key, question, type } = decision
    const path = `items.${id}.answer.value`
    const parsed = type === 'choice' ? undefined : parseAnswer({ key, question, type }, formatAnswer(answer))
    if (parsed?.kind === 'refused') return parsed.reasons.map((message) => ({ path, message }))
    return hasTypeOf(type, answer) ? [] : [{ path, message: `is no ${type}` }]
  })
}

/** Whether an answer is a value of the kind that a decision of that type records. */
function hasTypeOf(type: Decision['type'], answer: Answer): boolean {
  if (type === 'integer' || type === 'number') return typeof answer === 'number'
  if (type === 'boolean') return typeof answer === 'boolean'
  return type === 'list' || type === 'cidrs' ? Array.isArray(answer) : typeof answer === 'string'
}

function parseRollout(value: Record<string, unknown>): ParsedFile {
  const parsed = rolloutFileSchema.safeParse(value)
  if (!parsed.success) return { kind: 'refused', faults: listFaults(parsed.error) }
  const { rollout, items, wordings = {} } = parsed.data
  const { id, ...fields } = rollout
  const records = Object.entries(items).map(([item, record]) => [item, withFormat(record)])
  return {
    kind: 'rollouts',
    rollouts: [{ id, rollout: withFormat(fields), items: Object.fromEntries(records), wordings }],
    others: {},
  }
}

/** What a device notes for itself: nothing of it holds elsewhere. */
const deviceKinds = ['told', 'kept', 'searches', 'signing-key']

/**
 * A backup is texts as they lay in storage: what a file may hold becomes rollouts, and the rest is kept as text, so that
 * a backup comes back whatever state the storage was in.
 */
function parseBackup(value: Record<string, unknown>): ParsedFile {
  const parsed = backupSchema.safeParse(value)
  if (!parsed.success) return { kind: 'refused', faults: listFaults(parsed.error) }
  const rollouts = new Map<string, RolloutRecord>()
  const items = new Map<string, [item: string, record: ItemRecord, text: string][]>()
  const listOf = (id: string) => {
    const list = items.get(id) ?? []
    items.set(id, list)
    return list
  }
  const wordings: Record<string, string> = {}
  const others = new Map<string, string>()
  for (const [storageKey, text] of Object.entries(parsed.data.entries)) {
    const key = storageKey.slice('golive:'.length)
    const [kind, id = '', item = '', ...more] = key.split(':')
    const rollout = kind === 'rollout' && item === '' ? parseStoredRollout(id, text) : undefined
    const record = kind === 'item' && more.length === 0 ? parseStoredItem(item, text) : undefined
    if (deviceKinds.includes(kind ?? '')) continue
    if (kind === 'wording') {
      if (/^[0-9a-f]{16}$/.test(id)) wordings[id] = text
      continue
    }
    if (rollout) rollouts.set(id, rollout)
    else if (record) listOf(id).push([item, record, text])
    else others.set(key, text)
  }
  const contents = [...new Set([...rollouts.keys(), ...items.keys()])].sort().flatMap((id): RolloutContents[] => {
    const rollout = rollouts.get(id) ?? { format: recordFormat }
    const answers = items.get(id) ?? []
    // Answers to a rollout of which nobody knows the platform are no use to anyone but a person.
    if (isRolloutId(id) && describeRollout(id, rollout).platform !== '') {
      return [{ id, rollout, items: Object.fromEntries(answers.map(([item, record]) => [item, record])), wordings }]
    }
    for (const [item, , text] of answers) others.set(`item:${id}:${item}`, text)
    if (rollouts.has(id)) others.set(`rollout:${id}`, encodeRecord(rollout))
    return []
  })
  return { kind: 'rollouts', rollouts: contents, others: Object.fromEntries(others) }
}

function parseStoredRollout(id: string, text: string): RolloutRecord | undefined {
  const parsed = parseRecord<RolloutFields>(text, rolloutGuard)
  if (parsed.kind !== 'record') return undefined
  return rolloutSchema.safeParse({ ...parsed.record, id }).success ? parsed.record : undefined
}

function parseStoredItem(id: string, text: string): ItemRecord | undefined {
  const parsed = parseRecord<ItemFields>(text, itemGuard)
  if (parsed.kind !== 'record' || !itemIdSchema.safeParse(id).success) return undefined
  return itemAnswersSchema.safeParse(parsed.record).success ? parsed.record : undefined
}

/** Every fault with its path; of a union only the branch that was meant says what is wrong. */
function listFaults(error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = formatPath(issue.path)
    if (issue.code === 'invalid_key') return [{ path, message: issue.issues[0]?.message ?? 'has no valid name' }]
    return [{ path, message: issue.message }]
  })
}

const refuse = (path: string, message: string): ParsedFile => ({ kind: 'refused', faults: [{ path, message }] })

function withoutFormat({ format: _, ...fields }: StoredRecord<object>): object {
  return sortMembers(fields) as object
}

function withFormat<Fields>(fields: object): StoredRecord<Fields> {
  return { ...fields, format: recordFormat } as StoredRecord<Fields>
}
