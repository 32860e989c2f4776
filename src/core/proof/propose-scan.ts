/** Findings of a scanner, as proposals for the items that they speak of. */
import { excerptLines } from './excerpt.ts'
import type { OutputVerdict } from './judge-output.ts'
import { findItem, type ProofContext, type ProofProposal, proposeProof } from './proposal.ts'
import type { ScanFinding, ScanReport } from './scan-report.ts'
import { benchmarkItem, benchmarkPhrases, polarisChecks } from './scanner-map.ts'

export interface ScanProposals {
  proposals: ProofProposal[]
  /** Findings that no item of the checklist asks for: they are told, not dropped. */
  unmapped: ScanFinding[]
}

/** Groups the findings by item; a finding may speak of several. */
export function proposeScan(report: ScanReport, context: ProofContext): ScanProposals {
  const byItem = new Map<string, ScanFinding[]>()
  const unmapped: ScanFinding[] = []
  for (const finding of report.findings) {
    const items = mapFinding(finding, report, context)
    if (items.length === 0) unmapped.push(finding)
    for (const item of items) byItem.set(item, [...(byItem.get(item) ?? []), finding])
  }
  if (report.tool === 'kube-bench' && report.findings.length > 0) byItem.set(benchmarkItem, report.findings)
  const offers = [...byItem].map(([itemId, findings]) => proposeFindings(itemId, findings, report, context))
  return { proposals: offers.filter((proposal) => proposal !== undefined), unmapped }
}

/** Ids of the items that a finding speaks of, as the checklist has them. */
function mapFinding(finding: ScanFinding, { tool }: ScanReport, { checklist }: ProofContext): string[] {
  const named = finding.itemId === undefined ? nameItems(finding, tool, checklist.platform) : [finding.itemId]
  return [...new Set(named.flatMap((id) => findItem(checklist, id)?.id ?? []))]
}

function nameItems({ check, title }: ScanFinding, tool: ScanReport['tool'], platform: string): string[] {
  // The tables below speak of the Kubernetes checklist; a test may name an item of any.
  if (platform !== 'kubernetes') return tool === 'junit' ? [check] : []
  if (tool === 'polaris') return keysWhere(polarisChecks, ({ checks }) => checks.includes(check))
  const text = title.toLowerCase()
  const items = keysWhere(benchmarkPhrases, (phrases) => phrases.some((phrase) => text.includes(phrase)))
  return tool === 'junit' ? [check, ...items] : items
}

const keysWhere = <Value>(table: Readonly<Record<string, Value>>, isMeant: (value: Value) => boolean) =>
  Object.entries(table).flatMap(([key, value]) => (isMeant(value) ? [key] : []))

function proposeFindings(
  itemId: string,
  findings: readonly ScanFinding[],
  report: ScanReport,
  context: ProofContext,
): ProofProposal | undefined {
  const { verdict, why } = judgeFindings(itemId, findings, report)
  const { tool, scope, scannedAt } = report
  const text = [`${tool}${scope ? `, ${scope}` : ''}`, why, '', listFindings(findings)].join('\n')
  return proposeProof({ itemId, source: tool, verdict, why, text, collectedAt: scannedAt }, context)
}

function judgeFindings(
  itemId: string,
  findings: readonly ScanFinding[],
  report: ScanReport,
): { verdict: OutputVerdict; why: string } {
  const of = (status: ScanFinding['status']) => findings.filter((finding) => finding.status === status).length
  const counts = `${of('pass')} passed, ${of('fail')} failed, ${of('look')} left to a person`
  if (of('fail') > 0) return { verdict: 'fail', why: counts }
  if (of('look') > 0) return { verdict: 'unclear', why: counts }
  if (provesItem(itemId, findings, report)) return { verdict: 'pass', why: counts }
  return { verdict: 'unclear', why: `${counts}; they are a part of what the item asks` }
}

/** Whether findings that all passed show the item as a whole, rather than a part of it. */
function provesItem(itemId: string, findings: readonly ScanFinding[], { tool, isWhole }: ScanReport): boolean {
  if (findings.every((finding) => finding.itemId !== undefined || finding.check === itemId)) return true
  const mapped = polarisChecks[itemId]
  if (tool !== 'polaris' || !isWhole || !mapped?.isWhole) return false
  return mapped.checks.every((check) => findings.some((finding) => finding.check === check))
}

/** Failures first: of a long list, the end is cut. */
function listFindings(findings: readonly ScanFinding[]): string {
  const words = { fail: 'FAIL', look: 'LOOK', pass: 'PASS' } as const
  const lines = (['fail', 'look', 'pass'] as const).flatMap((status) =>
    findings
      .filter((finding) => finding.status === status)
      .map(({ check, title, place }) => `${words[status]} ${check} ${title}${place ? ` (${place})` : ''}`),
  )
  return excerptLines(
    lines,
    lines.map((_, at) => at),
  )
}
