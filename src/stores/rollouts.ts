/** All rollouts of this browser, whatever their platform: made, copied, put away, brought back. */
import { atom } from 'nanostores'
import { now, records, storage } from '../browser/environment.ts'
import { rolloutKey } from '../browser/record-reader.ts'
import {
  describeRollout,
  type ItemRecord,
  isObject,
  isRolloutId,
  type Progress,
  proposeRolloutId,
  type Rollout,
  type RolloutFields,
  recordFormat,
  setField,
} from '../core/index.ts'
import { listRolloutIds, mergeContents, readContents, removeContents } from './contents.ts'
import { refreshPlatform, writeRolloutFields } from './progress.ts'
import { reportTrouble } from './trouble.ts'

export interface RolloutEntry {
  rollout: Rollout
  items: Progress
  /** The pages of its platform show it. */
  isCurrent: boolean
  /** When anything of it last changed. */
  changedAt: string | undefined
}

/** Every rollout, those changed last first. */
export const $rollouts = atom<RolloutEntry[]>([])

/** Reads all rollouts again. */
export function refreshRollouts(): void {
  const entries = listRolloutIds().map(readEntry)
  $rollouts.set(entries.sort((a, b) => ((a.changedAt ?? '') < (b.changedAt ?? '') ? 1 : -1)))
  reportTrouble()
}

/** Why an id cannot be given to a new rollout; undefined when it can. */
export function findIdProblem(id: string): string | undefined {
  if (!isRolloutId(id))
    return 'An id has lower-case letters, digits, dots and hyphens, like payments-2.4.0, at most 60 of them.'
  return listRolloutIds().includes(id)
    ? `There is a rollout "${id}" already, perhaps among the deleted ones.`
    : undefined
}

/** Makes a rollout and shows it on its platform's pages; the id has to be free, see {@link findIdProblem}. */
export function createRollout(
  id: string,
  fields: Partial<RolloutFields> & Pick<RolloutFields, 'platform' | 'name'>,
): boolean {
  const isStored = writeRolloutFields(id, fields)
  chooseRollout(fields.platform, id)
  refreshRollouts()
  return isStored
}

/**
 * Starts a rollout from the answers of an earlier one.
 *
 * What was said of the same platform is carried: answers, notes, decisions, evidence. What proves that the earlier
 * rollout was ready proves nothing of this one, so what is done and what is a risk has to be confirmed again. What was
 * rolled out then, when, and how to undo it are not carried.
 */
export function copyRollout(from: string, id: string, name: string): boolean {
  const { rollout, items, wordings } = readContents(from)
  const { platform, environment, service, traits, people, abortCriteria } = describeRollout(from, rollout)
  const carried = {
    name,
    platform,
    environment,
    service,
    people,
    abortCriteria,
    copiedFrom: from,
    ...(traits && { traits }),
  }
  const isStored = writeRolloutFields(id, carried)
  const answers = Object.entries(items).map(([item, record]) => [item, record && carryAnswer(record, from)])
  const isCopied = mergeContents({
    id,
    rollout: { format: recordFormat },
    items: Object.fromEntries(answers),
    wordings,
  })
  chooseRollout(platform, id)
  refreshRollouts()
  return isStored && isCopied
}

/** Shows another rollout on a platform's pages, here and in every other tab. */
export function chooseRollout(platform: string, rollout: string): boolean {
  const isStored = records.chooseRollout(platform, rollout)
  refreshPlatform(platform)
  reportTrouble()
  return isStored
}

/** Changes a rollout wherever it is shown. */
export function changeRolloutById(id: string, fields: Partial<RolloutFields>): boolean {
  const isStored = writeRolloutFields(id, fields)
  refreshPlatform(describeRollout(id, records.readRollout(id)).platform)
  refreshRollouts()
  return isStored
}

/** Puts a rollout away, or brings it back. */
export function archiveRollout(id: string, isArchived: boolean): boolean {
  const isStored = changeRolloutById(id, { archivedAt: isArchived ? now().toISOString() : '' })
  if (isArchived) showAnother(id)
  return isStored
}

/** Deletes a rollout in a way that can be undone: it is marked, and nothing of it is lost. */
export function deleteRollout(id: string): boolean {
  const isStored = changeRolloutById(id, { deletedAt: now().toISOString() })
  showAnother(id)
  return isStored
}

/** Brings a deleted rollout back, and shows it on its platform's pages. */
export function restoreRollout(id: string): boolean {
  const isStored = changeRolloutById(id, { deletedAt: '' })
  openRollout(describeRollout(id, records.readRollout(id)))
  return isStored
}

/** Pages that show a rollout which is out of use show another one of its platform, or an empty one. */
function showAnother(id: string): void {
  const { platform } = describeRollout(id, records.readRollout(id))
  if (records.currentRollout(platform) !== id) return
  const isUsed = ({ rollout }: RolloutEntry) =>
    rollout.platform === platform && !rollout.deletedAt && !rollout.archivedAt
  const next = $rollouts.get().find(isUsed)
  chooseRollout(platform, next?.rollout.id ?? proposeRolloutId('', platform, listRolloutIds()))
  refreshRollouts()
}

/** Removes a rollout and all of its answers for good. */
export function removeRollout(id: string): void {
  const { platform } = describeRollout(id, records.readRollout(id))
  removeContents(id)
  refreshPlatform(platform)
  refreshRollouts()
}

export function openRollout({ platform, id }: Rollout): boolean {
  const isStored = chooseRollout(platform, id)
  refreshRollouts()
  return isStored
}

function readEntry(id: string): RolloutEntry {
  const { rollout: record, items } = readContents(id)
  const rollout = describeRollout(id, record)
  const times = [record, ...Object.values(items)].flatMap((each) => listTimes(each)).sort()
  return { rollout, items, isCurrent: records.currentRollout(rollout.platform) === id, changedAt: times.at(-1) }
}

function listTimes(record: object | undefined): string[] {
  return Object.values(record ?? {}).flatMap((field) =>
    isObject(field) && typeof field['at'] === 'string' ? field['at'] : [],
  )
}

/** An answer without its history, marked with where it comes from. */
function carryAnswer(record: ItemRecord, from: string): ItemRecord {
  const bare = Object.entries(record).map(([name, field]) => {
    const isField = isObject(field) && 'before' in field
    return [name, isField ? { ...(field as object), before: undefined } : field]
  })
  const carried: ItemRecord = Object.fromEntries(bare)
  const state = carried.state?.value
  if (state?.kind !== 'done' && state?.kind !== 'risk-accepted') return carried
  return setField(carried, 'state', { ...state, copiedFrom: from }, now(), {
    amends: carried.state?.at,
    by: records.readPerson(),
  })
}

storage.onChange((key) => {
  if (key.startsWith(rolloutKey('')) || key.startsWith('item:') || key === 'current') refreshRollouts()
})

// A page that the browser kept and shows again has heard nothing of other tabs meanwhile.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) refreshRollouts()
})
