/** Whole rollouts out of storage and into it, for copies, files and deletion. */
import { now, records, storage } from '../browser/environment.ts'
import { formerIdsOf, renamedItems } from '../browser/page-facts.ts'
import { itemKey, keptKey, rolloutKey, wordingKey } from '../browser/record-reader.ts'
import type { Change } from '../browser/records.ts'
import {
  describeRollout,
  type ItemRecord,
  mergeRecords,
  recordFormat,
  type StoredRecord,
  setField,
  stableText,
} from '../core/index.ts'
import type { RolloutContents } from '../core/rollout-file.ts'
import { refreshPlatform } from './progress.ts'
import { reportTrouble } from './trouble.ts'

/** Ids of all rollouts that have anything stored, sorted. */
export function listRolloutIds(): string[] {
  const ids = storage.keys().flatMap((key) => /^(?:rollout|item):([^:]+)/.exec(key)?.[1] ?? [])
  return [...new Set(ids)].sort()
}

/** Everything that is stored of a rollout; answers under former ids stand under the ids of now. */
export function readContents(id: string): RolloutContents {
  const rollout = records.readRollout(id) ?? { format: recordFormat }
  const { platform } = describeRollout(id, rollout)
  const prefix = itemKey(id, '')
  const stored = storage.keys().filter((key) => key.startsWith(prefix))
  const ids = new Set(stored.map((key) => currentIdOf(platform, key.slice(prefix.length))))
  const items = [...ids].map((item) => [item, records.readItem(id, item, formerIdsOf(platform, item))] as const)
  const known = items.filter((entry): entry is readonly [string, ItemRecord] => entry[1] !== undefined)
  return { id, rollout, items: Object.fromEntries(known), wordings: readWordings(known.map(([, record]) => record)) }
}

/** The id that an item has now. */
export function currentIdOf(platform: string, item: string): string {
  return renamedItems(platform).find((id) => formerIdsOf(platform, id)?.includes(item)) ?? item
}

/** Chooses between two values that were set without knowing of each other; undefined lets the later one stay. */
export type Choose = (item: string | undefined, field: string) => 'ours' | 'theirs' | undefined

/** Merges a rollout into what is stored under its id; returns whether the device holds all of it. */
export function mergeContents({ id, rollout, items, wordings }: RolloutContents, choose: Choose = () => undefined) {
  const { platform } = describeRollout(id, rollout)
  const results = [
    records.changeRollout(
      id,
      merging(rollout, (field) => choose(undefined, field)),
    ),
  ]
  for (const [stored, theirs] of Object.entries(items)) {
    if (!theirs) continue
    const item = currentIdOf(platform, stored)
    const merge = merging(theirs, (field) => choose(item, field))
    results.push(records.changeItem(id, item, merge, formerIdsOf(platform, item)))
  }
  for (const [digest, text] of Object.entries(wordings)) {
    const key = wordingKey(digest)
    if (storage.read(key) === undefined) results.push(storage.write(key, text))
  }
  refreshPlatform(platform)
  reportTrouble()
  return results.every(Boolean)
}

/** Takes a rollout away for good, with all of its answers. */
export function removeContents(id: string): void {
  const own = storage.keys().filter((key) => key === rolloutKey(id) || key.startsWith(itemKey(id, '')))
  for (const key of own) records.restore(key, undefined)
  // A later rollout of this id is not this one: it does not go into its file.
  storage.remove(keptKey(id))
}

/** Merges theirs in, and sets the fields for which a person chose the value that a merge would not keep. */
function merging<Fields>(
  theirs: StoredRecord<Fields>,
  choose: (field: string) => 'ours' | 'theirs' | undefined,
): Change<Fields> {
  return (ours) => {
    if (!ours) return theirs
    const merged = mergeRecords(ours, theirs)
    return (Object.keys(merged) as (keyof Fields & string)[]).reduce((record, name) => {
      const side = choose(name)
      const chosen = side && { ours, theirs }[side][name]
      if (!chosen || stableText(chosen.value) === stableText(merged[name]?.value)) return record
      return setField(record, name, chosen.value, now(), { by: records.readPerson() })
    }, merged)
  }
}

function readWordings(items: readonly ItemRecord[]): Record<string, string> {
  const digests = items.flatMap(({ state }) => (state && 'itemDigest' in state.value && state.value.itemDigest) || [])
  const texts = digests.map((digest) => [digest, storage.read(wordingKey(digest))])
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined))
}
