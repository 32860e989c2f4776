/** Rollouts as files: out as they are stored, in after a look at what would change, and back out again. */
import { loadChecklist } from '../browser/checklists.ts'
import { records, storage } from '../browser/environment.ts'
import { currentKey } from '../browser/record-reader.ts'
import {
  compareRecords,
  describeRollout,
  type FieldChange,
  followRenames,
  listItems,
  type RecordRelation,
  type Rollout,
  relateRecords,
} from '../core/index.ts'
import type { Fault } from '../core/json.ts'
import { checkAnswers, encodeRolloutFile, parseGoliveFile, type RolloutContents } from '../core/rollout-file.ts'
import { listRolloutIds, mergeContents, readContents } from './contents.ts'
import { refreshPlatform } from './progress.ts'
import { refreshRollouts } from './rollouts.ts'

/** What a file would change of one item, or of the rollout itself where it names none. */
export interface ChangePreview {
  item: string | undefined
  /** Title of the item, or its id where the checklist does not know it. */
  title: string
  /** The checklist of this site has no such item; its answer is kept all the same. */
  isUnknown: boolean
  relation: RecordRelation
  changes: FieldChange[]
}

export interface RolloutPreview {
  contents: RolloutContents
  rollout: Rollout
  isNew: boolean
  changes: ChangePreview[]
}

/** What a file would do to what is stored. */
export interface ImportPlan {
  rollouts: RolloutPreview[]
  /** Texts of a backup that are no readable records, by key. */
  others: Readonly<Record<string, string>>
}

export type PlannedImport = { kind: 'plan'; plan: ImportPlan } | { kind: 'refused'; faults: Fault[] }

/** Chosen sides of conflicts by rollout, item and field, see {@link choiceKey}. */
export type Choices = ReadonlyMap<string, 'ours' | 'theirs'>

export function choiceKey(rollout: string, item: string | undefined, field: string): string {
  return `${rollout} ${item ?? ''} ${field}`
}

/** An import that can be undone: what each key held before and after. */
export interface DoneImport {
  isStored: boolean
  platforms: string[]
  texts: ReadonlyMap<string, { before: string | undefined; after: string | undefined }>
}

/**
 * Name and text of a rollout's file.
 *
 * @param contents What goes into the file where that is not what is stored now.
 */
export function exportRollout(id: string, contents = readContents(id)): { name: string; text: string } {
  return { name: `${id}.golive.json`, text: encodeRolloutFile(contents) }
}

/**
 * Reads a file and tells what importing it would change; changes nothing.
 *
 * @param platforms Ids of the platforms of this site.
 */
export async function planImport(text: string, platforms: readonly string[]): Promise<PlannedImport> {
  const parsed = parseGoliveFile(text)
  if (parsed.kind === 'refused') return parsed
  const planned = await Promise.all(parsed.rollouts.map((contents) => planRollout(contents, platforms)))
  const faults = planned.flatMap((plan) => ('faults' in plan ? plan.faults : []))
  if (faults.length > 0) return { kind: 'refused', faults }
  const rollouts = planned.filter((plan): plan is RolloutPreview => !('faults' in plan))
  return { kind: 'plan', plan: { rollouts, others: parsed.others } }
}

async function planRollout(
  contents: RolloutContents,
  platforms: readonly string[],
): Promise<RolloutPreview | { faults: Fault[] }> {
  const { id, rollout: record } = contents
  const rollout = describeRollout(id, record)
  const path = 'rollout.platform.value'
  if (!platforms.includes(rollout.platform)) {
    return { faults: [{ path, message: `names the platform "${rollout.platform}", which this site does not have` }] }
  }
  const isNew = !listRolloutIds().includes(id)
  const ours = readContents(id)
  // A record that cannot be read here names no platform.
  const ourPlatform = ours.rollout.platform?.value ?? rollout.platform
  if (ourPlatform !== rollout.platform) {
    return {
      faults: [{ path, message: `is "${rollout.platform}", and the rollout "${id}" here is of "${ourPlatform}"` }],
    }
  }
  const { checklist } = await loadChecklist(rollout.platform)
  const faults = checkAnswers(contents, checklist)
  if (faults.length > 0) return { faults }
  const items = followRenames(contents.items, checklist)
  const titles = new Map(listItems(checklist).map((item) => [item.id, item.title]))
  const preview = (item: string | undefined, mine: object | undefined, theirs: object | undefined): ChangePreview => ({
    item,
    title: item === undefined ? 'The rollout itself' : (titles.get(item) ?? item),
    isUnknown: item !== undefined && !titles.has(item),
    relation: relateRecords(mine as never, theirs as never),
    changes: compareRecords(mine as never, theirs as never),
  })
  const changes = Object.entries(items).map(([item, theirs]) =>
    preview(item, Object.hasOwn(ours.items, item) ? ours.items[item] : undefined, theirs),
  )
  return {
    contents: { ...contents, items },
    rollout,
    isNew,
    changes: [preview(undefined, isNew ? undefined : ours.rollout, record), ...changes],
  }
}

/** Merges what was planned; what both sides changed follows the choices, or the later side. */
export function applyImport({ rollouts, others }: ImportPlan, choices: Choices): DoneImport {
  const before = readAll()
  const results = rollouts.map(({ contents }) =>
    mergeContents(contents, (item, field) => choices.get(choiceKey(contents.id, item, field))),
  )
  for (const [key, text] of Object.entries(others)) {
    // What is nobody's record is kept beside the others, and never in the place of one.
    const isOwn = key === currentKey || key === 'person'
    if (isOwn && storage.read(key) === undefined) results.push(storage.write(key, text))
    else if (!isOwn) results.push(storage.setAside(key.replace(/^aside:(.*?)(:\d+)?$/, '$1'), text))
  }
  const platforms = [...new Set(rollouts.map(({ rollout }) => rollout.platform))]
  refreshAll(platforms)
  const after = readAll()
  const changed = [...after.keys()].filter((key) => after.get(key) !== before.get(key))
  const texts = changed.map((key) => [key, { before: before.get(key), after: after.get(key) }] as const)
  return { isStored: results.every(Boolean), platforms, texts: new Map(texts) }
}

/**
 * Puts back what an import replaced.
 *
 * @returns Keys that were changed since, which are left as they are.
 */
export function undoImport({ texts, platforms }: DoneImport): string[] {
  const changed: string[] = []
  for (const [key, { before, after }] of texts) {
    if (storage.read(key) === after) records.restore(key, before)
    else changed.push(key)
  }
  refreshAll(platforms)
  return changed
}

function readAll(): Map<string, string | undefined> {
  return new Map(storage.keys().map((key) => [key, storage.read(key)]))
}

function refreshAll(platforms: readonly string[]): void {
  for (const platform of platforms) refreshPlatform(platform)
  refreshRollouts()
}
