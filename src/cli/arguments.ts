import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What was typed is no call of the command; the message says why, and the usage is shown below it. */
export class UsageError extends Error {
  override name = 'UsageError'
}

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Reads the arguments of a command.
 *
 * @param names What the arguments without a name are, in their order; all of them are needed.
 * @throws {UsageError} When one is missing, unknown or one too many.
 */
export function readArguments<const Names extends readonly string[], const Known extends Options>(
  args: readonly string[],
  names: Names,
  options: Known,
) {
  const { values, positionals } = parse(args, options)
  const missing = names
    .slice(positionals.length)
    .concat(positionals.flatMap((text, at) => (text ? [] : (names[at] ?? []))))
  if (missing.length > 0) throw new UsageError(`Missing ${missing.join(' and ')}`)
  if (positionals.length > names.length) throw new UsageError(`Unexpected argument "${positionals[names.length]}"`)
  return { values, files: positionals as unknown as { [At in keyof Names]: string } }
}

function parse<const Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node goes on with advice of its own after the first sentence.
    const [sentence = ''] = (error instanceof Error ? error.message : '').split(/\.\s/)
    throw new UsageError(sentence.replaceAll("'", '"').replace(/\.$/, ''), { cause: error })
  }
}
