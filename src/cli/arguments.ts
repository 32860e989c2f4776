import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What was typed is no call of the command; the message says why, and the usage is shown below it. */
export class UsageError extends Error {
  override name = 'UsageError'
}

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Reads the arguments of a command.
 *
 * @param names What the arguments without a name are, in their order; all of them are needed. One that ends in `...`
 *   may be followed by any number of its kind.
 * @throws {UsageError} When one is missing, unknown or one too many; when an option is empty, as of a variable that a
 *   pipeline does not have, or is given twice and can have one value only.
 */
export function readArguments<const Names extends readonly string[], const Known extends Options>(
  args: readonly string[],
  names: Names,
  options: Known,
) {
  const { values, positionals, tokens } = parse(args, options)
  const missing = names
    .slice(positionals.length)
    .concat(positionals.flatMap((text, at) => (text ? [] : (names[at] ?? names.at(-1) ?? []))))
  if (missing.length > 0) throw new UsageError(`Missing ${[...new Set(missing)].join(' and ').replaceAll('...', '')}`)
  const others = positionals.slice(names.length)
  if (others.length > 0 && !names.at(-1)?.endsWith('...')) throw new UsageError(`Unexpected argument "${others[0]}"`)
  checkValues(tokens, options)
  const files = positionals.slice(0, names.length) as unknown as { [At in keyof Names]: string }
  return { values, files, others }
}

/**
 * Options that a command cannot do without.
 *
 * @param needed What each of them takes, by its name: `{ trust: 'FILE' }`.
 * @throws {UsageError} Naming all that are missing.
 */
export function assertOptions(values: Readonly<Record<string, unknown>>, needed: Readonly<Record<string, string>>) {
  const missing = Object.entries(needed).filter(([name]) => values[name] === undefined)
  if (missing.length === 0) return
  throw new UsageError(`Missing ${missing.map(([name, value]) => `--${name} ${value}`).join(', ')}`)
}

/** @throws {UsageError} When nobody said where the result goes. */
export function assertOutput(output: string | undefined): string {
  if (output === undefined) throw new UsageError('Missing -o FILE')
  return output
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

function checkValues(tokens: readonly Token[], options: Options): void {
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (token.value === '') throw new UsageError(`Option "${token.rawName}" is empty`)
    if (seen.has(token.name) && !options[token.name]?.multiple) {
      throw new UsageError(`Option "${token.rawName}" is given twice`)
    }
    seen.add(token.name)
  }
}

function parse<const Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true })
  } catch (error) {
    // Node goes on with advice of its own after the first sentence.
    const [sentence = ''] = (error instanceof Error ? error.message : '').split(/\.\s/)
    throw new UsageError(sentence.replaceAll("'", '"').replace(/\.$/, ''), { cause: error })
  }
}
