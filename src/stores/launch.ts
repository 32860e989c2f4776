/** The log of a launch, kept with its rollout. */
import { now, records } from '../browser/environment.ts'
import {
  type LaunchEvent,
  type LaunchEventName,
  type LoggedEvent,
  launchEventName,
  listLaunchEvents,
} from '../core/launch-events.ts'
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

/** Takes entries back; what they said stays in the history of their fields. */
export function removeEvents(platform: string, rollout: string, names: readonly LaunchEventName[]): void {
  writeRolloutFields(rollout, Object.fromEntries(names.map((name) => [name, null])))
  refreshPlatform(platform)
}
