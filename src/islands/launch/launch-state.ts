/** What the screen shows, put together from checklist, answers and log. */
import type { PublishedChecklist } from '../../browser/checklists.ts'
import {
  buildReport,
  type Item,
  type LaunchEventName,
  type LaunchStage,
  type LoggedEvent,
  listItems,
  type Progress,
  type Report,
  type ReportItem,
  type Rollout,
  stageOf,
} from '../../core/index.ts'

/** An item as the checklist has it, with where it stands. */
export type LaunchRow = Item & Pick<ReportItem, 'state' | 'reason'>

export interface LaunchState {
  rollout: Rollout
  report: Report
  rows: LaunchRow[]
  log: [LaunchEventName, LoggedEvent][]
  stage: LaunchStage
}

export function buildLaunchState(
  { checklist, sha256 }: PublishedChecklist,
  rollout: Rollout,
  progress: Progress,
  log: LaunchState['log'],
  now: Date,
): LaunchState {
  const events = log.map(([, event]) => event)
  const report = buildReport(checklist, sha256, rollout, progress, now, events)
  const items = new Map(listItems(checklist).map((item) => [item.id, item]))
  const rows = report.sections.flatMap((section) =>
    section.items.flatMap(({ id, state, reason }) => {
      const item = items.get(id)
      return item ? [{ ...item, state, ...(reason && { reason }) }] : []
    }),
  )
  return { rollout, report, rows, log, stage: stageOf(events, rows) }
}
