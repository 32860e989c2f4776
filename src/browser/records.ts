import {
  encodeRecord,
  type FieldGuards,
  type ItemFields,
  itemGuards,
  mergeRecords,
  parseRecord,
  type RolloutFields,
  recordFormat,
  rolloutGuards,
  type StoredRecord,
  setField,
} from '../core/index.ts'
import { currentKey, itemKey, openRecordReader, parseCurrent, type RecordReader, rolloutKey } from './record-reader.ts'
import type { TextStorage } from './storage.ts'

/** One record of its own for each item and each rollout, so that a write changes nothing else. */
export interface Records extends RecordReader {
  chooseRollout(platform: string, rollout: string): boolean
  writeItem<Name extends keyof ItemFields>(
    rollout: string,
    item: string,
    name: Name,
    value: ItemFields[Name],
    now: Date,
    formerIds?: readonly string[],
  ): boolean
  writeRollout<Name extends keyof RolloutFields>(
    rollout: string,
    name: Name,
    value: RolloutFields[Name],
    now: Date,
  ): boolean
}

export function openRecords(storage: TextStorage): Records {
  const reader = openRecordReader(storage.read)

  /** What waits in memory, while the device holds something else that cannot be read. */
  const parseWaiting = <Fields>(key: string, guards: FieldGuards<Fields>): StoredRecord<Fields> | undefined => {
    const parsed = parseRecord(storage.waiting(key) ?? '', guards)
    return parsed.kind === 'record' ? parsed.record : undefined
  }

  const write = <Fields, Name extends keyof Fields>(
    key: string,
    guards: FieldGuards<Fields>,
    stored: StoredRecord<Fields> | undefined,
    name: Name,
    value: Fields[Name],
    now: Date,
  ): boolean => {
    const trouble = reader.troubles.get(key)
    if (trouble?.kind === 'newer') return false
    const text = encodeRecord(setField(stored ?? parseWaiting(key, guards), name, value, now))
    if (trouble && !storage.setAside(key)) {
      storage.hold(key, text)
      return false
    }
    return storage.write(key, text)
  }

  return {
    ...reader,
    chooseRollout: (platform, rollout) => {
      const current = reader.readCurrent()
      if (current.isNewer || (current.isUnreadable && !storage.setAside(currentKey))) return false
      const rollouts = { ...current.rollouts, [platform]: rollout }
      return storage.write(currentKey, JSON.stringify({ ...current.others, format: recordFormat, platform, rollouts }))
    },
    // Another tab may have written since this one read: one field is changed of what is stored now.
    writeItem: (rollout, item, name, value, now, formerIds) =>
      write(itemKey(rollout, item), itemGuards, reader.readItem(rollout, item, formerIds), name, value, now),
    writeRollout: (rollout, name, value, now) =>
      write(rolloutKey(rollout), rolloutGuards, reader.readRollout(rollout), name, value, now),
  }
}

/**
 * Joins two texts of one key, field by field where both are records.
 *
 * @returns Undefined where the stored text is of a newer format or cannot be read: it is left alone.
 */
export function mergeRecordTexts(key: string, stored: string, waiting: string): string | undefined {
  if (key === currentKey) return mergeCurrent(stored, waiting)
  if (key.startsWith('item:')) return mergeWith(itemGuards, stored, waiting)
  return key.startsWith('rollout:') ? mergeWith(rolloutGuards, stored, waiting) : undefined
}

function mergeWith<Fields>(guards: FieldGuards<Fields>, stored: string, waiting: string): string | undefined {
  const theirs = parseRecord(stored, guards)
  const ours = parseRecord(waiting, guards)
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
