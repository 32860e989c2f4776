import type { BlockContent, DefinitionContent, Heading, List, ListItem, Paragraph, Root, Table } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { describeAnswer, type Evidence, formatDay, listBlockers, type Report, type ReportItem } from '../core/index.ts'

/**
 * The report as Markdown.
 *
 * Built as a tree and serialised by a library, so that what people typed (HTML, pipes, asterisks) is shown as typed.
 */
export function encodeReportMarkdown(report: Report): string {
  const { rollout, checklist, counts, reasons, sections, gone } = report
  const items = sections.flatMap((section) => section.items)
  const blockers = listBlockers(items)
  const risks = items.filter(({ state }) => state === 'risk-accepted')
  const unconfirmed = items.filter(({ state, level }) => state === 'to-confirm' && level !== 'must')
  const decisions = items.flatMap(({ decision }) => decision ?? [])
  const root: Root = {
    type: 'root',
    children: [
      heading(1, `Report: ${rollout.name}`),
      {
        type: 'paragraph',
        children: [{ type: 'strong', children: [text(verdictText[report.verdict])] }, text(`: ${reasons.join(', ')}`)],
      },
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
      blockers.length > 0 ? list(blockers) : paragraph('No must is open.'),
      ...group('Accepted risks', risks),
      ...group('To be confirmed', unconfirmed),
      ...(decisions.length > 0
        ? [
            heading(2, 'Decisions'),
            table(decisions.map(({ question, answer, unit }) => [question, describeAnswer(answer, unit)])),
          ]
        : []),
      ...sections.flatMap(({ title, items }) => [heading(2, title), list(items)]),
      ...(gone.length > 0 ? [heading(2, 'Answers to items that are gone'), listGone(gone)] : []),
    ],
  }
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-' })
}

const verdictText = { go: 'Go', 'conditional-go': 'Conditional go', 'no-go': 'No-go' } as const

const text = (value: string) => ({ type: 'text' as const, value })

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] })

const heading = (depth: 1 | 2, value: string): Heading => ({ type: 'heading', depth, children: [text(value)] })

const optionalRow = (term: string, value: string) => (value === '' ? [] : [[term, value] as const])

function group(title: string, items: readonly ReportItem[]): (Heading | List)[] {
  return items.length > 0 ? [heading(2, title), list(items)] : []
}

function table(rows: readonly (readonly [string, string])[]): Table {
  const cells = [['', ''], ...rows.map(([term, value]) => [term, value || 'not given'])]
  return {
    type: 'table',
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    })),
  }
}

function list(items: readonly ReportItem[]): List {
  return { type: 'list', spread: false, children: items.map(listItem) }
}

function listGone(gone: Report['gone']): List {
  const children = gone.map(({ id, state, retiredSince }) =>
    entry([paragraph(`${id} (${state.replaceAll('-', ' ')}${retiredSince ? `, retired in ${retiredSince}` : ''})`)]),
  )
  return { type: 'list', spread: false, children }
}

function listItem(item: ReportItem): ListItem {
  const { title, level, state, reason, risk, note, evidence = [] } = item
  const facts = [
    state.replaceAll('-', ' '),
    level,
    reason,
    risk && `accepted by ${risk.acceptedBy} until ${formatDay(risk.expiresAt)}`,
    risk?.compensatingControl && `with: ${risk.compensatingControl}`,
    risk?.followUp,
  ].filter(Boolean)
  const children: (BlockContent | DefinitionContent)[] = [paragraph(`${title} (${facts.join(', ')})`)]
  if (note) children.push({ type: 'blockquote', children: note.split(/\n{2,}/).map(paragraph) })
  if (evidence.length > 0)
    children.push({ type: 'list', spread: false, children: evidence.map((piece) => entry(describePiece(piece))) })
  return { ...entry(children), checked: state === 'done' }
}

const entry = (children: (BlockContent | DefinitionContent)[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children,
})

function describePiece(piece: Evidence): BlockContent[] {
  const day = formatDay(piece.collectedAt)
  if (piece.kind === 'link') return [paragraph(`${day}: ${piece.url}`)]
  if (piece.kind === 'file')
    return [paragraph(`${day}: ${piece.name}, ${piece.sizeBytes} bytes, sha256:${piece.sha256}`)]
  return [paragraph(`${day}:`), { type: 'code', value: piece.text }]
}
