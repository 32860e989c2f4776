import {
  buildReport,
  type Checklist,
  describeRollout,
  type GoneItem,
  listBlockers,
  type Report,
  type ReportItem,
} from '../core/index.ts'
import { checkAnswers } from '../core/rollout-file.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { formatUtc, nameKind, shortenValue } from './describe.ts'
import { FileError } from './files.ts'
import { exitCodes } from './io.ts'
import { type Entry, laySection, layTable, printJson, printLines } from './print.ts'
import { checklistPath, platformOf, readChecklist, readRollout } from './rollouts.ts'

/** What a rollout file amounts to now. */
export const status: Command = {
  summary: 'Say what a rollout file amounts to: go, conditional go or no-go, and why',
  usage: 'status FILE [--checklist FILE] [--json]',
  help: `
Judges a rollout by its checklist, as it stands now and for its planned launch.

  --checklist FILE  the platform's checklist.json; by default the one beside the tool
  --json            the whole report as JSON

Exit codes
  0  go or conditional go
  1  no-go
  2  the call is wrong, or a file cannot be read or is refused`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['FILE'], {
      checklist: { type: 'string' },
      json: { type: 'boolean' },
    })
    const contents = await readRollout(io, files[0])
    const platform = platformOf(contents)
    const path = values.checklist ?? checklistPath(io, platform)
    const { checklist, sha256 } = await readChecklist(io, platform, path)
    const faults = checkAnswers(contents, checklist)
    if (faults.length > 0) throw new FileError(`Cannot judge "${files[0]}"`, faults)
    const rollout = describeRollout(contents.id, contents.rollout)
    const report = buildReport(checklist, sha256, rollout, contents.items, io.now())
    if (values.json) printJson(io.stdout, report)
    else printLines(io.stdout, layReport(report, checklist))
    return report.verdict === 'no-go' ? exitCodes.no : exitCodes.yes
  },
}

const verdicts = { go: 'GO', 'conditional-go': 'CONDITIONAL GO', 'no-go': 'NO-GO' } as const

function layReport(report: Report, checklist: Checklist): string[] {
  const { counts, gone } = report
  const items = report.sections.flatMap((section) => section.items)
  const blockers = listBlockers(items)
  const risks = items.filter(({ state }) => state === 'risk-accepted')
  const unconfirmed = items.filter(({ state }) => state === 'to-confirm')
  return [
    `${verdicts[report.verdict]}: ${report.reasons.join(', ')}`,
    '',
    ...layTable(listFacts(report, checklist), ''),
    '',
    `${counts.done} of ${counts.applicable} done`,
    ...layTable([
      [String(counts.blockers), 'blockers: musts that are open or to confirm'],
      [String(counts.open), 'open, started or blocked'],
      [String(counts.toConfirm), 'to confirm'],
      [String(counts.riskAccepted), 'accepted as risks'],
      [String(counts.notApplicable), `not applicable, of ${counts.total} in all`],
    ]),
    ...laySection('Blockers', blockers.map(describeBlocker)),
    ...laySection('Accepted risks', risks.map(describeRisk)),
    ...laySection('To confirm', unconfirmed.map(describeDoubts)),
    ...laySection('Answers to items that are gone', gone.map(describeGone)),
  ]
}

function listFacts({ rollout, checklist, createdAt }: Report, { traits }: Checklist): string[][] {
  const { name, id, environment, service, version, plannedLaunch, subjects, archivedAt, deletedAt } = rollout
  const chosen = rollout.traits ? rollout.traits.join(', ') || 'none' : 'not said, so every item applies'
  const facts = [
    ['Rollout', `${name} (${id})`],
    ['Environment', environment],
    ['Service', `${service} ${version}`.trim()],
    ['Planned launch', plannedLaunch && describeLaunch(plannedLaunch)],
    ...(traits.length > 0 ? [['Traits', chosen]] : []),
    ...subjects.map((subject) => ['Rolled out', `${subject.name} ${subject.digest}`.trim()]),
    ['Checklist', `${checklist.title} ${checklist.version}`],
    ['', `sha256:${checklist.sha256}`],
    ['Judged at', formatUtc(createdAt)],
    ...(archivedAt ? [['Archived', formatUtc(archivedAt)]] : []),
    ...(deletedAt ? [['Deleted', formatUtc(deletedAt)]] : []),
  ]
  return facts.map(([term = '', fact]) => [term, fact || 'not given'])
}

/** The file has a local time, so that the zone of the machine decides whether something lasts until then. */
function describeLaunch(plannedLaunch: string): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return `${plannedLaunch.replace('T', ' ')} in the time zone ${timeZone}, that of this machine`
}

function describeBlocker({ id, title, state, reason }: ReportItem): Entry {
  return { cells: [nameKind(state), id, title], details: reason ? [reason] : [] }
}

function describeRisk({ id, title, risk }: ReportItem): Entry {
  if (!risk) return { cells: ['', id, title] }
  const { expiresAt, acceptedBy, reason, followUp, compensatingControl } = risk
  const details = [
    `Accepted by ${acceptedBy}: ${reason}`,
    ...(compensatingControl ? [`Until then: ${compensatingControl}`] : []),
    ...(followUp ? [followUp] : []),
  ]
  return { cells: [`until ${formatUtc(expiresAt)}`, id, title], details }
}

function describeDoubts(item: ReportItem): Entry {
  return { cells: [item.level, item.id, item.title], details: item.reason ? [item.reason] : [] }
}

function describeGone({ id, state, note, retiredSince, replacedBy }: GoneItem): Entry {
  const fate = retiredSince ? `retired in ${retiredSince}` : 'unknown to this checklist'
  const cells = [nameKind(state), id, replacedBy ? `${fate}, replaced by ${replacedBy}` : fate]
  return { cells, details: note ? [shortenValue(note)] : [] }
}
