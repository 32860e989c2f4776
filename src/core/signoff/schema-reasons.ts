import type * as z from 'zod'
import { formatPath } from '../json-scan.ts'
import { buildReason, FormatError, quoteText } from './errors.ts'
import { type ReasonCode, reasonWords } from './reasons.ts'

const maxReasons = 50
const maxNames = 5

/**
 * Parses a value with a schema.
 *
 * @param fallback Code of every fault that its rule gave none with {@link coded}.
 * @param place Where the value stands in its file.
 * @throws {FormatError} With what zod found, in our words.
 */
export function parseWithSchema<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  thing: string,
  fallback: ReasonCode,
  ...place: readonly string[]
): z.output<Schema> {
  const parsed = runSchema(schema, value, thing)
  if (parsed.success) return parsed.data
  const reasons = parsed.error.issues.slice(0, maxReasons).map((issue) => {
    const path = formatPath([...place, ...issue.path])
    return buildReason(codeOf(issue) ?? fallback, thing, describeIssue(issue), path)
  })
  throw new FormatError(reasons)
}

/** Zod hands its faults on as arguments of a call, and of too many of them an engine makes a RangeError. */
function runSchema<Schema extends z.ZodType>(schema: Schema, value: unknown, thing: string) {
  try {
    return schema.safeParse(value)
  } catch (cause) {
    throw new FormatError([buildReason('too-many', thing, 'has too many faults to tell')], { cause })
  }
}

/** For a rule of a schema: its words and its code. */
export const coded = (code: ReasonCode, error: string) => ({ error, params: { code } })

function codeOf(issue: z.core.$ZodIssue): ReasonCode | undefined {
  if (issue.code === 'too_big' && issue.origin === 'array') return 'too-many'
  const code = issue.code === 'custom' ? issue.params?.['code'] : undefined
  return typeof code === 'string' && Object.hasOwn(reasonWords, code) ? (code as ReasonCode) : undefined
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `has members that it may not have: ${issue.keys.slice(0, maxNames).map(quoteText).join(', ')}`
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'has no valid name'
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid')) return issue.message
  return issue.message.endsWith('received undefined') ? 'is missing' : `is no ${issue.expected}`
}
