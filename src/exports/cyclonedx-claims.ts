/** Items of a statement as claims, with evidence, and how far each meets its requirement. */
import type { Readiness, ReadinessItem } from '../core/signoff/statement-schema.ts'
import { refOf } from './cyclonedx-parts.ts'
import { readEvidence } from './evidence-facts.ts'
import { formatStatus } from './readiness-words.ts'
import { parseReportLink } from './visible-text.ts'

type Descriptor = NonNullable<ReadinessItem['evidence']>[number]

export function buildClaims({ items }: Readiness) {
  return {
    claims: items.map(buildClaim),
    evidence: items.flatMap(listEvidence),
    map: items.map((item) => ({
      requirement: refOf('requirement', item.id),
      claims: [refOf('claim', item.id)],
      conformance: judgeConformance(item),
    })),
  }
}

function buildClaim(item: ReadinessItem) {
  const { id, title = id, status, reason, note, followUp, compensatingControl, evidence = [] } = item
  const reasoning = [reason, note].filter(Boolean).join('\n')
  const link = parseReportLink(followUp ?? '')
  return {
    'bom-ref': refOf('claim', id),
    // A claim is about one thing: the first subject is what is rolled out.
    target: refOf('subject', '0'),
    predicate: `${formatStatus(status)}: ${title}`,
    ...(reasoning && { reasoning }),
    ...(compensatingControl && { mitigationStrategies: [refOf('control', id)] }),
    ...(evidence.length > 0 && { evidence: evidence.map((_, index) => evidenceRef(id, index)) }),
    ...(link && { externalReferences: [{ type: 'issue-tracker', url: link }] }),
  }
}

/** What does not apply is neither met nor missed, and has no score. */
function judgeConformance({ status, reason, expiresAt }: ReadinessItem) {
  const scores: Partial<Record<ReadinessItem['status'], number>> = { done: 1, 'risk-accepted': 0.5, open: 0 }
  const score = scores[status]
  const until = status === 'risk-accepted' && expiresAt ? ` until ${expiresAt}` : ''
  const rationale = `${formatStatus(status)}${until}${reason ? `: ${reason}` : ''}`
  return { ...(score !== undefined && { score }), rationale }
}

const evidenceRef = (id: string, index: number) => refOf('evidence', `${index}:${id}`)

function listEvidence(item: ReadinessItem) {
  const { id, compensatingControl, expiresAt, checkedBy, evidence = [] } = item
  const control = compensatingControl && {
    'bom-ref': refOf('control', id),
    description: compensatingControl,
    ...(expiresAt && { expires: expiresAt }),
  }
  const pieces = evidence.map((descriptor, index) => ({
    'bom-ref': evidenceRef(id, index),
    ...describePiece(descriptor),
    ...(checkedBy && { author: { name: checkedBy } }),
  }))
  return [...(control ? [control] : []), ...pieces]
}

function describePiece(descriptor: Descriptor) {
  const { name, uri, digests, sizeBytes, collectedAt, text } = readEvidence(descriptor)
  const url = uri === undefined ? undefined : parseReportLink(uri)
  const size = sizeBytes === undefined ? [] : [`${sizeBytes} bytes`]
  const description = [name, ...(url ? [] : [uri]), ...size, ...digests].filter(Boolean).join(', ')
  const attachment = text !== undefined && { contentType: 'text/plain', content: text }
  const contents = { ...(url && { url }), ...(attachment && { attachment }) }
  return {
    ...(description && { description }),
    ...(Object.keys(contents).length > 0 && { data: [{ ...(name && { name }), contents }] }),
    ...(collectedAt && { created: collectedAt }),
  }
}
