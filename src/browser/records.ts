import {
  defaultRolloutId,
  encodeRecord,
  type FieldGuards,
  type ItemFields,
  type ItemRecord,
  isObject,
  itemGuards,
  mergeRecords,
  parseRecord,
  type RolloutFields,
  type RolloutRecord,
  recordFormat,
  rolloutGuards,
  type StoredRecord,
  setField,
} from '../core/index.ts'
import type { TextStorage } from './storage.ts'

/** A stored text that could not be used, for the notice that tells of it. */
export interface StoredTrouble {
  key: string
  kind: 'unreadable' | 'newer'
  detail: string
}

/** One record of its own for each item and each rollout, so that a write changes nothing else. */
export interface Records {
  /** The rollout that a platform's pages show, and the platform used last. */
  currentRollout(platform: string): string
  lastPlatform(): string | undefined
  chooseRollout(platform: string, rollout: string): boolean
  readItem(rollout: string, item: string): ItemRecord | undefined
  writeItem<Name extends keyof ItemFields>(
    rollout: string,
    item: string,
    name: Name,
    value: ItemFields[Name],
    now: Date,
  ): boolean
  /** Lets records follow items that were renamed: former ids by the id of now. What was stored before stays. */
  renameItems(rollout: string, formerIds: Readonly<Record<string, readonly string[]>>): void
  readRollout(rollout: string): RolloutRecord | undefined
  writeRollout<Name extends keyof RolloutFields>(
    rollout: string,
    name: Name,
    value: RolloutFields[Name],
    now: Date,
  ): boolean
  /** Texts that could not be used so far. */
  troubles(): StoredTrouble[]
}

const currentKey = 'current'
export const itemKey = (rollout: string, item: string) => `item:${rollout}:${item}`
export const rolloutKey = (rollout: string) => `rollout:${rollout}`

export function openRecords(storage: TextStorage): Records {
  const troubles = new Map<string, StoredTrouble>()

  const read = <Fields>(key: string, guards: FieldGuards<Fields>): StoredRecord<Fields> | undefined => {
    const text = storage.read(key)
    if (text === undefined) {
      troubles.delete(key)
      return undefined
    }
    const parsed = parseRecord(text, guards)
    if (parsed.kind === 'record') {
      troubles.delete(key)
      return parsed.record
    }
    if (parsed.kind === 'newer') {
      troubles.set(key, { key, kind: 'newer', detail: `format ${parsed.format}` })
    } else {
      troubles.set(key, { key, kind: 'unreadable', detail: parsed.reason })
    }
    return undefined
  }

  /** What waits in memory, while the device holds something else that cannot be read. */
  const parseWaiting = <Fields>(key: string, guards: FieldGuards<Fields>): StoredRecord<Fields> | undefined => {
    const parsed = parseRecord(storage.waiting(key) ?? '', guards)
    return parsed.kind === 'record' ? parsed.record : undefined
  }

  const write = <Fields, Name extends keyof Fields>(
    key: string,
    guards: FieldGuards<Fields>,
    name: Name,
    value: Fields[Name],
    now: Date,
  ): boolean => {
    // Another tab may have written since this one read: change one field of what is stored now.
    const stored = read(key, guards) ?? parseWaiting(key, guards)
    const trouble = troubles.get(key)
    if (trouble?.kind === 'newer') return false
    const text = encodeRecord(setField(stored, name, value, now))
    if (trouble && !storage.setAside(key)) {
      storage.hold(key, text)
      return false
    }
    return storage.write(key, text)
  }

  const readCurrent = (): Current => parseCurrent(storage.read(currentKey))

  return {
    currentRollout: (platform) => readCurrent().rollouts[platform] ?? defaultRolloutId(platform),
    lastPlatform: () => readCurrent().platform,
    chooseRollout: (platform, rollout) => {
      const current = readCurrent()
      if (current.isNewer || (current.isUnreadable && !storage.setAside(currentKey))) return false
      const rollouts = { ...current.rollouts, [platform]: rollout }
      return storage.write(currentKey, JSON.stringify({ ...current.others, format: recordFormat, platform, rollouts }))
    },
    readItem: (rollout, item) => read(itemKey(rollout, item), itemGuards),
    writeItem: (rollout, item, name, value, now) => write(itemKey(rollout, item), itemGuards, name, value, now),
    renameItems: (rollout, formerIds) => {
      for (const [item, ids] of Object.entries(formerIds)) {
        const key = itemKey(rollout, item)
        const stored = read(key, itemGuards)
        if (troubles.has(key)) continue
        const former = ids.map((id) => read(itemKey(rollout, id), itemGuards)).filter((record) => record !== undefined)
        const [first, ...others] = stored ? [stored, ...former] : former
        if (!first) continue
        const text = encodeRecord(others.reduce(mergeRecords, first))
        if (text !== storage.read(key)) storage.write(key, text)
      }
    },
    readRollout: (rollout) => read(rolloutKey(rollout), rolloutGuards),
    writeRollout: (rollout, name, value, now) => write(rolloutKey(rollout), rolloutGuards, name, value, now),
    troubles: () => [...troubles.values()],
  }
}

/** Which rollouts the pages show, as stored. */
interface Current {
  platform?: string
  rollouts: Record<string, string>
  /** Members that this version does not know, kept for the one that does. */
  others?: Record<string, unknown>
  isNewer?: boolean
  isUnreadable?: boolean
}

function parseCurrent(text: string | undefined): Current {
  if (text === undefined) return { rollouts: {} }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { rollouts: {}, isUnreadable: true }
  }
  if (!isObject(value)) return { rollouts: {}, isUnreadable: true }
  if (typeof value['format'] === 'number' && value['format'] > recordFormat) return { rollouts: {}, isNewer: true }
  if (!isObject(value['rollouts'])) return { rollouts: {}, isUnreadable: true }
  const { format: _, platform, rollouts, ...others } = value
  const known = Object.entries(value['rollouts']).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return {
    ...(typeof platform === 'string' && { platform }),
    rollouts: Object.fromEntries(known),
    others,
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
