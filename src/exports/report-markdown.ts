import { describeAnswer, type Evidence, formatDay, listBlockers, type Report, type ReportItem } from '../core/index.ts'
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
import { verdictWords } from './readiness-words.ts'

/** The report as Markdown. */
export function encodeReportMarkdown(report: Report): string {
  const { rollout, checklist, counts, reasons, sections, gone, events } = report
  const items = sections.flatMap((section) => section.items)
  const blockers = listBlockers(items)
  const risks = items.filter(({ state }) => state === 'risk-accepted')
  const unconfirmed = items.filter(({ state, level }) => state === 'to-confirm' && level !== 'must')
  const decisions = items.flatMap(({ decision }) => decision ?? [])
  return encodeMarkdown([
    heading(1, `Report: ${rollout.name}`),
    verdictLine(verdictWords[report.verdict], reasons.join(', ')),
    paragraph(
      `${counts.done} of ${counts.applicable} done, ${counts.blockers} ${counts.blockers === 1 ? 'blocker' : 'blockers'}`,
    ),
    table([
      ['Platform', `${checklist.title}, checklist ${checklist.version}`],
      ['Environment', rollout.environment],
      ['Service', `${rollout.service} ${rollout.version}`.trim()],
      ['Planned launch', rollout.plannedLaunch],
      ...rollout.subjects.map(({ name, digest }) => ['Rolled out', `${name} ${digest}`.trim()] as const),
      ...optionalRow('Rollback', rollout.rollbackCommand),
      ...optionalRow('Abort when', rollout.abortCriteria.join('; ')),
      ...rollout.people.map(({ name, role }) => [role || 'Person', name] as const),
      ...optionalRow('Started from', rollout.copiedFrom),
      ['Date of report', report.createdAt],
      ['Checklist digest', `sha256:${checklist.sha256}`],
    ]),
    heading(2, 'Blockers'),
    blockers.length > 0 ? listItems(blockers) : paragraph('No must is open.'),
    ...group('Accepted risks', risks),
    ...group('To be confirmed', unconfirmed),
    ...(decisions.length > 0
      ? [
          heading(2, 'Decisions'),
          table(decisions.map(({ question, answer, unit }) => [question, describeAnswer(answer, unit)])),
        ]
      : []),
    ...sections.flatMap(({ title, items }) => [heading(2, title), listItems(items)]),
    ...(gone.length > 0 ? [heading(2, 'Answers to items that are gone'), listGone(gone)] : []),
    ...(events.length > 0 ? [heading(2, 'Log of the launch'), listEvents(events)] : []),
  ])
}

const optionalRow = (term: string, value: string) => (value === '' ? [] : [[term, value] as const])

function group(title: string, items: readonly ReportItem[]): Block[] {
  return items.length > 0 ? [heading(2, title), listItems(items)] : []
}

const listItems = (items: readonly ReportItem[]) => list(items.map(listItem))

function listGone(gone: Report['gone']) {
  const children = gone.map(({ id, state, retiredSince }) =>
    entry([paragraph(`${id} (${state.replaceAll('-', ' ')}${retiredSince ? `, retired in ${retiredSince}` : ''})`)]),
  )
  return list(children)
}

function listEvents(events: Report['events']) {
  return list(
    events.map(({ happenedAt, text, by }) =>
      entry([paragraph([`${happenedAt}:`, text, by && `(${by})`].filter(Boolean).join(' '))]),
    ),
  )
}

function listItem(item: ReportItem) {
  const { title, level, state, reason, risk, note, evidence = [] } = item
  const facts = [
    state.replaceAll('-', ' '),
    level,
    reason,
    risk && `accepted by ${risk.acceptedBy} until ${formatDay(risk.expiresAt)}`,
    risk?.compensatingControl && `with: ${risk.compensatingControl}`,
    risk?.followUp,
  ].filter(Boolean)
  const children: Block[] = [paragraph(`${title} (${facts.join(', ')})`)]
  if (note) children.push(quote(note))
  if (evidence.length > 0) children.push(list(evidence.map((piece) => entry(describePiece(piece)))))
  return { ...entry(children), checked: state === 'done' }
}

function describePiece(piece: Evidence): Block[] {
  const day = formatDay(piece.collectedAt)
  if (piece.kind === 'link') return [paragraph(`${day}: ${piece.url}`)]
  if (piece.kind === 'file')
    return [paragraph(`${day}: ${piece.name}, ${piece.sizeBytes} bytes, sha256:${piece.sha256}`)]
  return [paragraph(`${day}:`), code(piece.text)]
}
