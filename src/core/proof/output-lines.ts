/** What a command printed, as lines without what terminals add to it. */
import { cleanText } from '../text.ts'
import { anyOf, foldSpace, type LineTest, wholeLine } from './pattern.ts'
import { listPlaceholders } from './placeholders.ts'

/** Longest output that is judged, in UTF-16 code units: a part of one could hide what decides. */
export const maxOutputLength = 1_000_000

const escapeCode = String.fromCharCode(27)
const bellCode = String.fromCharCode(7)
/** Colours and cursor moves, titles of windows, and the rest of what an escape begins; see ECMA-48, 5.3 to 5.6. */
const terminalCodes = new RegExp(
  `${escapeCode}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bellCode}${escapeCode}]*(?:${bellCode}|${escapeCode}\\\\)?|[ -/]*[0-~])`,
  'g',
)

/** The command whose output it is, with the words that people replace in it. */
export interface PrintedBy {
  run?: string | undefined
  fill?: Readonly<Record<string, string>> | undefined
}

/**
 * The lines of an output, without codes of the terminal and without blank lines around them.
 *
 * @param command Where somebody copied it with its prompt along with what it printed, it is left out.
 */
export function listOutputLines(output: string, command: PrintedBy = {}): string[] {
  const text = cleanText(output.replace(terminalCodes, '').replace(/\r\n?/g, '\n'))
  const isCommand = anyOf(listCommands(command).map(wholeLine))
  const lines = text.split('\n').map((line) => line.trimEnd())
  const printed = lines.filter((line) => !isEcho(line, isCommand))
  const first = printed.findIndex((line) => line !== '')
  const last = printed.findLastIndex((line) => line !== '')
  return first < 0 ? [] : printed.slice(first, last + 1)
}

/** Lines of the command as patterns: what stands for something of one's own may be anything. */
function listCommands({ run = '', fill }: PrintedBy): string[] {
  const tokens = listPlaceholders(run, fill).map(({ token }) => token)
  const pattern = tokens.reduce((text, token) => text.replaceAll(token, '*'), run)
  return pattern.split('\n').filter((line) => /[a-z]/i.test(line))
}

/** A shorter line without a prompt could be what another command printed. */
const minBareLength = 6

/** A prompt and the command behind it, or the command alone. */
function isEcho(line: string, isCommand: LineTest): boolean {
  if (line.length > maxEchoLength) return false
  const text = foldSpace(line)
  if (text.length > minBareLength && isCommand(text)) return true
  const prompt = /^\S{0,60}?(?: [^$#%>]{0,60}?)?[$#%>] /.exec(text)?.[0]
  return prompt !== undefined && isCommand(text.slice(prompt.length))
}

const maxEchoLength = 2_000
