/** The log of a launch, kept with its rollout. */
import { now, records } from '../browser/environment.ts'
import { formerIdsOf } from '../browser/page-facts.ts'
import {
  type LaunchEvent,
  type LaunchEventName,
  type LoggedEvent,
  launchEventName,
  listLaunchEvents,
} from '../core/launch-events.ts'
import { listVersions } from '../core/record.ts'
import { changeStates } from './bulk.ts'
import { refreshPlatform, writeRolloutFields } from './progress.ts'

/** The log of a rollout by field name, first things first. */
export function readLaunchLog(rollout: string): [LaunchEventName, LoggedEvent][] {
  return listLaunchEvents(records.readRollout(rollout))
}

/** Notes that something happened just now. */
export function logEvent(platform: string, rollout: string, event: Omit<LaunchEvent, 'happenedAt'>): LaunchEventName {
  const name = launchEventName(crypto.randomUUID().slice(0, 8))
  writeRolloutFields(rollout, { [name]: { happenedAt: now().toISOString(), ...event } })
  refreshPlatform(platform)
  return name
}

/**
 * Takes an entry back, and with a step the tick that came with it: the item is in the state that it was in before. What
 * the entry said stays in the history of its field.
 *
 * @returns Whether all of it was taken back; false where the item was answered anew since, which stays.
 */
export function takeEventBack(
  platform: string,
  rollout: string,
  name: LaunchEventName,
  { kind, item, happenedAt }: LoggedEvent,
): boolean {
  const isWhole = kind !== 'step' || item === undefined || takeTickBack(platform, rollout, item, happenedAt)
  writeRolloutFields(rollout, { [name]: null })
  refreshPlatform(platform)
  return isWhole
}

function takeTickBack(platform: string, rollout: string, item: string, happenedAt: string): boolean {
  const state = records.readItem(rollout, item, formerIdsOf(platform, item))?.state
  if (state?.value.kind !== 'done' || state.at > happenedAt) return false
  const [, previous] = listVersions(state)
  const change = { item, state: previous?.value ?? ({ kind: 'open' } as const), seenAt: state.at }
  return changeStates(platform, [change], rollout).written.length > 0
}
