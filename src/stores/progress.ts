import { atom, type WritableAtom } from 'nanostores'
import { now, records, storage } from '../browser/environment.ts'
import { formerIdsOf, renamedItems, termsOf } from '../browser/page-facts.ts'
import { itemKey, rolloutKey } from '../browser/record-reader.ts'
import { type ItemFields, isReworded, maxNoteLength, type Progress } from '../core/progress.ts'
import { recordFormat, setField } from '../core/record.ts'
import { describeRollout, type Rollout, type RolloutFields } from '../core/rollout.ts'
import { cleanText } from '../core/text.ts'
import { reportTrouble } from './trouble.ts'

/** The rollout of a platform and the records of its items, as stored. */
export interface PlatformProgress {
  $rollout: WritableAtom<Rollout>
  $items: WritableAtom<Progress>
}

/** What became of a change: stored or not, or refused with a reason for the person who made it. */
export type ChangeResult = { kind: 'written'; isStored: boolean } | { kind: 'refused'; reason: string }

const opened = new Map<string, PlatformProgress>()

/** When this page got its wording: answers to another one that came later belong to a later page. */
const loadedAt = new Date(performance.timeOrigin).toISOString()

/** Stores of the rollout that a platform's pages show. */
export function progressOf(platform: string): PlatformProgress {
  const existing = opened.get(platform)
  if (existing) return existing
  const progress = { $rollout: atom(readRollout(platform)), $items: atom(readItems(platform)) }
  opened.set(platform, progress)
  reportTrouble()
  return progress
}

/** Ticks an item in the wording that this page shows, or unticks it. */
export function tickItem(platform: string, item: string, isDone: boolean): ChangeResult {
  const itemDigest = termsOf(platform, item).digest ?? ''
  return changeItem(platform, item, 'state', isDone ? { kind: 'done', itemDigest } : { kind: 'open' })
}

/**
 * Sets the note of an item; what is too long is refused whole, and the note before stays.
 */
export function writeNote(
  platform: string,
  item: string,
  note: string,
  options: Pick<ItemChangeOptions, 'amends' | 'rollout'>,
): ChangeResult {
  if (note.length > maxNoteLength) {
    const length = note.length.toLocaleString('en')
    const limit = maxNoteLength.toLocaleString('en')
    const reason = `This note has ${length} characters and ${limit} are kept. Shorten it or link to it; the note saved before is unchanged.`
    return { kind: 'refused', reason }
  }
  return changeItem(platform, item, 'note', cleanText(note), options)
}

interface ItemChangeOptions {
  /** Time of the version that is still being written, see {@link setField}. */
  amends?: string | undefined
  /** Rollout that the change was begun in, where the page may show another one by now. */
  rollout?: string | undefined
}

/** Changes one field of an item. */
export function changeItem<Name extends keyof ItemFields>(
  platform: string,
  item: string,
  name: Name,
  value: ItemFields[Name],
  { amends, rollout = progressOf(platform).$rollout.get().id }: ItemChangeOptions = {},
): ChangeResult {
  claimRollout(platform, rollout)
  const result = writeItem(platform, item, name, value, { amends, rollout })
  showItems(platform, [item])
  return result
}

/** Writes one field of an item of a claimed rollout: nothing hears of it before {@link showItems}. */
export function writeItem<Name extends keyof ItemFields>(
  platform: string,
  item: string,
  name: Name,
  value: ItemFields[Name],
  { amends, rollout }: ItemChangeOptions & { rollout: string },
): ChangeResult {
  const formerIds = formerIdsOf(platform, item)
  const state = records.readItem(rollout, item, formerIds)?.state
  if (name === 'state' && state && state.at > loadedAt && isReworded(state.value, termsOf(platform, item).digest)) {
    const reason =
      'This page is older than the answer: somebody answered a newer wording since it was opened. Reload it.'
    return { kind: 'refused', reason }
  }
  const by = records.readPerson()
  const isStored = records.changeItem(
    rollout,
    item,
    (record) => setField(record, name, value, now(), { by, amends }),
    formerIds,
  )
  return { kind: 'written', isStored }
}

/** Sets several fields of a rollout in one write. */
export function writeRolloutFields(rollout: string, fields: Partial<RolloutFields>): boolean {
  const by = records.readPerson()
  const isStored = records.changeRollout(rollout, (stored) => {
    // A rollout that does not name its platform is no use in a file.
    const { platform } = describeRollout(rollout, stored)
    const entries = Object.entries({ ...(!stored?.platform && { platform }), ...fields }) as [
      keyof RolloutFields,
      never,
    ][]
    return entries.reduce(
      (record, [name, value]) => setField<RolloutFields, typeof name>(record, name, value, now(), { by }),
      stored ?? { format: recordFormat },
    )
  })
  reportTrouble()
  return isStored
}

/** Whoever changes something works on this rollout: it becomes the one that the home page and the report show. */
export function claimRollout(platform: string, rollout: string): void {
  if (records.readRollout(rollout) === undefined) writeRolloutFields(rollout, { platform })
  if (records.lastPlatform() !== platform) records.chooseRollout(platform, records.currentRollout(platform))
}

/** Shows items as they are stored now, however many, in one change of the store: whatever listens computes once. */
export function showItems(platform: string, changed: readonly string[]): void {
  const { $items, $rollout } = progressOf(platform)
  const read = (item: string) => records.readItem($rollout.get().id, item, formerIdsOf(platform, item))
  $items.set({ ...$items.get(), ...Object.fromEntries(changed.map((item) => [item, read(item)])) })
  reportTrouble()
}

/** Reads again whatever the stores of a platform show. */
export function refreshPlatform(platform: string): void {
  const progress = opened.get(platform)
  progress?.$rollout.set(readRollout(platform))
  progress?.$items.set(readItems(platform))
}

function readRollout(platform: string): Rollout {
  const id = records.currentRollout(platform)
  // A rollout that nobody has changed yet has no record that names its platform.
  return { ...describeRollout(id, records.readRollout(id)), platform }
}

function readItems(platform: string): Progress {
  const rollout = records.currentRollout(platform)
  const prefix = itemKey(rollout, '')
  const stored = storage.keys().filter((key) => key.startsWith(prefix))
  const ids = [...stored.map((key) => key.slice(prefix.length)), ...renamedItems(platform)]
  const items = ids.map((id) => [id, records.readItem(rollout, id, formerIdsOf(platform, id))])
  return Object.fromEntries(items.filter(([, record]) => record))
}

storage.onChange((key, text) => {
  records.absorb(key, text)
  for (const [platform, { $rollout }] of opened) {
    const rollout = $rollout.get().id
    if (records.currentRollout(platform) !== rollout) refreshPlatform(platform)
    else if (key === rolloutKey(rollout)) $rollout.set(readRollout(platform))
    else if (key.startsWith(itemKey(rollout, ''))) showItems(platform, [key.slice(itemKey(rollout, '').length)])
  }
})

// A page that the browser kept and shows again has heard nothing of other tabs meanwhile.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  for (const platform of opened.keys()) refreshPlatform(platform)
})
