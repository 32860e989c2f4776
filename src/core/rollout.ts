import { type FieldGuards, isObject, type StoredRecord } from './record.ts'

/** What is rolled out, by name and digest. */
export interface Subject {
  name: string
  /** `sha256:` with 64, or `gitCommit:` with 40 or 64 hexadecimal digits; empty while it is not known. */
  digest: string
}

/** Fields of a rollout: one deployment that someone takes through the checklist of a platform. */
export interface RolloutFields {
  name: string
  platform: string
  environment: string
  service: string
  version: string
  /** Planned launch as local date and time, `2026-11-28T09:00`; empty while it is not planned. */
  plannedLaunch: string
  subjects: Subject[]
  /** Which traits of its platform it has; absent while nobody has said, and then every item applies. */
  traits: string[]
}

export type RolloutRecord = StoredRecord<RolloutFields>

/** A rollout as screens show it: every field but the traits has a value. */
export interface Rollout extends Omit<RolloutFields, 'traits'> {
  id: string
  /** Absent while nobody has said. */
  traits?: string[]
}

const isText = (value: unknown): value is string => typeof value === 'string'

export const rolloutGuards: FieldGuards<RolloutFields> = {
  name: isText,
  platform: isText,
  environment: isText,
  service: isText,
  version: isText,
  plannedLaunch: isText,
  traits: (value): value is string[] => Array.isArray(value) && value.every(isText),
  subjects: (value): value is Subject[] =>
    Array.isArray(value) && value.every((entry) => isObject(entry) && isText(entry['name']) && isText(entry['digest'])),
}

/** The rollout that is there before anyone names one, so that a first visitor can tick at once. */
export function defaultRolloutId(platform: string): string {
  return `${platform}-first`
}

export function describeRollout(id: string, platform: string, record: RolloutRecord | undefined): Rollout {
  return {
    id,
    name: record?.name?.value.trim() || 'First rollout',
    platform: record?.platform?.value ?? platform,
    environment: record?.environment?.value ?? '',
    service: record?.service?.value ?? '',
    version: record?.version?.value ?? '',
    plannedLaunch: record?.plannedLaunch?.value ?? '',
    subjects: record?.subjects?.value ?? [],
    ...(record?.traits && { traits: record.traits.value }),
  }
}

/**
 * Reads a digest as people paste it: with its algorithm, or bare.
 *
 * @returns The canonical form, an empty text for an empty one, or undefined when it is no digest.
 */
export function parseDigest(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase()
  if (trimmed === '') return ''
  const [, algorithm, hex = ''] = /^(?:(sha256|gitcommit):)?([0-9a-f]+)$/.exec(trimmed) ?? []
  if (hex.length === 40 && algorithm !== 'sha256') return `gitCommit:${hex}`
  if (hex.length === 64) return algorithm === 'gitcommit' ? `gitCommit:${hex}` : `sha256:${hex}`
  return undefined
}
