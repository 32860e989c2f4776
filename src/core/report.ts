import { type Checklist, type Item, listItems } from './checklist.ts'
import { followRenames } from './compare.ts'
import { type Evidence, listEvidence } from './evidence.ts'
import type { LoggedEvent } from './launch-events.ts'
import type { AcceptedRisk, Answer, ItemRecord, Progress } from './progress.ts'
import { isObject } from './record.ts'
import type { Rollout } from './rollout.ts'
import type { Level, Owner, Phase } from './schema.ts'
import {
  collectedAt,
  countItems,
  type Doubt,
  type ItemCounts,
  type ItemStatusKind,
  isPending,
  judgeItem,
} from './status.ts'

export type Verdict = 'go' | 'conditional-go' | 'no-go'

export interface ReportItem {
  id: string
  title: string
  level: Level
  owner: Owner
  phase: Phase
  /** Path of the item on the site, without the site's base. */
  url: string
  state: ItemStatusKind
  /** Why it is blocked, does not apply, is accepted as a risk, or has to be confirmed. */
  reason?: string
  /** Where the state is `risk-accepted`. */
  risk?: AcceptedRisk
  note?: string
  evidence?: Evidence[]
  /** When the newest evidence of a done item was collected. */
  collectedAt?: string
  /** What the rollout decided here; absent while nothing is. */
  decision?: { key: string; question: string; answer: Answer; unit?: string }
  /** When anything of the item last changed, and by whom; absent when nothing ever did. */
  changedAt?: string
  changedBy?: string
  /** Why the answer has to be confirmed, where the state is `to-confirm`. */
  doubts?: readonly Doubt[]
}

/** An answer to an item that the checklist no longer has. */
export interface GoneItem {
  id: string
  state: ItemStatusKind
  note?: string
  /** Version of the checklist that no longer had it; absent for an id that this checklist never heard of. */
  retiredSince?: string
  replacedBy?: string
}

/** What is shown, printed and exported: checklist, progress and counts at one moment. */
export interface Report {
  format: 1
  createdAt: string
  rollout: Rollout
  checklist: { platform: string; title: string; version: string; sha256: string }
  verdict: Verdict
  /** One line for each thing that led to the verdict, most severe first. */
  reasons: string[]
  counts: ItemCounts & { blockers: number }
  sections: { id: string; title: string; items: ReportItem[] }[]
  /** Answers that no item of the checklist asks for any more; they count for nothing and are not lost. */
  gone: GoneItem[]
  /** What happened on the day of the launch, first things first. */
  events: LoggedEvent[]
}

/**
 * Builds the report of a rollout.
 *
 * @param checklistSha256 Digest of the published checklist's bytes, lower-case hexadecimal.
 * @param events Log of the launch, first things first.
 */
export function buildReport(
  checklist: Checklist,
  checklistSha256: string,
  rollout: Rollout,
  progress: Progress,
  now: Date,
  events: readonly LoggedEvent[] = [],
): Report {
  const followed = followRenames(progress, checklist)
  const sections = checklist.sections.map(({ id, title, items }) => ({
    id,
    title,
    items: items.map((item) => reportItem(item, followed[item.id], rollout, now)),
  }))
  const items = sections.flatMap((section) => section.items)
  const { platform, title, version } = checklist
  return {
    format: 1,
    createdAt: now.toISOString(),
    rollout,
    checklist: { platform, title, version, sha256: checklistSha256 },
    ...judge(items),
    counts: { ...countItems(items.map(({ state }) => ({ kind: state }))), blockers: listBlockers(items).length },
    sections,
    gone: listGone(checklist, followed, rollout, now),
    events: [...events],
  }
}

/** Every `must` that is open or has to be confirmed: what stands between the rollout and its launch. */
export function listBlockers(items: readonly ReportItem[]): ReportItem[] {
  return items.filter((item) => item.level === 'must' && isPending({ kind: item.state }))
}

