import { type Checklist, type Item, listItems } from './checklist.ts'
import {
  countItems,
  currentState,
  type ItemCounts,
  type ItemStateKind,
  itemDigestLength,
  type Progress,
} from './progress.ts'
import type { Rollout } from './rollout.ts'
import type { Level, Owner, Phase } from './schema.ts'

export type Verdict = 'go' | 'conditional-go' | 'no-go'

export interface ReportItem {
  id: string
  title: string
  level: Level
  owner: Owner
  phase: Phase
  /** Path of the item on the site, without the site's base. */
  url: string
  state: ItemStateKind
  /** Why it is blocked, does not apply, or is accepted as a risk. */
  reason?: string
  note?: string
  /** When the state or the note last changed; absent when neither was ever set. */
  changedAt?: string
  /** The item's text changed since it was ticked; the tick still counts and has to be confirmed. */
  reworded: boolean
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
}

/**
 * Builds the report of a rollout.
 *
 * @param checklistSha256 Digest of the published checklist's bytes, lower-case hexadecimal.
 * @param progress An id unknown to `checklist` is ignored.
 */
export function buildReport(
  checklist: Checklist,
  checklistSha256: string,
  rollout: Rollout,
  progress: Progress,
  now: Date,
): Report {
  const sections = checklist.sections.map(({ id, title, items }) => ({
    id,
    title,
    items: items.map((item) => reportItem(item, progress, now)),
  }))
  const items = sections.flatMap((section) => section.items)
  const ids = listItems(checklist).map((item) => item.id)
  const { platform, title, version } = checklist
  return {
    format: 1,
    createdAt: now.toISOString(),
    rollout,
    checklist: { platform, title, version, sha256: checklistSha256 },
    ...judge(items),
    counts: { ...countItems(ids, progress, now), blockers: listBlockers(items).length },
    sections,
  }
}

/** Every open `must`: what stands between the rollout and its launch. */
export function listBlockers(items: readonly ReportItem[]): ReportItem[] {
  return items.filter((item) => item.level === 'must' && isOpen(item))
}

function reportItem(item: Item, progress: Progress, now: Date): ReportItem {
  const record = progress[item.id]
  const state = currentState(record, now)
  const note = record?.note?.value
  const changes = [record?.state?.at, record?.note?.at].filter((at) => at !== undefined).sort()
  const changedAt = changes.at(-1)
  return {
    id: item.id,
    title: item.title,
    level: item.level,
    owner: item.owner,
    phase: item.phase,
    url: item.url,
    state: state.kind,
    ...('reason' in state && { reason: state.reason }),
    ...(note && { note }),
    ...(changedAt && { changedAt }),
    reworded: state.kind === 'done' && state.itemDigest !== item.digest.slice(0, itemDigestLength),
  }
}

function isOpen({ state }: ReportItem): boolean {
  return state === 'open' || state === 'started' || state === 'blocked'
}

/** The verdict by rule, with the reasons that led to it. */
function judge(items: readonly ReportItem[]): { verdict: Verdict; reasons: string[] } {
  const musts = listBlockers(items).length
  const shoulds = items.filter((item) => item.level === 'should' && isOpen(item)).length
  const risks = items.filter((item) => item.state === 'risk-accepted').length
  const reworded = items.filter((item) => item.reworded).length
  const reasons = [
    musts > 0 && `${count(musts, 'must')} open`,
    risks > 0 && `${count(risks, 'risk')} accepted`,
    shoulds > 0 && `${count(shoulds, 'should')} open`,
    reworded > 0 && `${count(reworded, 'item')} reworded since ticked`,
  ].filter((reason) => reason !== false)
  if (musts > 0) return { verdict: 'no-go', reasons }
  if (reasons.length > 0) return { verdict: 'conditional-go', reasons }
  return { verdict: 'go', reasons: ['Every must and should is done or does not apply'] }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
