/** From a report on the screen to bytes that people sign. */
import type { PublishedChecklist } from '../../browser/checklists.ts'
import { now } from '../../browser/environment.ts'
import { buildReport, type Progress, type Report, type Rollout, sha256Hex } from '../../core/index.ts'
import { encodeRolloutFile, type RolloutContents } from '../../core/rollout-file.ts'
import { proposeAffirmation } from '../../core/signoff/affirmation.ts'
import { describeItem } from '../../core/signoff/freeze-item.ts'
import { buildStatement, computeResult, type FreezeInput, freezeReport } from '../../core/signoff/index.ts'
import { readContents } from '../../stores/contents.ts'
import { keepReport } from '../../stores/signoff.ts'
import { type FreezeDraft, readRequirements } from './freeze-draft.ts'

/** The rollout that the report screen shows. */
export interface FreezeSource {
  /** Path the site is served from, with a slash at its end. */
  base: string
  /** Version of Golive. */
  version: string
  platform: string
  published: PublishedChecklist
  rollout: Rollout
  items: Progress
}

/** What is frozen together: the report, and the rollout whose exported record the statement names. */
export interface Freezing {
  report: Report
  contents: RolloutContents
  isMasked: boolean
}

/** The report of this moment, with the rollout as it is stored. */
export function beginFreezing(source: FreezeSource): Freezing {
  return { report: buildReportNow(source), contents: readContents(source.rollout.id), isMasked: false }
}

export function buildReportNow({ published, rollout, items }: FreezeSource): Report {
  return buildReport(published.checklist, published.sha256, rollout, items, now())
}

/** The items as a statement has them, with what they amount to. */
export function foreseeStatement({ rollout, sections, createdAt }: Report) {
  const items = sections.flatMap((section) => section.items).map((item) => describeItem(item, createdAt))
  const result = computeResult(items)
  const circumstances = { rollout: rollout.id, environment: rollout.environment.trim(), result, items }
  return { items, result, affirmation: proposeAffirmation(circumstances) }
}

/**
 * Makes the bytes, once, and keeps them.
 *
 * @returns Their digest.
 * @throws {FormatError} With what a statement needs and the report has not.
 */
export async function freeze(source: FreezeSource, freezing: Freezing, draft: FreezeDraft): Promise<string> {
  const record = encodeRecord(freezing)
  const payload = freezeReport(await planFreeze(source, freezing, draft))
  return keepReport(payload, { record, isMasked: freezing.isMasked, origin: 'frozen' })
}

/** A statement as it would be frozen now, to compare with one that was. */
export async function buildCurrentStatement(source: FreezeSource, freezing: Freezing) {
  const expiresAt = new Date(Date.parse(freezing.report.createdAt) + 86_400_000).toISOString()
  return buildStatement(await planFreeze(source, freezing, { roles: [], expiresAt, isNoGo: true }))
}

async function planFreeze(source: FreezeSource, freezing: Freezing, draft: FreezeDraft): Promise<FreezeInput> {
  const { base, version, platform, published } = source
  const { report } = freezing
  const record = encodeRecord(freezing)
  const site = new URL(base, location.href).href
  return {
    report,
    checklist: published.checklist,
    checklistUri: new URL(`${platform}/checklist.json`, site).href,
    recordFile: { name: record.name, sha256: await sha256Hex(record.text) },
    requiredSignoffs: readRequirements(draft),
    affirmation: draft.affirmation ?? foreseeStatement(report).affirmation,
    expiresAt: new Date(draft.expiresAt),
    producer: { uri: site, version },
  }
}

/** The file that the page of rollouts exports. */
function encodeRecord({ contents }: Freezing): { name: string; text: string } {
  return { name: `${contents.id}.golive.json`, text: encodeRolloutFile(contents) }
}
