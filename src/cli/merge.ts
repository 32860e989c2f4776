import { encodeRolloutFile, parseGoliveFile, type RolloutContents } from '../core/rollout-file.ts'
import { readArguments, UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { describeSource, describeValue } from './describe.ts'
import { FileError, writeText } from './files.ts'
import { exitCodes } from './io.ts'
import { type MergeConflict, mergeRollouts } from './merge-rollouts.ts'
import { printLines } from './print.ts'
import { platformOf, readBase, readRollout } from './rollouts.ts'

/** Two copies of one rollout into one; also as what Git calls to merge them. */
export const merge: Command = {
  summary: 'Merge two files of one rollout; also as a merge driver of Git',
  usage: 'merge OURS THEIRS -o FILE [--base FILE]',
  help: `
Of each field the later value counts, and the other is kept in its history. A conflict is a field
that both changed without knowing of each other. Conflicts are listed, and the result is written
whole in any case: look at the fields listed before you commit it.

  -o, --output FILE  where the result goes; may be one of the two
  --base FILE        the version that both came from: what still equals it is no change

As a merge driver of Git, once for each clone, and in the repository:

  git config merge.golive.name "Golive rollout files"
  git config merge.golive.driver "node tools/golive.mjs merge %A %B --base %O -o %A"
  echo "*.golive.json merge=golive" >> .gitattributes

Exit codes
  0  merged
  1  merged, with conflicts to look at
  2  the call is wrong, or a file cannot be read or is refused; nothing is written`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['OURS', 'THEIRS'], {
      output: { type: 'string', short: 'o' },
      base: { type: 'string' },
    })
    if (!values.output) throw new UsageError('Missing -o FILE')
    const ours = await readRollout(io, files[0])
    const theirs = await readRollout(io, files[1])
    assertSameRollout(ours, theirs, files)
    const base = values.base === undefined ? undefined : await readBase(io, values.base)
    const { merged, conflicts } = mergeRollouts(ours, theirs, base)
    const text = encodeRolloutFile(merged)
    // Two files that are within a limit may be over it together, and what nobody could read again is no result.
    const parsed = parseGoliveFile(text)
    if (parsed.kind === 'refused') throw new FileError(`Cannot write "${values.output}"`, parsed.faults)
    await writeText(io, values.output, text)
    if (conflicts.length === 0) return exitCodes.yes
    printLines(io.stderr, [
      `golive merge: ${conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`} in rollout ${merged.id}`,
      ...conflicts.flatMap(describeConflict),
    ])
    return exitCodes.no
  },
}

function assertSameRollout(ours: RolloutContents, theirs: RolloutContents, [first, second]: readonly [string, string]) {
  const refusal = `Cannot merge "${first}" and "${second}"`
  if (ours.id !== theirs.id) throw new FileError(refusal, `they are of two rollouts, "${ours.id}" and "${theirs.id}"`)
  const [left, right] = [platformOf(ours), platformOf(theirs)]
  if (left !== right) throw new FileError(refusal, `they are of two platforms, "${left}" and "${right}"`)
}

function describeConflict({ item, name, ours, theirs, kept, isRemembered }: MergeConflict): string[] {
  const rows = [
    { side: 'ours', version: ours },
    { side: 'theirs', version: theirs },
  ].map(({ side, version }) => {
    const fate = side === kept ? 'in place' : isRemembered ? 'in the history' : 'too long for the history, so only here'
    const text = version ? `${describeValue(version.value)} (${describeSource(version)}), ${fate}` : 'not there'
    return `    ${side.padEnd(6)}  ${text}`
  })
  return [`  ${item ?? 'rollout'}: ${name}`, ...rows]
}
