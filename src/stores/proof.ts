/** Results of checks and of scanners: looked at for a rollout, kept as evidence, and taken back as one. */
import { loadChecklist } from '../browser/checklists.ts'
import { now, records, storage } from '../browser/environment.ts'
import { formerIdsOf } from '../browser/page-facts.ts'
import { describeRollout, type Rollout } from '../core/index.ts'
import type { CheckResults } from '../core/proof/check-results.ts'
import { addProof, type ProofContext, type ProofProposal } from '../core/proof/proposal.ts'
import { proposeResults, type ResultsProposals } from '../core/proof/propose-output.ts'
import { proposeScan } from '../core/proof/propose-scan.ts'
import type { ScanFinding, ScanReport } from '../core/proof/scan-report.ts'
import { listRolloutIds, readContents } from './contents.ts'
import { refreshPlatform, writeRolloutFields } from './progress.ts'
import { refreshRollouts } from './rollouts.ts'
import type { DoneImport } from './transfer.ts'
import { reportTrouble } from './trouble.ts'

/** What a file of results holds. */
export type ProofFile = { kind: 'script'; results: CheckResults } | { kind: 'scan'; report: ScanReport }

/** What a file offers to a rollout. */
export interface ProofPlan extends ResultsProposals {
  rollout: Rollout
  /** Findings that no item asks for. */
  unmapped: ScanFinding[]
}

/** A piece of evidence that a person agreed to. */
export type ChosenProof = Pick<ProofProposal, 'name' | 'evidence'> & { itemId: string }

/** The rollouts that a file may be meant for, the one that it most likely means first. */
export function listTargets(file: ProofFile, platforms: readonly string[]): Rollout[] {
  const meant = findPlatforms(file, platforms)
  const active = meant.map((platform) => ({ ...readRollout(records.currentRollout(platform)), platform }))
  const stored = listRolloutIds().map(readRollout)
  const usable = stored.filter((rollout) => meant.includes(rollout.platform) && !rollout.deletedAt)
  const named = file.kind === 'script' ? usable.filter(({ id }) => id === file.results.rolloutId) : []
  const byId = new Map([...named, ...active, ...usable].map((rollout) => [rollout.id, rollout]))
  return [...byId.values()]
}

/** Platforms whose items a file can speak of, the one that was worked on last first. */
function findPlatforms(file: ProofFile, platforms: readonly string[]): string[] {
  if (file.kind === 'script') return platforms.filter((platform) => platform === file.results.platform)
  if (file.report.tool !== 'junit') return platforms.filter((platform) => platform === 'kubernetes')
  const last = records.lastPlatform()
  return [...platforms].sort((a, b) => Number(b === last) - Number(a === last))
}

function readRollout(id: string): Rollout {
  return describeRollout(id, records.readRollout(id))
}

/**
 * Tells what a file offers to a rollout; changes nothing.
 *
 * @throws {Error} With a sentence for people, when the checklist cannot be had now.
 */
export async function planProof(file: ProofFile, rollout: Rollout): Promise<ProofPlan> {
  const { checklist } = await loadChecklist(rollout.platform)
  const context: ProofContext = { checklist, rollout, progress: readContents(rollout.id).items, now: now() }
  if (file.kind === 'script') return { rollout, unmapped: [], ...proposeResults(file.results, context) }
  return { rollout, skipped: [], unknown: [], warnings: [], ...proposeScan(file.report, context) }
}

/** Adds evidence and nothing else: what is there already stays as it is, and so does every state. */
export function applyProof({ id, platform }: Rollout, chosen: readonly ChosenProof[]): DoneImport {
  const before = readAll()
  // A rollout that nobody has changed yet does not name its platform.
  const results = [records.readRollout(id) !== undefined || writeRolloutFields(id, { platform })]
  const by = records.readPerson()
  for (const { itemId, ...proof } of chosen) {
    const add = (record: Parameters<typeof addProof>[0]) => addProof(record, proof, now(), by)
    results.push(records.changeItem(id, itemId, add, formerIdsOf(platform, itemId)))
  }
  refreshPlatform(platform)
  refreshRollouts()
  reportTrouble()
  const after = readAll()
  const changed = [...after.keys()].filter((key) => after.get(key) !== before.get(key))
  const texts = changed.map((key) => [key, { before: before.get(key), after: after.get(key) }] as const)
  return { isStored: results.every(Boolean), platforms: [platform], texts: new Map(texts) }
}

function readAll(): Map<string, string | undefined> {
  return new Map(storage.keys().map((key) => [key, storage.read(key)]))
}
