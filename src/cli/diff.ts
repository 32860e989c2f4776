import {
  compareRollouts,
  type FieldDifference,
  type ItemDifference,
  type ItemEffect,
  type RolloutComparison,
} from '../core/compare-rollouts.ts'
import type { Checklist } from '../core/index.ts'
import type { RolloutContents } from '../core/rollout-file.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { describeSource, describeValue, formatUtc, nameKind, shortenValue } from './describe.ts'
import { FileError } from './files.ts'
import { exitCodes, type Io } from './io.ts'
import { type Entry, laySection, printJson, printLines } from './print.ts'
import { checklistPath, platformOf, readChecklist, readRollout } from './rollouts.ts'

/** What changed from one rollout file to another. */
export const diff: Command = {
  summary: 'Compare two rollout files, item by item and field by field',
  usage: 'diff BEFORE AFTER [--checklist FILE] [--json]',
  help: `
Says what changed, what was done and is no longer, what did not apply and does now, which risks
are new or were renewed, and, for two copies of one rollout, which fields stand in conflict.

  --checklist FILE  the platform's checklist.json; by default the one beside the tool. Where there
                    is none, every item is taken to apply and no evidence to age
  --json            the same as JSON

Exit codes
  0  both are copies of one rollout, and no answer differs
  1  something differs, or they are two rollouts
  2  the call is wrong, or a file cannot be read or is refused`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['BEFORE', 'AFTER'], {
      checklist: { type: 'string' },
      json: { type: 'boolean' },
    })
    const before = await readRollout(io, files[0])
    const after = await readRollout(io, files[1])
    const platform = platformOf(before)
    if (platformOf(after) !== platform) {
      const message = `is of the platform "${platformOf(after)}", and "${files[0]}" of "${platform}": they have no item in common`
      throw new FileError(`Cannot compare "${files[1]}"`, message)
    }
    const checklist = await findChecklist(io, platform, values.checklist)
    const comparison = compareRollouts(before, after, io.now(), checklist)
    if (values.json) printJson(io.stdout, { format: 1, before: before.id, after: after.id, ...comparison })
    else printLines(io.stdout, layComparison(comparison, before, after))
    const isSame = comparison.isSameRollout && comparison.fields.length + comparison.items.length === 0
    return isSame ? exitCodes.yes : exitCodes.no
  },
}

/** Unlike a verdict, a comparison is of use without a checklist; one that was asked for has to be there. */
async function findChecklist(io: Io, platform: string, named: string | undefined): Promise<Checklist | undefined> {
  const path = named ?? checklistPath(io, platform)
  const isThere =
    named !== undefined ||
    (await io.readFile(path).then(
      () => true,
      () => false,
    ))
  return isThere ? (await readChecklist(io, platform, path)).checklist : undefined
}

function layComparison(comparison: RolloutComparison, before: RolloutContents, after: RolloutContents): string[] {
  const { isSameRollout, fields, items } = comparison
  const having = (effect: ItemEffect) => items.filter(({ effects }) => effects.includes(effect)).map(describeShift)
  const conflicts = [
    ...listConflicts('rollout', fields),
    ...items.flatMap((item) => listConflicts(item.id, item.fields)),
  ]
  const title = isSameRollout ? `Two copies of ${before.id}` : `Two rollouts: ${before.id}, then ${after.id}`
  if (isSameRollout && fields.length + items.length === 0) return [`${title}: no answer differs`]
  return [
    title,
    ...laySection('In conflict: set in both without knowing of each other', conflicts),
    ...laySection('Done before, and not now', having('regressed')),
    ...laySection('Did not apply before, and does now', having('applies')),
    ...laySection('New risks', having('risk-accepted')),
    ...laySection(
      'Renewed risks',
      items.filter(({ effects }) => effects.includes('risk-renewed')).map(describeRenewal),
    ),
    ...laySection(
      'Changes of the rollout',
      fields.map(describeField).map((line) => ({ cells: [line] })),
    ),
    ...laySection(
      'Changes of items',
      items.map((item) => ({ ...describeShift(item), details: item.fields.map(describeField) })),
    ),
  ]
}

function describeShift({ id, title = '', before, after }: ItemDifference): Entry {
  const shift =
    before.kind === after.kind ? nameKind(after.kind) : `${nameKind(before.kind)} -> ${nameKind(after.kind)}`
  return { cells: [id, shift, title], details: after.reason ? [after.reason] : [] }
}

function describeRenewal({ id, title = '', fields }: ItemDifference): Entry {
  const state = fields.find(({ name }) => name === 'state')
  const [before, after] = [state?.before, state?.after].map((version) => endOf(version?.value))
  return { cells: [id, `until ${before} -> ${after}`, title] }
}

function endOf(state: unknown): string {
  return formatUtc((state as { expiresAt?: string } | undefined)?.expiresAt ?? '')
}

function describeField({ name, kind, before, after }: FieldDifference): string {
  const [old, now] = [before, after].map((version) => shortenValue(describeValue(version?.value)))
  const source = after ? ` (${describeSource(after)})` : ''
  if (kind === 'repeated') return `${name}: ${now}, said again${source}`
  if (kind === 'added') return `${name}: ${now}${source}`
  return kind === 'removed' ? `${name}: ${old} is no longer there` : `${name}: ${old} -> ${now}${source}`
}

function listConflicts(place: string, fields: readonly FieldDifference[]): Entry[] {
  return fields
    .filter(({ kind }) => kind === 'conflict')
    .map(({ name, before, after }) => ({
      cells: [place, name],
      details: [before, after].flatMap((version) =>
        version ? [`${shortenValue(describeValue(version.value))} (${describeSource(version)})`] : [],
      ),
    }))
}
