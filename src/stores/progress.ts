import { atom, computed, type MapStore, map, type ReadableAtom, type WritableAtom } from 'nanostores'
import { now, records, storage } from '../browser/environment.ts'
import { conditionsOf, formerIdsOf } from '../browser/page-facts.ts'
import { itemKey, rolloutKey } from '../browser/record-reader.ts'
import {
  applyTraits,
  describeRollout,
  type ItemRecord,
  itemDigestLength,
  maxNoteLength,
  type Progress,
  type Rollout,
  type RolloutFields,
} from '../core/index.ts'
import { reportTrouble } from './trouble.ts'

/** The rollout of a platform and the records of its items, as stored. */
export interface PlatformProgress {
  $rollout: WritableAtom<Rollout>
  $items: MapStore<Record<string, ItemRecord>>
  /** The same as it counts: what the rollout's traits exclude does not apply. */
  $progress: ReadableAtom<Progress>
}

const opened = new Map<string, PlatformProgress>()

/** Stores of the rollout that a platform's pages show. */
export function progressOf(platform: string): PlatformProgress {
  const existing = opened.get(platform)
  if (existing) return existing
  const $rollout = atom(readRollout(platform))
  const $items = map(readItems(platform))
  const $progress = computed([$items, $rollout], (items, { id }) =>
    applyTraits(items, conditionsOf(platform), records.readRollout(id)?.traits),
  )
  const progress = { $rollout, $items, $progress }
  opened.set(platform, progress)
  reportTrouble()
  return progress
}

/** Ticks or unticks an item; returns whether it is stored on the device. */
export function tickItem(platform: string, item: string, digest: string, isDone: boolean): boolean {
  const state = isDone
    ? { kind: 'done' as const, itemDigest: digest.slice(0, itemDigestLength) }
    : { kind: 'open' as const }
  return change(platform, item, () =>
    records.writeItem(claimRollout(platform), item, 'state', state, now(), formerIdsOf(platform)[item]),
  )
}

/** What became of a note: stored or not, or refused with a reason for the person who wrote it. */
export type NoteResult = { kind: 'written'; isStored: boolean } | { kind: 'refused'; reason: string }

/** Sets the note of an item; what is too long is refused whole, and the note before stays. */
export function writeNote(platform: string, item: string, note: string): NoteResult {
  if (note.length > maxNoteLength) {
    const length = note.length.toLocaleString('en')
    const limit = maxNoteLength.toLocaleString('en')
    const reason = `This note has ${length} characters and ${limit} are kept. Shorten it or link to it; the note saved before is unchanged.`
    return { kind: 'refused', reason }
  }
  const write = () => records.writeItem(claimRollout(platform), item, 'note', note, now(), formerIdsOf(platform)[item])
  return { kind: 'written', isStored: change(platform, item, write) }
}

/** Changes what a rollout is called, where it goes, or what it rolls out. */
export function changeRollout<Name extends keyof RolloutFields>(
  platform: string,
  name: Name,
  value: RolloutFields[Name],
): boolean {
  const isStored = records.writeRollout(claimRollout(platform), name, value, now())
  progressOf(platform).$rollout.set(readRollout(platform))
  reportTrouble()
  return isStored
}

/** Whoever changes something works on this rollout: it becomes the one that the home page and the report show. */
function claimRollout(platform: string): string {
  const rollout = records.currentRollout(platform)
  if (records.readRollout(rollout) === undefined) records.writeRollout(rollout, 'platform', platform, now())
  if (records.lastPlatform() !== platform) records.chooseRollout(platform, rollout)
  return rollout
}

function change(platform: string, item: string, write: () => boolean): boolean {
  const isStored = write()
  refreshItem(platform, item)
  reportTrouble()
  return isStored
}

function refreshItem(platform: string, item: string): void {
  const { $items, $rollout } = progressOf(platform)
  const record = records.readItem($rollout.get().id, item, formerIdsOf(platform)[item])
  // nanostores removes a key that is set to undefined, which the type of a map cannot say.
  $items.setKey(item, record as ItemRecord)
}

function readRollout(platform: string): Rollout {
  const id = records.currentRollout(platform)
  return describeRollout(id, platform, records.readRollout(id))
}

function readItems(platform: string): Record<string, ItemRecord> {
  const rollout = records.currentRollout(platform)
  const former = formerIdsOf(platform)
  const prefix = itemKey(rollout, '')
  const stored = storage.keys().filter((key) => key.startsWith(prefix))
  const ids = [...stored.map((key) => key.slice(prefix.length)), ...Object.keys(former)]
  const items = ids.map((id) => [id, records.readItem(rollout, id, former[id])])
  return Object.fromEntries(items.filter(([, record]) => record))
}

storage.onChange((key) => {
  for (const [platform, { $rollout, $items }] of opened) {
    const rollout = $rollout.get().id
    if (records.currentRollout(platform) !== rollout) {
      $rollout.set(readRollout(platform))
      $items.set(readItems(platform))
    } else if (key === rolloutKey(rollout)) $rollout.set(readRollout(platform))
    else if (key.startsWith(itemKey(rollout, ''))) refreshItem(platform, key.slice(itemKey(rollout, '').length))
  }
})

// A page that the browser kept and shows again has heard nothing of other tabs meanwhile.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  for (const [platform, { $rollout, $items }] of opened) {
    $rollout.set(readRollout(platform))
    $items.set(readItems(platform))
  }
})
