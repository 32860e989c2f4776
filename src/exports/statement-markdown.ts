import type { Readiness, ReadinessItem } from '../core/signoff/statement-schema.ts'
import { readEvidence } from './evidence-facts.ts'
import { nameFiles } from './file-name.ts'
import {
  type Block,
  code,
  encodeMarkdown,
  entry,
  heading,
  list,
  paragraph,
  quote,
  table,
  verdictLine,
} from './markdown.ts'
import {
  claimsNotice,
  describeChecklist,
  describeCounts,
  describeReasons,
  describeRequirements,
  describeService,
  formatStatus,
  listDigests,
  resultVerdicts,
  selectItems,
  verdictWords,
} from './readiness-words.ts'
import { listCheckCommands } from './report-file/check-commands.ts'
import type { SignedReport } from './signed-report.ts'
import { formatMinute, showUnseen } from './visible-text.ts'

/** A frozen report as Markdown, for tickets and summaries of pipelines. */
export function encodeStatementMarkdown(signed: SignedReport): string {
  const readiness = signed.statement.predicate
  return encodeMarkdown([
    heading(1, `Readiness report: ${showUnseen(readiness.rollout.id)}`),
    verdictLine(verdictWords[resultVerdicts[readiness.result]], describeReasons(readiness)),
    paragraph(describeCounts(readiness)),
    table(listFacts(signed)),
    paragraph(claimsNotice),
    ...group('Accepted risks', selectItems(readiness, 'risk-accepted')),
    ...group('Not applicable', selectItems(readiness, 'not-applicable')),
    ...group('Open', selectItems(readiness, 'open')),
    ...group('All items', readiness.items),
    ...describeSignatures(signed),
  ])
}

function listFacts({ statement, payloadSha256 }: SignedReport): [string, string][] {
  const { subject, predicate } = statement
  const { rollout, checklist, affirmation, frozenAt, expiresAt, producer } = predicate
  const facts: [string, string][] = [
    ['Rollout', rollout.id],
    ['Environment', rollout.environment],
    ['Service', describeService(predicate)],
    ...subject.map(({ name = '', digest }): [string, string] => [
      'Rolled out',
      `${name} ${listDigests(digest).join(' ')}`,
    ]),
    ['Checklist', `${describeChecklist(predicate)} ${checklist.uri ?? ''}`.trim()],
    ['Checklist digest', listDigests(checklist.digest).join(' ')],
    ['Required sign-offs', describeRequirements(predicate)],
    ['Signers affirm', affirmation],
    ['Frozen', formatMinute(frozenAt)],
    ['Valid until', formatMinute(expiresAt)],
    ['Made with', `${producer.uri} ${producer.version}`],
    ['Digest of the signed bytes', `sha256:${payloadSha256}`],
  ]
  return facts.map(([term, value]) => [term, showUnseen(value).trim()])
}

function group(title: string, items: Readiness['items']): Block[] {
  if (items.length === 0) return [heading(2, title), paragraph('None.')]
  return [heading(2, title), list(items.map(describeItem))]
}

function describeItem(item: ReadinessItem) {
  const { id, title = id, status, requirement, reason, note, decision, evidence = [] } = item
  const facts = [formatStatus(status), requirement, reason, ...describeRisk(item), ...describeClaim(item)]
  const line = `${title} (${facts.filter(Boolean).join(', ')})`
  const children: Block[] = [paragraph(showUnseen(line))]
  if (decision) children.push(paragraph(showUnseen(`${decision.question} ${decision.answer}`)))
  if (note) children.push(quote(showUnseen(note)))
  if (evidence.length > 0) children.push(list(evidence.map((piece) => entry(describeEvidence(piece)))))
  return { ...entry(children), checked: status === 'done' }
}

function describeRisk({ status, acceptedBy, expiresAt, compensatingControl, followUp }: ReadinessItem) {
  if (status !== 'risk-accepted') return []
  return [
    `accepted${acceptedBy ? ` by ${acceptedBy} (claim)` : ''}${expiresAt ? ` until ${formatMinute(expiresAt)}` : ''}`,
    compensatingControl && `with: ${compensatingControl}`,
    followUp,
  ]
}

function describeClaim({ checkedBy, checkedAt }: ReadinessItem) {
  if (!checkedBy && !checkedAt) return []
  return [['claimed', checkedBy && `by ${checkedBy}`, checkedAt && formatMinute(checkedAt)].filter(Boolean).join(' ')]
}

function describeEvidence(descriptor: NonNullable<ReadinessItem['evidence']>[number]): Block[] {
  const { collectedAt, name, uri, sizeBytes, digests, text } = readEvidence(descriptor)
  const facts = [name, uri, sizeBytes !== undefined && `${sizeBytes} bytes`, ...digests].filter(Boolean).join(', ')
  const line = [collectedAt && formatMinute(collectedAt), facts].filter(Boolean).join(': ')
  return [paragraph(showUnseen(line) || 'Text:'), ...(text === undefined ? [] : [code(showUnseen(text))])]
}

/** Nothing here was verified, and the words say so. */
function describeSignatures({ statement, envelope, keys }: SignedReport): Block[] {
  if (envelope.signatures.length === 0) return [heading(2, 'Signatures'), paragraph('None.')]
  const commands = listCheckCommands(nameFiles(statement.predicate.rollout.id), envelope.signatures, keys)
  return [
    heading(2, 'Signatures'),
    paragraph('This text proves nothing by itself. Who signed is found out from the envelope and a trust file.'),
    list(envelope.signatures.map(({ keyid }) => entry([paragraph(showUnseen(keyid) || 'no key id')]))),
    code(commands, 'sh'),
  ]
}
