/** The decisions as a table that is pasted into tickets and pages. */
import { formatDay } from '../../core/index.ts'
import type { Level } from '../../core/schema.ts'
import { encodeMarkdown, text } from '../../exports/markdown.ts'
import type { Standing } from './standing.ts'

export interface TableDecision {
  section: string
  question: string
  title: string
  level: Level
  standing: Standing
}

const head = ['Section', 'Question', 'Item', 'Level', 'Answer', 'By', 'Date']

export function encodeDecisionTable(decisions: readonly TableDecision[]): string {
  const rows = decisions.map(({ section, question, title, level, standing }) => [
    section,
    question,
    title,
    level,
    describeStanding(standing),
    ...describeChange(standing),
  ])
  return encodeMarkdown([
    {
      type: 'table',
      children: [head, ...rows].map((cells) => ({
        type: 'tableRow',
        children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
      })),
    },
  ])
}

function describeStanding(standing: Standing): string {
  if (standing.kind === 'missing') return 'not answered'
  if (standing.kind === 'excused') return `not asked: ${standing.reason}`
  if (standing.kind === 'unfit') return `${standing.text} (does not fit the question: ${standing.reasons.join(' ')})`
  return standing.doubt ? `${standing.text} (to confirm: ${standing.doubt})` : standing.text
}

function describeChange(standing: Standing): [by: string, day: string] {
  return 'at' in standing ? [standing.by ?? 'nobody named', formatDay(standing.at)] : ['', '']
}
