import { isObject, isTimestamp, type StoredRecord } from './record.ts'

/** What can happen on the day of a launch, besides what somebody notes in words. */
export const launchEventKinds = ['go', 'no-go', 'step', 'launched', 'aborted', 'rolled-back', 'note'] as const

export type LaunchEventKind = (typeof launchEventKinds)[number]

/** An entry of the log of a launch. */
export interface LaunchEvent {
  happenedAt: string
  kind: LaunchEventKind
  text: string
  /** Item that a `step` finished. */
  item?: string
}

/** Field of a rollout's record that holds one entry, so that entries made in two places are both kept. */
export type LaunchEventName = `event/${string}`

/** A sentence or two: what was seen is evidence of an item. */
export const maxEventTextLength = 1_000

const prefix = 'event/'

export function isLaunchEventName(name: string): name is LaunchEventName {
  return name.startsWith(prefix)
}

/** @param id Unique among the entries of one rollout; chance makes it so. */
export function launchEventName(id: string): LaunchEventName {
  return `${prefix}${id}`
}

export function isLaunchEvent(value: unknown): value is LaunchEvent {
  return (
    isObject(value) &&
    isTimestamp(value['happenedAt']) &&
    launchEventKinds.some((kind) => kind === value['kind']) &&
    typeof value['text'] === 'string' &&
    (value['item'] === undefined || typeof value['item'] === 'string')
  )
}

/** An entry with who made it. */
export interface LoggedEvent extends LaunchEvent {
  by?: string
}

/** The log of a rollout by field name, first things first; entries that were taken back are left out. */
export function listLaunchEvents(record: StoredRecord<object> | undefined): [LaunchEventName, LoggedEvent][] {
  return Object.entries<unknown>(record ?? {})
    .flatMap(([name, field]): [LaunchEventName, LoggedEvent][] => {
      if (!isLaunchEventName(name) || !isObject(field) || !isLaunchEvent(field['value'])) return []
      const by = field['by']
      return [[name, { ...field['value'], ...(typeof by === 'string' && { by }) }]]
    })
    .sort(([leftName, left], [rightName, right]) =>
      left.happenedAt + leftName < right.happenedAt + rightName ? -1 : 1,
    )
}
