import type { BlockContent, DefinitionContent, Heading, List, ListItem, Paragraph, Root, Table } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { listBlockers, type Report, type ReportItem } from '../core/index.ts'

/**
 * The report as Markdown.
 *
 * Built as a tree and serialised by a library, so that what people typed (HTML, pipes, asterisks) is shown as typed.
 */
export function encodeReportMarkdown(report: Report): string {
  const { rollout, checklist, counts, reasons, sections } = report
  const blockers = listBlockers(sections.flatMap((section) => section.items))
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
        ...rollout.subjects.map((subject): [string, string] => [
          'Rolled out',
          `${subject.name} ${subject.digest}`.trim(),
        ]),
        ['Date of report', report.createdAt],
        ['Checklist digest', `sha256:${checklist.sha256}`],
      ]),
      heading(2, 'Blockers'),
      blockers.length > 0 ? list(blockers) : paragraph('No must is open.'),
      ...sections.flatMap(({ title, items }) => [heading(2, title), list(items)]),
    ],
  }
  return toMarkdown(root, { extensions: [gfmToMarkdown()], bullet: '-' })
}

const verdictText = { go: 'Go', 'conditional-go': 'Conditional go', 'no-go': 'No-go' } as const

const text = (value: string) => ({ type: 'text' as const, value })

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] })

const heading = (depth: 1 | 2, value: string): Heading => ({ type: 'heading', depth, children: [text(value)] })

function table(rows: [string, string][]): Table {
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

function listItem({ title, level, state, reason, note, reworded }: ReportItem): ListItem {
  const facts = [state.replaceAll('-', ' '), level, reworded && 'changed since ticked', reason].filter(Boolean)
  const children: (BlockContent | DefinitionContent)[] = [paragraph(`${title} (${facts.join(', ')})`)]
  if (note) children.push({ type: 'blockquote', children: note.split(/\n{2,}/).map(paragraph) })
  return { type: 'listItem', spread: false, checked: state === 'done', children }
}