function reportItem(item: Item, record: ItemRecord | undefined, rollout: Rollout, now: Date): ReportItem {
  const { id, title, level, owner, phase, url, decision } = item
  const { kind: state, reason, doubts } = judgeItem(record, item, rollout, now)
  const stored = record?.state?.value
  const evidence = listEvidence(record).map(([, piece]) => piece)
  const note = record?.note?.value
  const answer = record?.answer?.value ?? null
  const change = findLastChange(record)
  const collected = state === 'done' || state === 'to-confirm' ? collectedAt(record) : undefined
  return {
    id,
    title,
    level,
    owner,
    phase,
    url,
    state,
    ...(reason && { reason }),
    ...(state === 'risk-accepted' && stored?.kind === 'risk-accepted' && { risk: riskOf(stored) }),
    ...(note && { note }),
    ...(evidence.length > 0 && { evidence }),
    ...(collected && { collectedAt: collected }),
    ...(decision && answer !== null && { decision: nameAnswer(decision, answer) }),
    ...(change && { changedAt: change.at, ...(change.by && { changedBy: change.by }) }),
    ...(doubts && { doubts }),
  }
}

function riskOf({ reason, acceptedBy, expiresAt, followUp, compensatingControl }: AcceptedRisk): AcceptedRisk {
  return {
    reason,
    acceptedBy,
    expiresAt,
    ...(followUp && { followUp }),
    ...(compensatingControl && { compensatingControl }),
  }
}

function nameAnswer({ key, question, unit }: NonNullable<Item['decision']>, answer: Answer) {
  return { key, question, answer, ...(unit && { unit }) }
}

function findLastChange(record: ItemRecord | undefined): { at: string; by?: string } | undefined {
  return Object.values<unknown>(record ?? {})
    .filter((field): field is { at: string; by?: string } => isObject(field) && typeof field['at'] === 'string')
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .at(0)
}

function listGone(checklist: Checklist, progress: Progress, rollout: Rollout, now: Date): GoneItem[] {
  const known = new Set(listItems(checklist).map(({ id }) => id))
  return Object.entries(progress)
    .filter(([id]) => !known.has(id))
    .map(([id, record]) => {
      const retired = checklist.retired.find((entry) => entry.id === id)
      const note = record?.note?.value
      return {
        id,
        state: judgeItem(record, {}, rollout, now).kind,
        ...(note && { note }),
        ...(retired && { retiredSince: retired.since }),
        ...(retired?.replacedBy && { replacedBy: retired.replacedBy }),
      }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The verdict by rule, with the reasons that led to it. */
function judge(items: readonly ReportItem[]): { verdict: Verdict; reasons: string[] } {
  const blockers = listBlockers(items)
  const stale = blockers.filter(({ state }) => state === 'to-confirm').length
  const others = items.filter(({ level }) => level !== 'must')
  const of = (isCounted: (item: ReportItem) => boolean, among = items) => among.filter(isCounted).length
  const musts = blockers.length - stale
  const risks = of(({ state }) => state === 'risk-accepted')
  const shoulds = of(
    ({ level, state }) => level === 'should' && isPending({ kind: state }) && state !== 'to-confirm',
    others,
  )
  const unconfirmed = of(({ state }) => state === 'to-confirm', others)
  const reasons = [
    musts > 0 && `${count(musts, 'must')} open`,
    stale > 0 && `${count(stale, 'must')} to confirm`,
    risks > 0 && `${count(risks, 'risk')} accepted`,
    shoulds > 0 && `${count(shoulds, 'should')} open`,
    unconfirmed > 0 && `${count(unconfirmed, 'other item')} to confirm`,
  ].filter((reason) => reason !== false)
  if (blockers.length > 0) return { verdict: 'no-go', reasons }
  if (reasons.length > 0) return { verdict: 'conditional-go', reasons }
  return { verdict: 'go', reasons: ['Every must and should is done or does not apply'] }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
