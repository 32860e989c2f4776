/** Pasted output and results of scripts, as proposals. */

import { itemDigestLength } from '../progress.ts'
import type { CheckResult, CheckResults } from './check-results.ts'
import { type JudgedOutput, judgeOutput } from './judge-output.ts'
import { findItem, type ProofContext, type ProofProposal, proposeProof } from './proposal.ts'

export interface ResultsProposals {
  /** In the order of the checklist's items. */
  proposals: ProofProposal[]
  /** Checks that were not run, with what kept them from it. */
  skipped: { itemId: string; reason: string }[]
  /** Results of items that this checklist does not have. */
  unknown: string[]
  /** What the person has to know before they agree: sentences without a full stop. */
  warnings: string[]
}

/**
 * Judges what somebody pasted for an item.
 *
 * @param output Empty only where the person says that nothing was printed: an empty field is no answer, and some items
 *   ask for exactly that.
 */
export function proposeOutput(itemId: string, output: string, context: ProofContext): ProofProposal | undefined {
  const item = findItem(context.checklist, itemId)
  if (!item) return undefined
  const judged = judgeOutput(item.verify?.judge, output, { ...item.verify, now: context.now })
  const text = layEvidence(judged, item.verify?.judge ? [`Pasted output, judged by its rule: ${judged.verdict}`] : [])
  return proposeProof({ itemId, source: 'output', ...pick(judged), text }, context)
}

/** Judges every result of a script. */
export function proposeResults(results: CheckResults, context: ProofContext): ResultsProposals {
  const proposed: ResultsProposals = { proposals: [], skipped: [], unknown: [], warnings: warn(results, context) }
  for (const check of results.checks) {
    const { itemId, outcome } = check
    if (outcome.kind === 'skipped') proposed.skipped.push({ itemId, reason: outcome.reason })
    else {
      const proposal = proposeResult(check, context)
      if (proposal) proposed.proposals.push(proposal)
      else proposed.unknown.push(itemId)
    }
  }
  return proposed
}

function proposeResult(check: CheckResult, context: ProofContext): ProofProposal | undefined {
  const { itemId, values, outcome } = check
  if (outcome.kind === 'skipped') return undefined
  const judged = judgeRun(check, context)
  const facts = [
    `Script of ${outcome.began}, exit code ${outcome.exitCode}, judged by its rule: ${judged.verdict}`,
    ...values.map(([name, value]) => `${name}=${value}`),
  ]
  const text = layEvidence(judged, facts)
  return proposeProof({ itemId, source: 'script', ...pick(judged), text, collectedAt: outcome.ended }, context)
}

/** What kept the command from answering goes before what it printed. */
function judgeRun({ itemId, itemDigest, outcome }: CheckResult, { checklist }: ProofContext): JudgedOutput {
  const item = findItem(checklist, itemId)
  if (outcome.kind === 'skipped') return { verdict: 'unclear', why: outcome.reason, excerpt: '' }
  const judged = judgeOutput(item?.verify?.judge, outcome.output, { now: new Date(outcome.ended) })
  const obstacles = [
    outcome.kind === 'timeout' && 'The command took too long and was ended',
    outcome.isCut && 'The output was longer than the script keeps',
    // Commands that look for something end with 1 where there is none, which may be the answer.
    outcome.exitCode > 1 &&
      outcome.output.trim() === '' &&
      `The command failed with code ${outcome.exitCode} and printed nothing`,
    (outcome.exitCode === 126 || outcome.exitCode === 127) && 'A command could not be started',
    item?.digest.slice(0, itemDigestLength) !== itemDigest && 'The item has changed since the script was written',
  ].filter((obstacle) => obstacle !== false)
  return obstacles.length > 0 ? { ...judged, verdict: 'unclear', why: obstacles.join('; ') } : judged
}

function warn(results: CheckResults, { checklist, rollout }: ProofContext): string[] {
  const id = 'id' in rollout && typeof rollout.id === 'string' ? rollout.id : undefined
  return [
    results.platform !== checklist.platform && `They are of the platform "${results.platform}"`,
    id !== undefined && results.rolloutId !== id && `They are of the rollout "${results.rolloutId}"`,
    results.isInterrupted && 'The script was interrupted: what came later is missing',
  ].filter((warning) => warning !== false)
}

const pick = ({ verdict, why, leaves }: JudgedOutput) => ({ verdict, why, leaves })

function layEvidence({ why, excerpt }: JudgedOutput, facts: readonly string[]): string {
  return [...facts, why, '', excerpt].join('\n')
}
