import type { LaunchEvent, LaunchEventName } from './launch-events.ts'
import { type FieldGuard, isObject, type StoredRecord } from './record.ts'

/** What is rolled out, by name and digest. */
export interface Subject {
  name: string
  /** `sha256:` with 64, or `gitCommit:` with 40 or 64 hexadecimal digits; empty while it is not known. */
  digest: string
}

/** Somebody who has a part in the rollout. */
export interface Person {
  name: string
  role: string
}

/** What is said of a rollout: one deployment that someone takes through the checklist of a platform. */
export interface RolloutDetails {
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
  /** What undoes the launch, as it is typed. */
  rollbackCommand: string
  /** When to stop, one criterion each. */
  abortCriteria: string[]
  people: Person[]
  /** Rollout whose answers this one started from; empty for one that started from nothing. */
  copiedFrom: string
  /** When it was put away; empty for one that is in use. */
  archivedAt: string
  /** When it was deleted; it is kept, and can be brought back, until it is removed for good. */
  deletedAt: string
}

/** Fields of a rollout's record. */
export interface RolloutFields extends RolloutDetails {
  /** One field for each entry of its log; null when it was taken back. Checked by whoever reads the log. */
  [event: LaunchEventName]: LaunchEvent | null
}

export type RolloutRecord = StoredRecord<RolloutFields>

/** A rollout as screens show it: every field but the traits has a value. */
export interface Rollout extends Omit<RolloutDetails, 'traits'> {
  id: string
  /** Absent while nobody has said. */
  traits?: string[]
}

const isText = (value: unknown) => typeof value === 'string'
const hasTexts =
  (...names: string[]) =>
  (value: unknown) =>
    isObject(value) && names.every((name) => isText(value[name]))

const textFields = [
  'name',
  'platform',
  'environment',
  'service',
  'version',
  'plannedLaunch',
  'rollbackCommand',
  'copiedFrom',
  'archivedAt',
  'deletedAt',
] as const
/** What an entry of each list is. */
const listFields = new Map<string, (value: unknown) => boolean>([
  ['subjects', hasTexts('name', 'digest')],
  ['traits', isText],
  ['abortCriteria', isText],
  ['people', hasTexts('name', 'role')],
])

export const rolloutGuard: FieldGuard = (name) => {
  if ((textFields as readonly string[]).includes(name)) return isText
  const isEntry = listFields.get(name)
  return isEntry && ((value) => Array.isArray(value) && value.every(isEntry))
}

/** The rollout that is there before anyone names one, so that a first visitor can tick at once. */
export function defaultRolloutId(platform: string): string {
  return platform + defaultSuffix
}

const defaultSuffix = '-first'

export function describeRollout(id: string, record: RolloutRecord | undefined): Rollout {
  const texts = Object.fromEntries(textFields.map((name) => [name, record?.[name]?.value ?? ''])) as Record<
    (typeof textFields)[number],
    string
  >
  return {
    ...texts,
    id,
    name: texts.name.trim() || 'First rollout',
    platform: texts.platform || (id.endsWith(defaultSuffix) ? id.slice(0, -defaultSuffix.length) : ''),
    subjects: record?.subjects?.value ?? [],
    abortCriteria: record?.abortCriteria?.value ?? [],
    people: record?.people?.value ?? [],
    ...(record?.traits && { traits: record.traits.value }),
  }
}
