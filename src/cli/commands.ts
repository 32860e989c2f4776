import { UsageError } from './arguments.ts'
import { checks } from './checks.ts'
import type { Command } from './command.ts'
import { diff } from './diff.ts'
import { describeFileError, FileError, MissingFileError } from './files.ts'
import { freeze } from './freeze.ts'
import { inspect } from './inspect.ts'
import { type ExitCode, exitCodes, type Io } from './io.ts'
import { merge } from './merge.ts'
import { pae } from './pae.ts'
import { layTable, printLines } from './print.ts'
import { status } from './status.ts'
import { exportTrust } from './trust-export.ts'
import { lintTrustFile } from './trust-lint.ts'
import { verify } from './verify.ts'
import { version } from './version.ts'

/** By what people type, of one word or two. */
const commands = new Map<string, Command>(
  Object.entries({
    status,
    diff,
    merge,
    checks,
    freeze,
    pae,
    verify,
    inspect,
    'trust lint': lintTrustFile,
    'trust export': exportTrust,
  }),
)

const listCommands = (list: readonly [string, Command][]) =>
  layTable(list.map(([name, { summary }]) => [`golive ${name}`, summary]))

const overview = [
  'golive: what rollouts amount to, and whether they may go, on the command line',
  '',
  'Usage: golive COMMAND [ARGUMENTS]',
  '',
  ...listCommands([...commands]),
  '',
  ...layTable([
    ['golive COMMAND --help', 'what a command takes, and what its exit codes mean'],
    ['golive --version', 'which version this is'],
  ]),
  '',
  'It reads and writes only the files that it is given, and never asks the network.',
]

/** Runs the tool; whatever goes wrong is said on `stderr` and ends with the code for trouble. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const [first, second = ''] = args
  if (isHelp(args)) return say(io, overview)
  if (first === '--version' && args.length === 1) return say(io, [`golive ${version}`])
  if (first === undefined) return complain(io, overview)
  const words = commands.has(`${first} ${second}`) ? 2 : 1
  const name = args.slice(0, words).join(' ')
  const command = commands.get(name)
  const rest = args.slice(words)
  if (!command) {
    const family = [...commands].filter(([each]) => each.startsWith(`${first} `))
    return family.length > 0 && isHelp(rest)
      ? say(io, ['Commands', '', ...listCommands(family)])
      : complain(io, nameCommands(first, second))
  }
  const help = [`Usage: golive ${command.usage}`, '', ...command.help.trim().split('\n')]
  if (isHelp(rest)) return say(io, help)
  if (holdsHelp(rest)) return complain(io, [`golive ${name}: Help stands alone, and nothing was done`, '', ...help])
  try {
    return await command.run(rest, io)
  } catch (error) {
    return complain(io, explain(error, name, command))
  }
}

/** Those of the family that was meant, or all. */
function nameCommands(first: string, second: string): string[] {
  const names = [...commands.keys()]
  const family = names.filter((name) => name.startsWith(`${first} `))
  const meant = family.length > 0 ? `${first} ${second}`.trim() : first
  return [
    `golive: There is no command "${meant}"`,
    `Commands: ${(family.length > 0 ? family : names).join(', ')}`,
    'More: golive --help',
  ]
}

function explain(error: unknown, name: string, { usage }: Command): string[] {
  const calls = [`Usage: golive ${usage}`, `More: golive ${name} --help`]
  if (error instanceof FileError) {
    const lines = describeFileError(error).map((line, at) => (at === 0 ? `golive: ${line}` : line))
    return error instanceof MissingFileError ? [...lines, ...calls] : lines
  }
  if (error instanceof UsageError) return [`golive ${name}: ${error.message}`, ...calls]
  // A fault of ours must not look like an answer, which is what Node's own code for it would do.
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [`golive ${name}: This is a fault of the tool itself`, ...trace.split('\n')]
}

const isHelpOption = (arg: string) => arg === '--help' || arg === '-h'

/** Help alone is an answer. Beside other words a pipeline would take its 0 for a yes: a file may have such a name. */
const isHelp = (args: readonly string[]) => args.length === 1 && args.every(isHelpOption)

function holdsHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? undefined : end).some(isHelpOption)
}

function say(io: Io, lines: readonly string[]): ExitCode {
  printLines(io.stdout, lines)
  return exitCodes.yes
}

function complain(io: Io, lines: readonly string[]): ExitCode {
  printLines(io.stderr, lines)
  return exitCodes.trouble
}
