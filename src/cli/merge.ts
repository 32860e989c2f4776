import { encodeRolloutFile, parseGoliveFile, type RolloutContents } from '../core/rollout-file.ts'
import { encodeEnvelope } from '../core/signoff/index.ts'
import { assertOutput, readArguments, UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { describeSource, describeValue } from './describe.ts'
import { FileError, readBytes, writeFile } from './files.ts'
import { type ExitCode, exitCodes, type Io } from './io.ts'
import { type MergeConflict, mergeRollouts } from './merge-rollouts.ts'
import { describeMerged, mergeSignatures } from './merge-signatures.ts'
import { printLines } from './print.ts'
import { parseRolloutBytes, platformOf, readBase } from './rollouts.ts'
import { guessKind } from './signoff-files.ts'

/** Merges what belongs together: two copies of a rollout, or the signatures of several people. */
export const merge: Command = {
  summary: 'Merge two files of one rollout, also for Git; or signatures over one report',
  usage: 'merge FILE... -o FILE [--base FILE] [--signature FILE --key FILE]...',
  help: `
What the files hold decides, and they are never mixed.

Two rollout files, OURS and THEIRS: of each field the later value counts, and the other is kept in
its history. A conflict is a field that both changed without knowing of each other. Conflicts are
listed, and the result is written whole in any case: look at the fields listed before you commit it.

Envelopes, Sigstore bundles and a statement: their signatures go into one envelope, and all have to
be over the same bytes. What cosign writes is such a bundle; what openssl signs is named with
--signature, and is taken only if one of the keys made it.

  -o, --output FILE  where the result goes; may be one of the files
  --base FILE        for rollouts: the version that both came from; what still equals it is no change
  --signature FILE   a signature over what "golive pae" writes: its bytes, or base64 of them
  --key FILE         the public key that made it, as PEM or line of OpenSSH; its key id is written to
                     every signature of it, which cosign leaves out and other tools need

As a merge driver of Git, once for each clone, and in the repository:

  git config merge.golive.name "Golive rollout files"
  git config merge.golive.driver "node tools/golive.mjs merge %A %B --base %O -o %A"
  echo "*.golive.json merge=golive" >> .gitattributes

Exit codes
  0  merged
  1  rollouts merged, with conflicts to look at
  2  the call is wrong, or a file cannot be read or is refused; nothing is written`,
  async run(args, io) {
    const { values, files, others } = readArguments(args, ['FILE...'], {
      output: { type: 'string', short: 'o' },
      base: { type: 'string' },
      signature: { type: 'string', multiple: true },
      key: { type: 'string', multiple: true },
    })
    const { base, signature: signatures = [], key: keys = [] } = values
    const paths = [...files, ...others]
    if (paths.length < 2 && signatures.length + keys.length === 0) throw new UsageError('Missing another FILE')
    if (signatures.length > 0 && keys.length === 0) throw new UsageError('Missing --key FILE')
    const output = assertOutput(values.output)
    const read = await readAlike(io, paths)
    if (read.areRollouts) {
      if (signatures.length + keys.length > 0) throw new UsageError('Rollout files have no signatures')
      return mergeRolloutFiles(io, read.files, base, output)
    }
    if (base !== undefined) throw new UsageError('Option "--base" is of use with rollout files only')
    const envelope = await mergeSignatures(io, { files: read.files, signatures, keys })
    await writeFile(io, output, encodeEnvelope(envelope))
    printLines(io.stdout, await describeMerged(envelope, output))
    return exitCodes.yes
  },
}

type ReadFile = readonly [path: string, bytes: Uint8Array]

/** What is neither is read, and then refused, as what the others are. */
async function readAlike(io: Io, paths: readonly string[]) {
  const files = await Promise.all(paths.map(async (path): Promise<ReadFile> => [path, await readBytes(io, path)]))
  const kinds = files.map(([, bytes]) => guessKind(bytes))
  const rollout = paths[kinds.indexOf('rollout')]
  const signed = paths[kinds.findIndex((kind) => kind === 'attestation' || kind === 'statement')]
  if (rollout !== undefined && signed !== undefined) {
    const fault = `"${rollout}" is a rollout file, and "${signed}" a file of the sign-off: merge each with its own kind`
    throw new FileError('Cannot merge', fault)
  }
  return { files, areRollouts: signed === undefined }
}

async function mergeRolloutFiles(
  io: Io,
  files: readonly ReadFile[],
  basePath: string | undefined,
  output: string,
): Promise<ExitCode> {
  const [first, second, third] = files
  if (!first || !second) throw new UsageError('Missing another FILE')
  if (third) throw new UsageError(`Unexpected argument "${third[0]}": rollout files are merged two at a time`)
  const [ours, theirs] = [parseRolloutBytes(first[1], first[0]), parseRolloutBytes(second[1], second[0])]
  assertSameRollout(ours, theirs, [first[0], second[0]])
  const base = basePath === undefined ? undefined : await readBase(io, basePath)
  const { merged, conflicts } = mergeRollouts(ours, theirs, base)
  const text = encodeRolloutFile(merged)
  // Two files that are within a limit may be over it together, and what nobody could read again is no result.
  const parsed = parseGoliveFile(text)
  if (parsed.kind === 'refused') throw new FileError(`Cannot write "${output}"`, parsed.faults)
  await writeFile(io, output, text)
  if (conflicts.length === 0) return exitCodes.yes
  printLines(io.stderr, [
    `golive merge: ${conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`} in rollout ${merged.id}`,
    ...conflicts.flatMap(describeConflict),
  ])
  return exitCodes.no
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
