/**
 * What a check, a script or a scanner offers as proof of an item.
 *
 * A proposal carries evidence and no state: nothing that a machine printed ticks an item or takes a person's answer away.
 */
import { type Checklist, type Item, listItems } from '../checklist.ts'
import { followRenames } from '../compare.ts'
import { type Evidence, type EvidenceName, evidenceName, maxEvidenceTextLength } from '../evidence.ts'
import type { ItemFields, ItemRecord, Progress } from '../progress.ts'
import { setField } from '../record.ts'
import { judgeItem, type RolloutTerms } from '../status.ts'
import type { OutputVerdict } from './judge-output.ts'

export type ProofSource = 'output' | 'script' | 'kube-bench' | 'polaris' | 'junit'

/**
 * How a proposal stands to what is there: `answered` where a person has said that the item is done, blocked, a risk or
 * not applicable, `excluded` where it does not apply to the rollout, `known` where this very evidence is there already.
 */
export type ProposalStanding = 'open' | 'answered' | 'excluded' | 'known'

export interface ProofProposal {
  item: Item
  source: ProofSource
  verdict: OutputVerdict
  /** A sentence without a full stop. */
  why: string
  /** What a person still has to look at. */
  leaves?: string
  evidence: Extract<Evidence, { kind: 'text' }>
  /** The same for the same proof, so that what is imported twice is there once. */
  name: EvidenceName
  standing: ProposalStanding
}

/** What proposals are made for. */
export interface ProofContext {
  checklist: Checklist
  rollout: RolloutTerms
  progress: Progress
  now: Date
}

export interface ProofOffer {
  itemId: string
  source: ProofSource
  verdict: OutputVerdict
  why: string
  leaves?: string | undefined
  text: string
  /** Absent where the proof does not say: then it is collected now. */
  collectedAt?: string | undefined
}

/** Makes a proposal, or nothing where the checklist has no item of this id or of this former id. */
export function proposeProof(offer: ProofOffer, context: ProofContext): ProofProposal | undefined {
  const { checklist, rollout, progress, now } = context
  const item = findItem(checklist, offer.itemId)
  if (!item) return undefined
  const record = followRenames(progress, checklist)[item.id]
  const { source, verdict, why, leaves } = offer
  const collectedAt = clampTime(offer.collectedAt, now)
  const name = evidenceName(`${source}-${collectedAt.replace(/[^0-9TZ]/g, '')}`)
  const text = offer.text.slice(0, maxEvidenceTextLength).toWellFormed()
  const isExcluded = judgeItem(record, item, rollout, now).isExcluded === true
  return {
    ...{ item, source, verdict, why, name },
    ...(leaves !== undefined && { leaves }),
    evidence: { kind: 'text', text, collectedAt, ...(verdict === 'fail' && { verdict }) },
    standing: isExcluded ? 'excluded' : standingOf(record, name),
  }
}

/** Chosen beforehand is only what proves an item that nobody has answered; everything else a person chooses. */
export function isPreselected({ verdict, standing }: Pick<ProofProposal, 'verdict' | 'standing'>): boolean {
  return verdict === 'pass' && standing === 'open'
}

export function findItem(checklist: Checklist, id: string): Item | undefined {
  const items = listItems(checklist)
  return items.find((item) => item.id === id) ?? items.find(({ formerly }) => formerly?.includes(id))
}

function standingOf(record: ItemRecord | undefined, name: EvidenceName): ProposalStanding {
  if (record?.[name]?.value) return 'known'
  const kind = record?.state?.value.kind ?? 'open'
  return kind === 'open' || kind === 'started' ? 'open' : 'answered'
}

/** A moment to come would keep evidence fresh for longer than it is. */
function clampTime(moment: string | undefined, now: Date): string {
  const time = Date.parse(moment ?? '')
  return new Date(Number.isNaN(time) ? now : Math.min(time, now.getTime())).toISOString()
}

/** The record with the evidence of a proposal; its state and all other fields stay as they are. */
export function addProof(
  record: ItemRecord | undefined,
  { name, evidence }: Pick<ProofProposal, 'name' | 'evidence'>,
  now: Date,
  by?: string,
): ItemRecord {
  if (record?.[name]?.value) return record
  return setField<ItemFields, EvidenceName>(record, name, evidence, now, { by })
}
