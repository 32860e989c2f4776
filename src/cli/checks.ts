import { type Checklist, describeRollout, isObject, listItems } from '../core/index.ts'
import { encodeCheckScript } from '../core/proof/check-script.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { FileError, writeFile } from './files.ts'
import { exitCodes } from './io.ts'
import { checklistPath, platformOf, readChecklist, readRollout } from './rollouts.ts'
import { version } from './version.ts'

/** The checks of a rollout as a shell script. */
export const checks: Command = {
  summary: 'Write the checks of a rollout as a shell script, to be read and run anywhere',
  usage: 'checks FILE [-o FILE] [--checklist FILE]',
  help: `
Writes a POSIX shell script of all checks with a command that apply to the rollout, by its traits. The commands
only read. The script shows what it would run and asks first; it leaves out checks for which a program or a value
is missing, says so, and writes the results to a file of its own. The screens of Golive read that file and
propose evidence, item by item.

  -o, --output FILE  write the script there; by default it is printed
  --checklist FILE   the platform's checklist.json; by default the one beside the tool

Exit codes
  0  written
  2  the call is wrong, or a file cannot be read, written or is refused`,
  async run(args, io) {
    const { values, files } = readArguments(args, ['FILE'], {
      output: { type: 'string', short: 'o' },
      checklist: { type: 'string' },
    })
    const contents = await readRollout(io, files[0])
    const platform = platformOf(contents)
    const path = values.checklist ?? checklistPath(io, platform)
    const published = await readChecklist(io, platform, path)
    assertChecks(published.checklist, path)
    const rollout = describeRollout(contents.id, contents.rollout)
    const { checklist, sha256: checklistSha256 } = published
    const script = writeScript(files[0], { checklist, checklistSha256, rollout, now: io.now(), version })
    if (values.output === undefined) io.stdout(script)
    else await writeFile(io, values.output, script)
    return exitCodes.yes
  },
}

/** @throws {FileError} Naming every item whose check is none: other commands do not look at it. */
function assertChecks(checklist: Checklist, path: string): void {
  const faults = listItems(checklist)
    .filter(({ verify }: { verify?: unknown }) => verify !== undefined && !isCheck(verify))
    .map(({ id }) => ({ path: id, message: 'has no valid "verify"' }))
  if (faults.length > 0) throw new FileError(`Cannot read the checklist "${path}"`, faults)
}

function isCheck(verify: unknown): boolean {
  if (!isObject(verify) || typeof verify['expect'] !== 'string') return false
  const { run, byHand, fill } = verify
  const isWords = isObject(fill) && Object.values(fill).every((label) => typeof label === 'string')
  return (
    [run, byHand].every((text) => text === undefined || typeof text === 'string') && (fill === undefined || isWords)
  )
}

/** @throws {FileError} When an id could be read as something else in a script. */
function writeScript(path: string, input: Parameters<typeof encodeCheckScript>[0]): string {
  try {
    return encodeCheckScript(input)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FileError(`Cannot write the checks of "${path}"`, error.message, { cause: error })
  }
}
