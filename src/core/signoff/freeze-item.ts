/** An item of a report as an item of a statement. */
import type { Evidence } from '../evidence.ts'
import { describeAnswer } from '../progress.ts'
import type { ReportItem } from '../report.ts'
import { saysSomething } from '../spoken.ts'
import { cleanText } from '../text.ts'
import { encodeBase64 } from './base64.ts'
import { formatMoment, parseMoment } from './moment.ts'
import type { ItemStatus, ReadinessItem } from './statement-schema.ts'

/** @param frozenAt Moment of the report, RFC 3339; a risk that has ended by then is no excuse. */
export function describeItem(item: ReportItem, frozenAt: string): ReadinessItem {
  const { id, level, title, changedBy, changedAt, decision, note, evidence = [], risk } = item
  const status = statusOf(item, frozenAt)
  const reason = status === 'done' ? undefined : reasonOf(item, status)
  return {
    id,
    requirement: level,
    status,
    title: cleanText(title),
    ...(changedBy && { checkedBy: cleanText(changedBy) }),
    ...(changedAt && { checkedAt: formatMoment(changedAt) }),
    ...(reason && { reason }),
    ...(status === 'risk-accepted' && risk && describeRisk(risk)),
    ...(decision && { decision: describeDecision(decision) }),
    ...(note && { note: cleanText(note) }),
    ...(evidence.length > 0 && { evidence: evidence.map(describeEvidence) }),
  }
}

/**
 * Four states of seven: what is started, blocked, to be confirmed, or an excuse that does not hold, is open. In doubt
 * an item is open, so that no reader takes a no for a yes.
 */
function statusOf({ state, reason = '', risk }: ReportItem, frozenAt: string): ItemStatus {
  const isSpoken = saysSomething(reason)
  if (state === 'done') return 'done'
  if (state === 'not-applicable') return isSpoken ? 'not-applicable' : 'open'
  if (state !== 'risk-accepted' || !isSpoken || !risk) return 'open'
  return (parseMoment(risk.expiresAt) ?? 0) > Date.parse(frozenAt) ? 'risk-accepted' : 'open'
}

const openWords: Partial<Record<ReportItem['state'], string>> = {
  started: 'Started',
  blocked: 'Blocked',
  'to-confirm': 'To be confirmed',
  'not-applicable': 'Said not to apply, without a reason',
  'risk-accepted': 'A risk was accepted without a reason, or it has ended',
}

function reasonOf({ state, reason }: ReportItem, status: ItemStatus): string | undefined {
  if (status !== 'open') return reason && cleanText(reason)
  return [openWords[state], reason && cleanText(reason)].filter(Boolean).join(': ') || undefined
}

function describeRisk({ acceptedBy, expiresAt, followUp, compensatingControl }: NonNullable<ReportItem['risk']>) {
  return {
    expiresAt: formatMoment(expiresAt),
    ...(acceptedBy && { acceptedBy: cleanText(acceptedBy) }),
    ...(followUp && { followUp: cleanText(followUp) }),
    ...(compensatingControl && { compensatingControl: cleanText(compensatingControl) }),
  }
}

/** In words, because the numbers of a statement are integers. */
function describeDecision({ key, question, answer, unit }: NonNullable<ReportItem['decision']>) {
  return { key, question: cleanText(question), answer: cleanText(describeAnswer(answer, unit)) }
}

/** A ResourceDescriptor: where the evidence is, or what tells it, or itself. */
function describeEvidence(evidence: Evidence) {
  const annotations = { collectedAt: formatMoment(evidence.collectedAt) }
  switch (evidence.kind) {
    case 'link':
      return { uri: evidence.url, annotations }
    case 'file': {
      const { name, sha256, sizeBytes } = evidence
      return { name: cleanText(name), digest: { sha256 }, annotations: { ...annotations, sizeBytes } }
    }
    case 'text': {
      const content = encodeBase64(new TextEncoder().encode(evidence.text.toWellFormed()))
      return { mediaType: 'text/plain', content, annotations }
    }
  }
}
