import { UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { diff } from './diff.ts'
import { describeFileError, FileError } from './files.ts'
import { type ExitCode, exitCodes, type Io } from './io.ts'
import { merge } from './merge.ts'
import { layTable, printLines } from './print.ts'
import { status } from './status.ts'

const commands = { status, diff, merge } satisfies Record<string, Command>

/** Put in by the build; whoever runs the sources has no version. */
declare const GOLIVE_VERSION: string | undefined

const overview = [
  'golive: what rollouts amount to, on the command line',
  '',
  'Usage: golive COMMAND [ARGUMENTS]',
  '',
  ...layTable(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
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
  const [name, ...rest] = args
  if (name === '--help' || name === '-h') return say(io, overview)
  if (name === '--version')
    return say(io, [`golive ${typeof GOLIVE_VERSION === 'string' ? GOLIVE_VERSION : '(sources)'}`])
  if (name === undefined) return complain(io, overview)
  const command: Command | undefined = Object.hasOwn(commands, name)
    ? commands[name as keyof typeof commands]
    : undefined
  if (!command) {
    return complain(io, [`golive: There is no command "${name}"`, `Commands: ${Object.keys(commands).join(', ')}`])
  }
  if (asksForHelp(rest)) return say(io, [`Usage: golive ${command.usage}`, '', ...command.help.trim().split('\n')])
  try {
    return await command.run(rest, io)
  } catch (error) {
    return complain(io, explain(error, name, command))
  }
}

function explain(error: unknown, name: string, { usage }: Command): string[] {
  if (error instanceof FileError)
    return describeFileError(error).map((line, at) => (at === 0 ? `golive: ${line}` : line))
  if (error instanceof UsageError) {
    return [`golive ${name}: ${error.message}`, `Usage: golive ${usage}`, `More: golive ${name} --help`]
  }
  // A fault of ours must not look like an answer, which is what Node's own code for it would do.
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [`golive ${name}: This is a fault of the tool itself`, ...trace.split('\n')]
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? undefined : end).some((arg) => arg === '--help' || arg === '-h')
}

function say(io: Io, lines: readonly string[]): ExitCode {
  printLines(io.stdout, lines)
  return exitCodes.yes
}

function complain(io: Io, lines: readonly string[]): ExitCode {
  printLines(io.stderr, lines)
  return exitCodes.trouble
}
