import { type ItemFields, type ItemRecord, itemGuard } from '../core/progress.ts'
import {
  type FieldGuard,
  isObject,
  mergeRecords,
  parseRecord,
  recordFormat,
  type StoredRecord,
} from '../core/record.ts'
import { defaultRolloutId, type RolloutFields, type RolloutRecord, rolloutGuard } from '../core/rollout.ts'

/** A stored text that could not be used, for the notice that tells of it. */
export interface StoredTrouble {
  key: string
  kind: 'unreadable' | 'newer'
  detail: string
}

export const currentKey = 'current'
export const itemKey = (rollout: string, item: string) => `item:${rollout}:${item}`
export const rolloutKey = (rollout: string) => `rollout:${rollout}`
/** Name of the file that a rollout is kept in. */
export const keptKey = (rollout: string) => `kept:${rollout}`
/** The text that was answered, by the beginning of its digest. */
export const wordingKey = (digest: string) => `wording:${digest}`

/** Reads records from texts; small, because it is what runs before the first paint. */
export interface RecordReader {
  read<Fields>(key: string, guard: FieldGuard): StoredRecord<Fields> | undefined
  readCurrent(): Current
  /** The rollout that a platform's pages show, and the platform used last. */
  currentRollout(platform: string): string
  lastPlatform(): string | undefined
  /**
   * @param formerIds Ids the item had before: what is stored under them counts, so that progress follows a rename.
   */
  readItem(rollout: string, item: string, formerIds?: readonly string[]): ItemRecord | undefined
  readRollout(rollout: string): RolloutRecord | undefined
  /** Texts that could not be used so far, by key. */
  troubles: ReadonlyMap<string, StoredTrouble>
}

/** @param readText Gives the text under a key of ours. */
export function openRecordReader(readText: (key: string) => string | undefined): RecordReader {
  const troubles = new Map<string, StoredTrouble>()

  const read = <Fields>(key: string, guard: FieldGuard): StoredRecord<Fields> | undefined => {
    const text = readText(key)
    const parsed = text === undefined ? undefined : parseRecord<Fields>(text, guard)
    if (!parsed || parsed.kind === 'record') {
      troubles.delete(key)
      return parsed?.record
    }
    const detail = parsed.kind === 'newer' ? `format ${parsed.format}` : parsed.reason
    troubles.set(key, { key, kind: parsed.kind, detail })
    return undefined
  }

  const readCurrent = () => parseCurrent(readText(currentKey))

  return {
    read,
    readCurrent,
    currentRollout: (platform) => readCurrent().rollouts[platform] ?? defaultRolloutId(platform),
    lastPlatform: () => readCurrent().platform,
    readItem: (rollout, item, formerIds = []) => {
      const key = itemKey(rollout, item)
      const own = read<ItemFields>(key, itemGuard)
      if (troubles.has(key)) return undefined
      const former = formerIds.map((id) => read<ItemFields>(itemKey(rollout, id), itemGuard))
      const [first, ...others] = [own, ...former].filter((record) => record !== undefined)
      return first && others.reduce(mergeRecords, first)
    },
    readRollout: (rollout) => read<RolloutFields>(rolloutKey(rollout), rolloutGuard),
    troubles,
  }
}

/** Which rollouts the pages show, as stored. */
export interface Current {
  platform?: string
  rollouts: Record<string, string>
  /** Members that this version does not know, kept for the one that does. */
  others?: Record<string, unknown>
  isNewer?: boolean
  isUnreadable?: boolean
}

export function parseCurrent(text: string | undefined): Current {
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
