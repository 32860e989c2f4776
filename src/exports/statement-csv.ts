import Papa from 'papaparse'
import type { ReadinessItem } from '../core/signoff/statement-schema.ts'
import { readEvidence } from './evidence-facts.ts'
import type { SignedReport } from './signed-report.ts'
import { showUnseen } from './visible-text.ts'

/** Programs for sheets take a file without this mark for a local encoding. */
const byteOrderMark = '\ufeff'

/** A frozen report as a sheet, one row for each item. */
export function encodeStatementCsv({ statement, payloadSha256 }: SignedReport): string {
  const { rollout, result, items } = statement.predicate
  const fields = ['Rollout', 'Environment', 'Result', ...columns.map(([title]) => title), 'Payload digest']
  const data = items.map((item) => [
    rollout.id,
    rollout.environment,
    result,
    ...columns.map(([, read]) => read(item) ?? ''),
    `sha256:${payloadSha256}`,
  ])
  const rows = data.map((row) => row.map((cell) => guardCell(showUnseen(cell))))
  return `${byteOrderMark}${Papa.unparse({ fields, data: rows }, { quotes: true, newline: '\r\n' })}\r\n`
}

const columns: readonly [string, (item: ReadinessItem) => string | undefined][] = [
  ['Item', ({ id }) => id],
  ['Title', ({ title }) => title],
  ['Requirement', ({ requirement }) => requirement],
  ['Status', ({ status }) => status],
  ['Reason', ({ reason }) => reason],
  ['Expires', ({ expiresAt }) => expiresAt],
  ['Accepted by (claim)', ({ acceptedBy }) => acceptedBy],
  ['Compensating control', ({ compensatingControl }) => compensatingControl],
  ['Follow-up', ({ followUp }) => followUp],
  ['Checked by (claim)', ({ checkedBy }) => checkedBy],
  ['Checked at (claim)', ({ checkedAt }) => checkedAt],
  ['Question', ({ decision }) => decision?.question],
  ['Answer', ({ decision }) => decision?.answer],
  ['Note', ({ note }) => note],
  ['Evidence', ({ evidence = [] }) => evidence.map(describeEvidence).join('\n')],
]

function describeEvidence(descriptor: NonNullable<ReadinessItem['evidence']>[number]): string {
  const { collectedAt, name, uri, digests, text } = readEvidence(descriptor)
  return [collectedAt, name, uri, ...digests, text].filter(Boolean).join(' ')
}

/**
 * What begins a formula, in Latin and in full width, after blanks that a program may take away. It looks back from the
 * character: forward from each of many line feeds would take minutes.
 */
const formula = /(?<=(?:^|[,;|"\t\r\n])\s*)[=+\-@\uff1d\uff0b\uff0d\uff20]/g

/**
 * The cell as text for programs that run what begins like a formula: an apostrophe before it, which they hide. Also
 * within the cell, after everything that a program of another country may take for the end of one.
 */
export function guardCell(cell: string): string {
  return cell.replace(formula, "'$&").replace(/^(?=[\t\r\n])/, "'")
}
