import { type ItemFields, itemGuard } from '../core/progress.ts'
import {
  encodeRecord,
  type FieldGuard,
  mergeRecords,
  parseRecord,
  recordFormat,
  type StoredRecord,
  setField,
} from '../core/record.ts'
import { type RolloutFields, rolloutGuard } from '../core/rollout.ts'
import { currentKey, itemKey, openRecordReader, parseCurrent, type RecordReader, rolloutKey } from './record-reader.ts'
import type { TextStorage } from './storage.ts'

/** What a change makes of the record that is stored now; undefined where none is. */
export type Change<Fields> = (stored: StoredRecord<Fields> | undefined) => StoredRecord<Fields>

/**
 * One record of its own for each item and each rollout, so that a write changes nothing else.
 *
 * Writing returns whether the device holds the change.
 */
export interface Records extends RecordReader {
  chooseRollout(platform: string, rollout: string): boolean
  changeItem(rollout: string, item: string, change: Change<ItemFields>, formerIds?: readonly string[]): boolean
  changeRollout(rollout: string, change: Change<RolloutFields>): boolean
  /** Name that changes are marked with; empty while nobody gave one. */
  readPerson(): string
  writePerson(name: string, now: Date): boolean
  /** Puts a text back as it was, or away where there was none. */
  restore(key: string, text: string | undefined): boolean
  /**
   * Takes in what another tab wrote. Two tabs may have read the same text and written one after the other; whoever
   * hears of the other's text joins it with their own, so that both changes stay.
   */
  absorb(key: string, text: string | undefined): void
}

const personKey = 'person'
const personGuard: FieldGuard = (name) => (name === 'name' ? (value) => typeof value === 'string' : undefined)

export function openRecords(storage: TextStorage): Records {
  const reader = openRecordReader(storage.read)
  /** The last text that this tab wrote under a key. */
  const written = new Map<string, string>()

  /** What waits in memory, while the device holds something else that cannot be read. */
  const parseWaiting = <Fields>(key: string, guard: FieldGuard): StoredRecord<Fields> | undefined => {
    const parsed = parseRecord<Fields>(storage.waiting(key) ?? '', guard)
    return parsed.kind === 'record' ? parsed.record : undefined
  }

  const write = <Fields>(
    key: string,
    guard: FieldGuard,
    stored: StoredRecord<Fields> | undefined,
    change: Change<Fields>,
  ): boolean => {
    const trouble = reader.troubles.get(key)
    if (trouble?.kind === 'newer') return false
    const text = encodeRecord(change(stored ?? parseWaiting(key, guard)))
    if (trouble && !storage.setAside(key)) {
      storage.hold(key, text)
      return false
    }
    written.set(key, text)
    return storage.write(key, text)
  }

  const readPerson = () => reader.read<{ name: string }>(personKey, personGuard)

  return {
    ...reader,
    chooseRollout: (platform, rollout) => {
      const current = reader.readCurrent()
      if (current.isNewer || (current.isUnreadable && !storage.setAside(currentKey))) return false
      const rollouts = { ...current.rollouts, [platform]: rollout }
      // Not among what is joined with other tabs' texts: of two choices the later one counts, whole.
      return storage.write(currentKey, JSON.stringify({ ...current.others, format: recordFormat, platform, rollouts }))
    },
    // Another tab may have written since this one read: a change is made to what is stored now.
    changeItem: (rollout, item, change, formerIds) =>
      write<ItemFields>(itemKey(rollout, item), itemGuard, reader.readItem(rollout, item, formerIds), change),
    changeRollout: (rollout, change) =>
      write<RolloutFields>(rolloutKey(rollout), rolloutGuard, reader.readRollout(rollout), change),
    readPerson: () => readPerson()?.name?.value ?? '',
    writePerson: (name, now) =>
      write<{ name: string }>(personKey, personGuard, readPerson(), (person) => setField(person, 'name', name, now)),
    restore: (key, text) => {
      written.delete(key)
      return text === undefined ? storage.remove(key) : storage.write(key, text)
    },
    absorb: (key, text) => {
      const own = written.get(key)
      if (text === undefined) written.delete(key)
      if (text === undefined || own === undefined || own === text) return
      const stored = storage.read(key) ?? text
      const joined = mergeRecordTexts(key, stored, mergeRecordTexts(key, text, own) ?? stored)
      if (joined === undefined || joined === stored) return
      written.set(key, joined)
      storage.write(key, joined)
    },
  }
}

/**
 * Joins two texts of one key, field by field where both are records.
 *
 * @returns Undefined where the stored text is of a newer format or cannot be read: it is left alone.
 */
export function mergeRecordTexts(key: string, stored: string, waiting: string): string | undefined {
  if (key === currentKey) return mergeCurrent(stored, waiting)
  if (key === personKey) return mergeWith(personGuard, stored, waiting)
  if (key.startsWith('item:')) return mergeWith(itemGuard, stored, waiting)
  return key.startsWith('rollout:') ? mergeWith(rolloutGuard, stored, waiting) : undefined
}

function mergeWith(guard: FieldGuard, stored: string, waiting: string): string | undefined {
  const theirs = parseRecord<object>(stored, guard)
  const ours = parseRecord<object>(waiting, guard)
  if (theirs.kind !== 'record' || ours.kind !== 'record') return undefined
  return encodeRecord(mergeRecords(theirs.record, ours.record))
}

function mergeCurrent(stored: string, waiting: string): string | undefined {
  const theirs = parseCurrent(stored)
  const ours = parseCurrent(waiting)
  if (theirs.isNewer || theirs.isUnreadable) return undefined
  const { platform = theirs.platform } = ours
  const rollouts = { ...theirs.rollouts, ...ours.rollouts }
  return JSON.stringify({ ...theirs.others, ...ours.others, format: recordFormat, platform, rollouts })
}
