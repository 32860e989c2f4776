import type { ExitCode, Io } from './io.ts'

/** One command of the tool, in a file of its own and listed in `commands.ts`. */
export interface Command {
  /** What it does, in the list of commands. */
  summary: string
  /** How it is called, without the name of the tool. */
  usage: string
  /** The rest of what `--help` says. */
  help: string
  /** @throws {UsageError | FileError} When it cannot do what it was asked for. */
  run(args: readonly string[], io: Io): Promise<ExitCode>
}
